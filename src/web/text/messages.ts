// Words of a thread of messages, in the language of this page.
export { words } from './en/messages.ts'
