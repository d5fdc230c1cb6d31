// Words of the patient's equipment screen in the language of this page.
export { words } from './en/equipment.ts'
