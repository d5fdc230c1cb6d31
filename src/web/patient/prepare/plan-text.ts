// What the patient reads of a plan: the organisation's own words where it has some, else the built-in ones of the purpose.
import type { PlanView } from '#contract/plan'
import { words } from '#text/plans'

export type PatientField = 'reason' | 'position' | 'wear' | 'have' | 'safety'

const isPurpose = (id: string): id is keyof typeof words.purposes => id in words.purposes

/** Empty where there is nothing to say. */
export function planText({ basedOn, wording }: PlanView, field: PatientField): string {
  return wording[field] ?? (isPurpose(basedOn) ? words.purposes[basedOn][field] : '')
}
