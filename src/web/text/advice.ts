// What the patient reads of the device advice, in the language of this page.
export { words } from './en/advice.ts'
