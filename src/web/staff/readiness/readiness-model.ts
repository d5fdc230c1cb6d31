// Two people's equipment side by side: which lines are shown, what is said of each, and the one next step of whoever is
// weak. Takes verdicts that are already made (domain/equipment-verdict), before a call or live, and judges nothing itself.
import type { EquipmentFindings, Verdict } from '#domain/equipment'
import type { Item, ItemVerdict, LiveFindings } from '#domain/equipment-judged'
import type { Readiness } from '#domain/equipment-verdict'
import { words } from '#text/readiness'
import { words as steps } from '#text/readiness-steps'
import { type Figure, figuresOf } from './readiness-figures.ts'

/** One person's equipment: what was found, what it was judged, and what the call measures now (null outside a call). */
export interface Side {
  readonly readiness: Readiness
  readonly found: EquipmentFindings | null
  readonly live: LiveFindings | null
  /** All that the plan wants of the patient was in the picture; left out or null where nobody looked. */
  readonly inFrame?: boolean | null
}

export interface Cell {
  readonly verdict: Verdict
  readonly word: string
  /** Nothing was looked at on this side: the head of the column says so, the cells keep quiet. */
  readonly quiet: boolean
  readonly figures: readonly Figure[]
}

export interface Line {
  readonly item: Item
  readonly patient: Cell
  readonly own: Cell
}

export interface Summary {
  readonly verdict: Verdict
  /** One or two words for the head of a column. */
  readonly word: string
  /** The one thing to do next; null when there is nothing to do. */
  readonly next: string | null
  /** When it was looked at (ms since the epoch); null when it was not, and while it is measured live. */
  readonly checkedAt: number | null
  readonly live: boolean
}

export interface Card {
  readonly patient: Summary
  readonly own: Summary
  /** Empty while nothing is known of either. */
  readonly lines: readonly Line[]
}

type Who = 'them' | 'you'

/** What concerns the consultation most comes first. */
const SHOWN: readonly Item[] = ['camera', 'light', 'microphone', 'speaker', 'connection', 'device', 'power']

export function readinessCard(patient: Side, own: Side): Card {
  const known = looked(patient) || looked(own)
  const lines = SHOWN.map((item) => ({ item, patient: cellOf(patient, item), own: cellOf(own, item) }))
  return {
    patient: summaryOf(patient, 'them'),
    own: summaryOf(own, 'you'),
    // A line that says nothing of anybody is left out: a desktop has no battery.
    lines: known ? lines.filter((line) => line.patient.verdict !== 'unknown' || line.own.verdict !== 'unknown') : [],
  }
}

const looked = (side: Side) => side.found !== null || side.live !== null

function itemOf(side: Side, item: Item): ItemVerdict | null {
  return side.readiness.items.find((one) => one.item === item) ?? null
}

function cellOf(side: Side, item: Item): Cell {
  const verdict = itemOf(side, item)?.verdict ?? 'unknown'
  return {
    verdict,
    word: words.verdicts[verdict],
    quiet: !looked(side),
    figures: [
      ...(verdict === 'unknown' ? [] : figuresOf(item, side.found, side.live)),
      ...(item === 'camera' && side.inFrame ? [{ text: words.figures.inFrame }] : []),
    ],
  }
}

function summaryOf(side: Side, who: Who): Summary {
  const { overall, next } = side.readiness
  const live = side.live !== null
  return {
    verdict: looked(side) ? overall : 'unknown',
    word: overallWord(side),
    next: looked(side) && next ? steps[next][who] : null,
    checkedAt: live ? null : (side.found?.at ?? null),
    live,
  }
}

function overallWord(side: Side): string {
  if (!looked(side)) return words.unknown
  const { overall, means } = side.readiness
  if (overall === 'unknown') return words.partly
  if (means === 'phone') return words.phone
  return means === 'sound-first' ? words.soundFirst : words.overall[overall]
}

export interface Compact {
  readonly verdict: Verdict
  readonly text: string
}

/** The patient's readiness in one line of the queue. Good enough is not worth a practitioner's glance. */
export function compactReadiness(side: Side): Compact {
  const { overall, next } = side.readiness
  if (!looked(side)) return { verdict: 'unknown', text: words.unknown }
  if (overall === 'unknown') return { verdict: 'unknown', text: words.partly }
  if (overall === 'good' || overall === 'ok' || !next) return { verdict: overall, text: overallWord(side) }
  const { trouble, them } = steps[next]
  return { verdict: overall, text: words.compact(trouble, words.lowerFirst(them)) }
}

export interface OwnLines {
  readonly lines: readonly { readonly item: Item; readonly cell: Cell }[]
  readonly next: string | null
  readonly verdict: Verdict
}

/** One side alone: what is known of it, and what to do oneself. */
export function ownReadiness(side: Side): OwnLines {
  const lines = SHOWN.map((item) => ({ item, cell: cellOf(side, item) }))
  const { next, verdict } = summaryOf(side, 'you')
  return { lines: lines.filter(({ cell }) => cell.verdict !== 'unknown'), next, verdict }
}
