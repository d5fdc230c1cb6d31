// Words of the patient's arrive screen in the language of this page.
export { words } from './en/arrive.ts'
