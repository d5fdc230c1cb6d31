// Words of the built-in plans in the language of this page.
export { words } from './en/plans.ts'
