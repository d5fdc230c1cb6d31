// Places and times in a queue. Pure; times are in milliseconds since the epoch, durations in minutes.

export interface Queued {
  readonly visitId: string
  /** Grows with every arrival, whatever a clock says. */
  readonly arrivalNumber: number
}

/** Places by visit, 1 for the next to be seen. */
export function placesInQueue(waiting: readonly Queued[]): Map<string, number> {
  const ordered = [...waiting].sort((a, b) => a.arrivalNumber - b.arrivalNumber)
  return new Map(ordered.map((visit, index) => [visit.visitId, index + 1]))
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
  | { readonly kind: 'said'; readonly minutes: number }
  | { readonly kind: 'measured'; readonly minutes: number }

/** Fewer visits than this say nothing about the next one. */
export const DELAY_NEEDS_VISITS = 3

/** Delay from the clinic's own notice, else the median of today's waits in `area` (minutes, at least 3 of them), else unknown. */
export function honestDelay(lateMinutes: number | null, waitsToday: readonly number[]): Delay {
  if (lateMinutes !== null && lateMinutes > 0) return { kind: 'said', minutes: lateMinutes }
  if (waitsToday.length < DELAY_NEEDS_VISITS) return { kind: 'unknown' }
  const sorted = [...waitsToday].sort((a, b) => a - b)
  return { kind: 'measured', minutes: Math.max(1, Math.round(sorted[Math.floor(sorted.length / 2)] ?? 1)) }
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
