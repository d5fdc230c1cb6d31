// What the rules look at: the answers and findings of one person, with what follows from them at once.
import { type AdviceInput, NO_ANSWERS } from './advice.ts'
import type { Verdict } from './equipment.ts'
import { CAMERA_LINES, CAMERA_LINES_IDEAL, GROUP_FROM, GROUP_MBPS, ONE_TO_ONE_MBPS } from './equipment-thresholds.ts'
import type { DeviceKind, DeviceOrder, View } from './plan.ts'

/** How devices suit this person's part: the purpose is the patient's, a practitioner only has to be seen and to see. */
interface Part {
  readonly views: readonly View[]
  readonly devices: DeviceOrder
  readonly avoidInHand: readonly DeviceKind[]
  readonly needsStand: boolean
}

const PRACTITIONERS_PART: Part = {
  views: ['face'],
  devices: { first: ['desktop', 'laptop'], second: ['tablet'], avoid: [] },
  avoidInHand: ['smartphone'],
  needsStand: true,
}

export interface Situation extends AdviceInput {
  readonly part: Part
  /** Their devices; the one in use where they named none. */
  readonly owned: readonly DeviceKind[]
  readonly inUse: DeviceKind | null
  readonly noDevice: boolean
  readonly sees: (...views: readonly View[]) => boolean
  readonly cameraVerdict: Verdict
  /** The weaker of both ways. */
  readonly mbps: number | null
  readonly needsMbps: number
  /** Below the guide's figure. */
  readonly slow: boolean
  /** They cannot hold a device all the time, or cannot put it elsewhere. */
  readonly cannotHold: boolean
  /** It can stand on something, or somebody holds it for them. */
  readonly steadied: boolean
}

export function situationOf(input: AdviceInput): Situation {
  const { answers, equipment } = input
  const part = input.role === 'patient' ? input.purpose : PRACTITIONERS_PART
  const inUse = equipment?.device?.kind ?? null
  const answered = input.answered ?? JSON.stringify({ ...NO_ANSWERS, ...answers }) !== JSON.stringify(NO_ANSWERS)
  const owned = answers.devices.length > 0 || inUse === null ? answers.devices : [inUse]
  const mbps = weakerWay(equipment?.connection?.upMbps, equipment?.connection?.downMbps)
  const needsMbps = mbpsFor(input.participants)
  return {
    ...input,
    part,
    owned,
    inUse,
    noDevice: answered && owned.length === 0,
    sees: (...views) => part.views.some((view) => views.includes(view)),
    cameraVerdict: judgeLines(equipment?.camera?.lines ?? null),
    mbps,
    needsMbps,
    slow: mbps !== null && mbps < needsMbps,
    cannotHold: answers.canHold === 'no' || answers.canHold === 'short-time' || answers.canMoveDevice === false,
    steadied: answers.stand === true || answers.helperCanHold === true,
  }
}

/** The guide's figure for so many people, of each way. */
export const mbpsFor = (participants: number) => (participants >= GROUP_FROM ? GROUP_MBPS : ONE_TO_ONE_MBPS)

export function weakerWay(up: number | null | undefined, down: number | null | undefined): number | null {
  const known = [up, down].filter((each) => each !== null && each !== undefined)
  return known.length === 0 ? null : Math.min(...known)
}

export function judgeLines(lines: number | null): Verdict {
  if (lines === null) return 'unknown'
  if (lines >= CAMERA_LINES_IDEAL) return 'good'
  return lines >= CAMERA_LINES ? 'ok' : 'poor'
}

export const isCarried = (device: DeviceKind) => device === 'smartphone' || device === 'tablet'
