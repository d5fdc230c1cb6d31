// Words of what a practitioner asks of the patient's camera, as the patient reads them, in the language of this page.
export { words } from './en/asks.ts'
