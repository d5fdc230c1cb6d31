// What the patient reads of their own equipment, in the language of this page.
export { words } from './en/findings.ts'
