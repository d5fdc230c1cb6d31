// What the plan of a visit means for its call: what is laid out, what the picture favours, whether the coach is wanted and
// whether a still picture may be asked for. Pure.
import type { BodyPart, DegradationPreference, Purpose, View } from '#domain/plan'
import { type PlanFacts, purposeOfPlan } from '#domain/plan-catalogue'

export interface CallPlan {
  readonly purpose: Purpose
  readonly view: View
  readonly favour: DegradationPreference
  readonly coach: readonly BodyPart[]
  /** Never where the purpose is intimate (rule R35 of the advice), nor where it is not known. */
  readonly mayTakeStills: boolean
}

export function callPlan(plan: PlanFacts): CallPlan {
  const known = purposeOfPlan(plan)
  const purpose = known ?? unknownPurpose(plan)
  return {
    purpose,
    view: plan.view,
    favour: purpose.favour,
    coach: purpose.coach,
    mayTakeStills: known !== null && !known.intimate,
  }
}

/** A plan of a newer server: its view is known, and nothing else is guessed. */
function unknownPurpose({ basedOn, view, devices }: PlanFacts): Purpose {
  return {
    id: basedOn,
    views: [view],
    devices,
    avoidInHand: [],
    needsStand: false,
    needsHelper: false,
    headset: false,
    favour: 'balanced',
    coach: [],
    checklist: [],
    intimate: false,
  }
}

export interface CallLayout {
  /** The panel begins open beside the picture, where there is room for both. */
  readonly panel: boolean
  /** A sharp still is one press away. */
  readonly stillReady: boolean
  /** A sign beside the camera: who looks there meets the other's eyes. */
  readonly eyeLevel: boolean
}

/** How the practitioner's screen begins; they may change all of it. */
export function layoutOf({ view, mayTakeStills }: Pick<CallPlan, 'view' | 'mayTakeStills'>): CallLayout {
  const large = view === 'whole-body' || view === 'group'
  return {
    panel: !large,
    stillReady: mayTakeStills && (view === 'close-up' || view === 'mixed'),
    eyeLevel: view === 'face' || view === 'family',
  }
}
