// Words of the button on websites, in the language of this page.
export { words } from './en/button.ts'
