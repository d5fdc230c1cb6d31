// Words of what passes the time, in the language of this page.
export { words } from './en/while-waiting.ts'
