// Words for the refusals that patients meet, in the language of this page.
import type { ProblemDetail } from '#domain/problem'
import type { Refusal } from '../net/api.ts'
import { words } from './en/problems-patient.ts'

/** Words for a refusal, also for a code that is not theirs to meet, or that a newer server knows and this page does not. */
export function sayRefusal({ code, detail }: Pick<Refusal, 'code' | 'detail'>): string {
  const known: Partial<Record<string, (detail: ProblemDetail) => string>> = words
  return (known[code] ?? words['server/fault'])(detail)
}
