// Words of the consultation's checklist in the language of this page.
export { words } from './en/checklist.ts'
