// Words of the patient's waiting screen in the language of this page.
export { words } from './en/waiting.ts'
