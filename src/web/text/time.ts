// Words for times in the language of this page.
export { words } from './en/time.ts'
