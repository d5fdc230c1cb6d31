// What was found of a patient's and of one's own equipment, judged for a one-to-one visit of this plan. Nothing live.
import type { PlanView } from '#contract/plan'
import type { EquipmentFindings, Party } from '#domain/equipment'
import type { About } from '#domain/equipment-judged'
import { judgeEquipment } from '#domain/equipment-verdict'
import type { Side } from './readiness-model.ts'

const ONE_TO_ONE = 2

export function sideOf(
  role: Party,
  found: EquipmentFindings | null,
  plan: Pick<PlanView, 'view' | 'devices'> | null,
): Side {
  const about: About = {
    role,
    participants: ONE_TO_ONE,
    view: plan?.view ?? 'face',
    avoid: plan?.devices.avoid ?? [],
  }
  return { readiness: judgeEquipment(found, about), found, live: null }
}
