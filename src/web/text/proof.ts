// The words of this part in the language of this page.
export { words } from './en/proof.ts'
