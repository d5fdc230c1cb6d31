// Which words fit the outcome of the whole check. Pure.
import type { Readiness } from '#domain/equipment-verdict'

export type Outcome = 'well' | 'better' | 'soundFirst' | 'phone' | 'partly'

export function outcomeOf({ overall, means }: Pick<Readiness, 'overall' | 'means'>): Outcome {
  if (means === 'phone') return 'phone'
  if (means === 'sound-first') return 'soundFirst'
  if (overall === 'poor' || overall === 'not-suitable') return 'better'
  return overall === 'unknown' ? 'partly' : 'well'
}
