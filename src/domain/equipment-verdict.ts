// Judges what was found of one person's equipment, item by item, with one next step each, and says what kind of call it
// allows. Never locks anybody out: the worst it says is that the phone would serve better.
import type { EquipmentFindings, Verdict } from './equipment.ts'
import { JUDGES } from './equipment-items.ts'
import {
  type About,
  ITEMS,
  type Item,
  type ItemVerdict,
  type LiveFindings,
  type Means,
  type Step,
} from './equipment-judged.ts'
import { LIVE_JUDGES } from './equipment-live.ts'

export interface Readiness {
  /** Every item, in the order of ITEMS. */
  readonly items: readonly ItemVerdict[]
  /** The worst that stands in the way; unknown while anything that matters is not known and nothing is worse. */
  readonly overall: Verdict
  readonly means: Means
  /** The step of the worst item; null when nothing needs doing. */
  readonly next: Step | null
}

/** As long as nothing is known of it, nothing can be said of the whole. A battery and the light are no such thing. */
const NEEDED: readonly Item[] = ['device', 'camera', 'microphone', 'speaker', 'connection']
/** Whose step comes first when two are equally bad: sound first. */
const URGENT_FIRST: readonly Item[] = ['connection', 'microphone', 'device', 'speaker', 'camera', 'light', 'power']
const WORST_FIRST: readonly Verdict[] = ['not-suitable', 'poor', 'unknown', 'ok', 'good']

export function judgeEquipment(findings: EquipmentFindings | null, about: About): Readiness {
  return readinessOf(ITEMS.map((item) => JUDGES[item](findings, about)))
}

/** The same items as before the call, the measured ones by what is measured now. */
export function judgeLive(live: LiveFindings, before: EquipmentFindings | null, about: About): Readiness {
  return readinessOf(ITEMS.map((item) => LIVE_JUDGES[item]?.(live, before, about) ?? JUDGES[item](before, about)))
}

function readinessOf(items: readonly ItemVerdict[]): Readiness {
  const rank = ({ verdict }: ItemVerdict) => WORST_FIRST.indexOf(verdict)
  const urgent = [...items].sort(
    (a, b) => rank(a) - rank(b) || URGENT_FIRST.indexOf(a.item) - URGENT_FIRST.indexOf(b.item),
  )
  const counting = urgent.filter(({ item, verdict }) => NEEDED.includes(item) || verdict !== 'unknown')
  return {
    items,
    overall: counting[0]?.verdict ?? 'unknown',
    means: meansOf(items),
    next: urgent.find(({ step }) => step !== null)?.step ?? null,
  }
}

function meansOf(items: readonly ItemVerdict[]): Means {
  const allowed = items.map(({ limits }) => limits)
  if (allowed.includes('phone')) return 'phone'
  return allowed.includes('sound-first') ? 'sound-first' : 'video'
}
