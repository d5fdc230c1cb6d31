// Places and times in a queue. Pure; times are in milliseconds since the epoch, durations in minutes.

export interface Queued {
  readonly visitId: string
  /** Grows with every arrival, whatever a clock says. */
  readonly arrivalNumber: number
  /** When their page was last there; null while it is. */
  readonly awaySince: number | null
}

/** An absence as long as this is one: a phone that slept for a moment, or a server that started again, moves nobody up. */
export const PASSED_OVER_AFTER_MS = 2 * 60 * 1000

/** Places by visit, 1 for the next to be seen. Whoever is away keeps their order and does not count for those behind. */
export function placesInQueue(waiting: readonly Queued[], now: number): Map<string, number> {
  const places = new Map<string, number>()
  let place = 1
  for (const { visitId, awaySince } of [...waiting].sort((a, b) => a.arrivalNumber - b.arrivalNumber)) {
    places.set(visitId, place)
    if (awaySince === null || now - awaySince < PASSED_OVER_AFTER_MS) place += 1
  }
  return places
}

/** What changed in a queue: visits as they stand in it now, new ones too, and those that stand in it no more. */
export interface QueueChange<Visit> {
  readonly visits: readonly Visit[]
  readonly gone: readonly string[]
}

/** A queue's visits after a change, in order of arrival. */
export function withChange<Visit extends { readonly id: string; readonly arrivalNumber: number }>(
  before: readonly Visit[],
  { visits, gone }: QueueChange<Visit>,
): Visit[] {
  const other = new Set([...gone, ...visits.map(({ id }) => id)])
  return [...before.filter(({ id }) => !other.has(id)), ...visits].sort((a, b) => a.arrivalNumber - b.arrivalNumber)
}

/** What may honestly be said of the delay: what the clinic said, what others waited today, or nothing. */
export type Delay =
  | { readonly kind: 'unknown' }
  /** `at`: when the clinic said so. */
  | { readonly kind: 'said'; readonly minutes: number; readonly at: number }
  | { readonly kind: 'measured'; readonly minutes: number }

/** Fewer visits than this say nothing about the next one. */
export const DELAY_NEEDS_VISITS = 3

/** Delay from the clinic's own notice, else the median of today's waits in `area` (minutes, at least 3 of them), else unknown. */
export function honestDelay(late: { minutes: number; at: number } | null, waitsToday: readonly number[]): Delay {
  if (late !== null && late.minutes > 0) return { kind: 'said', ...late }
  if (waitsToday.length < DELAY_NEEDS_VISITS) return { kind: 'unknown' }
  const sorted = [...waitsToday].sort((a, b) => a - b)
  return { kind: 'measured', minutes: Math.max(1, Math.round(sorted[Math.floor(sorted.length / 2)] ?? 1)) }
}

/**
 * Whether somebody has waited longer by now than they were told. What the clinic said is counted from when it said so, or
 * from their arrival where that was later.
 */
export function isOverdue(delay: Delay, arrivedAt: number, now: number): boolean {
  if (delay.kind === 'unknown') return false
  const from = delay.kind === 'said' ? Math.max(arrivedAt, delay.at) : arrivedAt
  return now - from > delay.minutes * 60_000
}

/** Whoever was taken as the next one is nobody else's for so long: enough to read who it is, short enough to be left. */
export const TAKEN_FOR_MS = 2 * 60 * 1000

/** After 30 minutes a wait is long: dark amber on the practitioner's screen (the practice of virtual clinics). */
export const LONG_WAIT_MS = 30 * 60 * 1000

export type Urgency = 'new' | 'waiting' | 'long'

/** How pressing a wait is: new in its first minute, long from 30 minutes. Times in ms since the epoch. */
export function urgencyOf(arrivedAt: number, now: number): Urgency {
  const waited = now - arrivedAt
  if (waited >= LONG_WAIT_MS) return 'long'
  return waited < 60_000 ? 'new' : 'waiting'
}
