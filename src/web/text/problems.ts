// Words for refusals in the language of this page.
import type { Refusal } from '../net/api.ts'
import { words } from './en/problems.ts'

export { words }

/** Words for a refusal, also for a code that a newer server may know and this page does not. */
export function sayRefusal({ code, detail }: Pick<Refusal, 'code' | 'detail'>): string {
  return (words[code] ?? words['server/fault'])(detail)
}
