// Words for a browser that keeps nothing, in the language of this page.
export { words } from './en/nothing-kept.ts'
