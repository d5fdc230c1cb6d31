// Words of a page that does not open, in the language of this page.
export { words } from './en/unopened.ts'
