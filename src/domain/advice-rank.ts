// Which of a person's own devices suits the purpose best, by points, and what is offered when they would rather use another.
import type { Offer, Placing, RankedDevice, RuleId } from './advice.ts'
import { isCarried, type Situation } from './advice-situation.ts'
import type { DeviceKind } from './plan.ts'

/** Points of the guide's ranking: how a device suits, what they would rather use, and what speaks against it. */
const SUITS = { first: 3, second: 2, possible: 1, avoid: 0 } as const
const PREFERRED = 2
const CANNOT_HOLD = -3
const LAPTOP_ALONE = 1
const POOR_CAMERA = -1
const OFFERED = 2

/** Why a device does not fit; null when it does. */
export function whyNot(device: DeviceKind, { part, answers, cannotHold, steadied }: Situation) {
  if (part.devices.avoid.includes(device)) return 'purpose'
  if (part.avoidInHand.includes(device) && answers.stand !== true) return 'in-hand'
  // Whoever moves cannot hold it: with nothing to stand it on and nobody to hold it, it would be in their hand.
  if (part.needsStand && isCarried(device) && answers.stand === false && answers.helperCanHold !== true)
    return 'in-hand'
  if (isCarried(device) && cannotHold && !steadied) return 'cannot-hold'
  return null
}

export function rankDevices(situation: Situation): readonly RankedDevice[] {
  const { answers, owned } = situation
  const preferred = (device: DeviceKind) => (device === answers.preference ? 1 : 0)
  const fits = (device: DeviceKind) => (whyNot(device, situation) === null ? 1 : 0)
  return owned
    .map((device) => rank(device, situation))
    .sort(
      (a, b) =>
        fits(b.device) - fits(a.device) ||
        // Of those that fit, what they would rather use comes first, whatever the points; of the others, by points.
        fits(a.device) * (preferred(b.device) - preferred(a.device)) ||
        b.score - a.score ||
        preferred(b.device) - preferred(a.device),
    )
}

function rank(device: DeviceKind, situation: Situation): RankedDevice {
  const { part, answers, cameraVerdict, inUse, sees } = situation
  const { first, second } = part.devices
  const why = whyNot(device, situation)
  const suits = first.includes(device) ? 'first' : second.includes(device) ? 'second' : 'possible'
  const rules: RuleId[] = []
  let score: number = SUITS[why === 'purpose' || why === 'in-hand' ? 'avoid' : suits]
  const add = (points: number, rule: RuleId) => {
    score += points
    rules.push(rule)
  }
  if (device === answers.preference) add(PREFERRED, 'R7')
  if (why === 'cannot-hold') add(CANNOT_HOLD, 'R8')
  if (device === 'laptop' && answers.alone === true) add(LAPTOP_ALONE, 'R9a')
  if (device === inUse && cameraVerdict === 'poor') add(POOR_CAMERA, 'R18')
  if (device === 'desktop' && sees('whole-body')) rules.push('R10')
  if ((device === 'laptop' || device === 'tablet') && sees('whole-body')) rules.push('R13')
  if (device === 'smartphone' && sees('close-up')) rules.push('R14')
  if (first.includes(device) && sees('face', 'family')) rules.push('R15')
  return { device, score, placing: placingOf(device, situation), rules: rules.sort(byNumber) }
}

export function placingOf(device: DeviceKind | null, { part, answers, cannotHold, sees }: Situation): Placing {
  if (device === null || !isCarried(device)) return 'stands'
  const freeHands = part.needsStand || cannotHold || part.avoidInHand.includes(device)
  if (answers.stand === true && (freeHands || !sees('close-up', 'home-tour'))) return 'stands'
  if (answers.helperCanHold === true) return 'helper-holds'
  return freeHands ? 'stands' : 'in-hand'
}

/** The two to show: what to suggest, and beside it what they would rather use or the next best. */
export function offerOf(ranked: readonly RankedDevice[], situation: Situation) {
  const best = ranked[0]
  const preferred = ranked.find(({ device }) => device === situation.answers.preference)
  const others = ranked.filter((each) => each !== best)
  const beside = preferred && preferred !== best ? [preferred] : others.slice(0, OFFERED - 1)
  return { offer: offer(best, preferred, situation), devices: best ? [best, ...beside] : [] }
}

function offer(best: RankedDevice | undefined, preferred: RankedDevice | undefined, situation: Situation): Offer {
  if (!best) return { is: situation.noDevice ? 'no-device' : 'nothing-known' }
  const reason = preferred && preferred !== best ? whyNot(preferred.device, situation) : null
  if (preferred && reason) return { is: 'both', device: best.device, preferred: preferred.device, reason }
  return { is: 'one', device: best.device, preferred: best === preferred }
}

/** R2 before R10, R9a before R9b. */
export function byNumber(a: RuleId, b: RuleId): number {
  return Number.parseInt(a.slice(1), 10) - Number.parseInt(b.slice(1), 10) || a.localeCompare(b)
}
