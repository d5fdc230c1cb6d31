// Words of the other ways out in the language of this page.
export { words } from './en/ways.ts'
