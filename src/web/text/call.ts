// Words of the call that both sides read, and those of the patient's call, in the language of this page.
export { words } from './en/call.ts'
