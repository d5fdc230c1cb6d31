// What was found of a patient's and of one's own equipment, judged for a one-to-one visit of this plan. Nothing live.
import type { PlanView } from '#contract/plan'
import { type EquipmentFindings, isInFrame, type Party } from '#domain/equipment'
import type { About } from '#domain/equipment-judged'
import { judgeEquipment } from '#domain/equipment-verdict'
import { purposeOfPlan } from '#domain/plan-catalogue'
import type { Side } from './readiness-model.ts'

const ONE_TO_ONE = 2

type Plan = Pick<PlanView, 'basedOn' | 'view' | 'devices'>

/** Whether all that the plan wants was in the picture; null: nobody looked, or nothing is wanted. */
export const inFrameOf = (found: EquipmentFindings | null, plan: Plan | null): boolean | null =>
  isInFrame(found, (plan && purposeOfPlan(plan)?.coach) ?? [])

export function sideOf(role: Party, found: EquipmentFindings | null, plan: Plan | null): Side {
  const about: About = {
    role,
    participants: ONE_TO_ONE,
    view: plan?.view ?? 'face',
    avoid: plan?.devices.avoid ?? [],
  }
  return {
    readiness: judgeEquipment(found, about),
    found,
    live: null,
    inFrame: role === 'patient' ? inFrameOf(found, plan) : null,
  }
}
