// What the patient reads of a plan: the organisation's own words where it has some, else the built-in ones of the purpose.
import type { PlanView } from '#contract/plan'
import { words } from '#text/plans'
import { words as prepare } from '#text/prepare'

export type PatientField = 'reason' | 'position' | 'wear' | 'have' | 'safety'

const isPurpose = (id: string): id is keyof typeof words.purposes => id in words.purposes

/** The built-in words that ask for somebody's help give way where nobody is there. An organisation's own stand. */
export function safetyText(plan: PlanView, alone: boolean): string {
  const forAlone = alone && plan.wording.safety === null ? prepare.placeSafetyAlone[plan.basedOn] : undefined
  return forAlone ?? planText(plan, 'safety')
}

/** Empty where there is nothing to say. */
export function planText({ basedOn, wording }: PlanView, field: PatientField): string {
  return wording[field] ?? (isPurpose(basedOn) ? words.purposes[basedOn][field] : '')
}
