// The advice for one visit: applies the advice rules to the answers, the plan and what is known of both sides' equipment. Pure.
import type { PlanView } from '#contract/plan'
import { type Advice, type AgreedDevice, type DeviceAnswers, NO_ANSWERS } from '#domain/advice'
import { adviseDevice } from '#domain/advice-rules'
import type { EquipmentFindings } from '#domain/equipment'
import { purposeOfPlan } from '#domain/plan-catalogue'

export interface AdviceForProps {
  readonly plan: PlanView
  readonly answers: DeviceAnswers
  readonly agreed: AgreedDevice | null
  readonly patient: EquipmentFindings | null
  readonly own: EquipmentFindings | null
  /** ms since the epoch. */
  readonly now: number
}

const ONE_TO_ONE = 2

/** Null for a plan whose purpose is not in the catalogue. */
export function adviceFor({ plan, answers, agreed, patient, own, now }: AdviceForProps): Advice | null {
  const purpose = purposeOfPlan(plan)
  if (!purpose) return null
  const theirs = adviseDevice({
    role: 'patient',
    purpose,
    answers,
    agreed,
    equipment: patient,
    other: own,
    participants: ONE_TO_ONE,
    now,
  })
  if (answers.hardOfHearing !== true) return theirs
  // What the patient's hearing asks of the practitioner.
  const ours = adviseDevice({
    role: 'practitioner',
    purpose,
    answers: NO_ANSWERS,
    equipment: own,
    participants: ONE_TO_ONE,
    circumstances: { hardOfHearingPatient: true },
    now,
  })
  return { ...theirs, fired: [...theirs.fired, ...ours.fired.filter(({ id }) => id === 'R22')] }
}
