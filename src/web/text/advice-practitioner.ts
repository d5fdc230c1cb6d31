// What the practitioner reads of the device advice, in the language of this page.
export { words } from './en/advice-practitioner.ts'
