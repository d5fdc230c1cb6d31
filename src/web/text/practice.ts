// Words for trying everything out, in the language of this page.
export { words } from './en/practice.ts'
