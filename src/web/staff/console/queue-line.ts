// What one visit in the queue looks like to this practitioner: its state in one word, its wait, and what may be done.
// Pure; times are milliseconds since the epoch by the server's clock.
import type { AreaQueue, QueueVisit } from '#contract/visit'
import { type Urgency, urgencyOf } from '#domain/queue'
import type { TagTone } from '../../ui/tag/tag.tsx'

export type LineState =
  | { readonly kind: 'waiting'; readonly urgency: Urgency }
  /** Their page is not there: asleep, closed or without a network. They keep their place. */
  | { readonly kind: 'away'; readonly minutes: number }
  | { readonly kind: 'with'; readonly name: string; readonly mine: boolean }
  | { readonly kind: 'on-hold'; readonly name: string; readonly mine: boolean }
  /** No longer in the queue; shown only while a pointer or the focus rests on the table. */
  | { readonly kind: 'gone' }

/** Where somebody waits, and what this practitioner is there. */
export interface LinePlace {
  readonly areaId: string
  readonly name: string
  readonly timeZone: string
  /** They see no more than first names there. */
  readonly limitedView: boolean
  readonly mayJoin: boolean
}

export interface QueueLine {
  readonly visit: QueueVisit
  readonly place: LinePlace
  readonly state: LineState
  /** Whole minutes since they arrived. */
  readonly waited: number
  readonly long: boolean
  /** What the last of them wrote, or null. */
  readonly lastMessage: { readonly text: string; readonly fromPatient: boolean } | null
  /** The one thing to do with this line; null where there is nothing for this practitioner to do. */
  readonly action: 'join' | 'return' | null
  /** They closed the page and have not been told yet that it is their turn, which is this practitioner's to do. */
  readonly recall: boolean
  /** The colleague who has just taken them as the next one, and has not joined yet. */
  readonly takenBy: string | null
}

/** Each state has a colour of its own, and a word and an icon beside it. */
export function toneOf(state: LineState): TagTone {
  switch (state.kind) {
    case 'waiting':
      return ({ long: 'dark-amber', new: 'accent', waiting: 'amber' } as const)[state.urgency]
    case 'with':
      return 'good'
    case 'on-hold':
      return 'violet'
    default:
      return 'neutral'
  }
}

const MINUTE = 60_000

export function minutesBetween(from: number, to: number): number {
  return Math.max(0, Math.floor((to - from) / MINUTE))
}

export function queueLine(visit: QueueVisit, myId: string, now: number, place: LinePlace): QueueLine {
  const state = stateOf(visit, myId, now)
  const last = visit.messages.at(-1)
  return {
    visit,
    place,
    state,
    waited: minutesBetween(visit.arrivedAt, now),
    long: visit.status === 'waiting' && urgencyOf(visit.arrivedAt, now) === 'long',
    lastMessage: last ? { text: last.text, fromPatient: last.from === 'patient' } : null,
    action: place.mayJoin ? actionOf(state) : null,
    recall: state.kind === 'away' && visit.recall?.toldAt === null && !place.limitedView,
    takenBy: takenBy(visit, myId, now),
  }
}

function stateOf(visit: QueueVisit, myId: string, now: number): LineState {
  if (visit.status === 'waiting') {
    if (visit.awaySince !== null) return { kind: 'away', minutes: minutesBetween(visit.awaySince, now) }
    return { kind: 'waiting', urgency: urgencyOf(visit.arrivedAt, now) }
  }
  const name = visit.practitioner?.name ?? ''
  const mine = visit.practitioner?.id === myId
  return visit.status === 'on-hold' ? { kind: 'on-hold', name, mine } : { kind: 'with', name, mine }
}

function actionOf(state: LineState): QueueLine['action'] {
  switch (state.kind) {
    // Someone away may be back in a moment: the confirmation says that they are not there, and offers what helps.
    case 'waiting':
    case 'away':
      return 'join'
    case 'with':
    case 'on-hold':
      return state.mine ? 'return' : null
    case 'gone':
      return null
  }
}

function takenBy({ status, takenBy: taken }: QueueVisit, myId: string, now: number): string | null {
  return status === 'waiting' && taken && taken.id !== myId && taken.until > now ? taken.name : null
}

/** The lines of some areas as one queue: those to be seen first, in order of arrival; then those with a practitioner. */
export function queueLines(
  areas: readonly AreaQueue[],
  myId: string,
  now: number,
  mayJoin: (areaId: string) => boolean,
): QueueLine[] {
  const lines = areas.flatMap(({ areaId, name, timeZone, limitedView = false, visits }) => {
    const place: LinePlace = { areaId, name, timeZone, limitedView, mayJoin: mayJoin(areaId) }
    return visits.map((visit) => queueLine(visit, myId, now, place))
  })
  const byArrival = (a: QueueLine, b: QueueLine) => a.visit.arrivalNumber - b.visit.arrivalNumber
  const waits = (line: QueueLine) => line.visit.status === 'waiting'
  return [...lines.filter(waits).sort(byArrival), ...lines.filter((line) => !waits(line)).sort(byArrival)]
}

export interface AreaSummary {
  readonly waiting: number
  /** Waiting with their page away. */
  readonly away: number
  readonly beingSeen: number
  /** Whole minutes of the longest wait; null when nobody waits. */
  readonly longest: number | null
  readonly long: boolean
}

export function summaryOf(area: AreaQueue, now: number): AreaSummary {
  const waiting = area.visits.filter((visit) => visit.status === 'waiting')
  const first = Math.min(...waiting.map((visit) => visit.arrivedAt))
  return {
    waiting: waiting.length,
    away: waiting.filter((visit) => visit.awaySince !== null).length,
    beingSeen: area.visits.length - waiting.length,
    longest: waiting.length ? minutesBetween(first, now) : null,
    long: waiting.some((visit) => urgencyOf(visit.arrivedAt, now) === 'long'),
  }
}
