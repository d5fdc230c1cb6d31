// Words of the framing coach in the language of this page.
export { words } from './en/coach.ts'
