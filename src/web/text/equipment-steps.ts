// Steps for troubled equipment in the language of this page.
export { words } from './en/equipment-steps.ts'
