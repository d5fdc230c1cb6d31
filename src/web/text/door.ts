// Words of the patient's door screen in the language of this page.
export { words } from './en/door.ts'
