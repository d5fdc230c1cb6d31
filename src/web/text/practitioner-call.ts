// Words of the practitioner's call and note in the language of this page.
export { words } from './en/practitioner-call.ts'
