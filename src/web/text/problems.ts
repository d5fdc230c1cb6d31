// Words for refusals in the language of this page.
export { words } from './en/problems.ts'
