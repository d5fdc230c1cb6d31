// Which of the people in a queue are wanted now: by state, by how long they have waited, by what they came for, by name
// or date of birth. Pure.
import { foundBy } from './patient-search.ts'
import type { QueueLine } from './queue-line.ts'

/** Everybody in a queue is in exactly one of these. */
export const QUEUE_STATES = ['waiting', 'away', 'with', 'on-hold'] as const
export type QueueState = (typeof QUEUE_STATES)[number]

export interface QueueFilter {
  readonly search: string
  /** Null: whatever their state. */
  readonly state: QueueState | null
  /** Whole minutes; null: however long. */
  readonly longerThan: number | null
  /** Null: whatever for. */
  readonly planId: string | null
}

export const NO_FILTER: QueueFilter = { search: '', state: null, longerThan: null, planId: null }

/** What is offered of `longerThan`, minutes. */
export const WAITS_OFFERED = [10, 20, 30, 60] as const

export function isFiltering({ search, state, longerThan, planId }: QueueFilter): boolean {
  return search.trim() !== '' || state !== null || longerThan !== null || planId !== null
}

/** The lines that are wanted, in their order. Who waits longer is only asked of those who wait. */
export function filterLines(lines: readonly QueueLine[], filter: QueueFilter): readonly QueueLine[] {
  if (!isFiltering(filter)) return lines
  const found = foundBy(filter.search)
  return lines.filter(
    (line) =>
      (filter.state === null || line.state.kind === filter.state) &&
      (filter.longerThan === null || (line.visit.status === 'waiting' && line.waited > filter.longerThan)) &&
      (filter.planId === null || (line.visit.planId === filter.planId && !line.place.limitedView)) &&
      found(line.visit),
  )
}

export type QueueCounts = Readonly<Record<QueueState, number>>

export function countStates(lines: readonly QueueLine[]): QueueCounts {
  const counts = { waiting: 0, away: 0, with: 0, 'on-hold': 0 }
  for (const { state } of lines) if (state.kind !== 'gone') counts[state.kind] += 1
  return counts
}

/** What those in the queue came for; one that is filtered by stays offered when its last one has gone. */
export function plansOf(lines: readonly QueueLine[], chosen: string | null): string[] {
  const ids = new Set(lines.filter(({ place }) => !place.limitedView).map(({ visit }) => visit.planId))
  if (chosen !== null) ids.add(chosen)
  return [...ids]
}
