// Words of the poster, in the language of this page.
export { words } from './en/poster.ts'
