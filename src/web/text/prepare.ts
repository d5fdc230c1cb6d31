// Words for getting ready while waiting, in the language of this page.
export { words } from './en/prepare.ts'
