// Words of the question who this is, in the language of this page.
export { words } from './en/who.ts'
