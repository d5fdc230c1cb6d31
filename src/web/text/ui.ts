// Words of the component kit in the language of this page.
export { words } from './en/ui.ts'
