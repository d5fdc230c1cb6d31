// Words of the patient's ended screen in the language of this page.
export { words } from './en/ended.ts'
