// A plan's words as staff read them: the organisation's own, else the built-in ones of what it is based on.
import type { PlanView } from '#contract/plan'
import { WORDING_FIELDS } from '#domain/plan'
import { purposeOf } from '#domain/plan-catalogue'
import { words as plans } from '#text/plans'
import { words as texts } from '#text/plans-staff'
import type { NamedPlan } from './plan-search.ts'

type Field = (typeof WORDING_FIELDS)[number]

/** When to choose it, in one line for staff. */
export function planUse(basedOn: string): string {
  const purposes: Readonly<Record<string, { readonly use: string }>> = plans.purposes
  return purposes[basedOn]?.use ?? ''
}

/** Empty where the catalogue has no such purpose or nothing to say. */
export function builtIn(basedOn: string, field: Field): string {
  const purposes: Readonly<Record<string, Readonly<Partial<Record<Field, string>>>>> = plans.purposes
  return purposes[basedOn]?.[field] ?? ''
}

export function planText(plan: Pick<PlanView, 'basedOn' | 'wording'>, field: Field): string {
  return plan.wording[field]?.trim() || builtIn(plan.basedOn, field)
}

export function planName(plan: Pick<PlanView, 'basedOn' | 'wording'> | null): string {
  return (plan && planText(plan, 'name')) || texts.unknown
}

/** Whether the organisation has changed anything of a purpose of the catalogue. */
export function isAltered(plan: PlanView): boolean {
  const purpose = purposeOf(plan.id)
  if (!purpose) return false
  const { first, second, avoid } = purpose.devices
  return (
    WORDING_FIELDS.some((field) => plan.wording[field] !== null) ||
    (plan.checklist ?? []).length > 0 ||
    plan.view !== purpose.views[0] ||
    JSON.stringify(plan.devices) !== JSON.stringify({ first, second, avoid })
  )
}

export function named(plan: PlanView): NamedPlan {
  const use = planUse(plan.basedOn)
  const also = [builtIn(plan.basedOn, 'name'), use, planText(plan, 'reason'), planText(plan, 'have')]
  return { plan, name: planName(plan), use, also: also.join(' ') }
}
