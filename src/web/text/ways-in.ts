// Words about bringing patients to a waiting area, in the language of this page.
export { words } from './en/ways-in.ts'
