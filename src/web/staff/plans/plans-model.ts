// The page on which an administrator writes plans: which one is open, and every form that was begun, so that looking at
// another plan loses nothing that was typed.
import type { PlanView } from '#contract/plan'
import type { ApiCall } from '../../kit/api-call.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import type { PlanCatalogue } from './plan-catalogue-model.ts'
import { createPlanForm, type PlanForm } from './plan-form.ts'

export interface OpenPlan {
  /** Changes with every form: a new one is a new drawing. */
  readonly key: string
  /** What it is, or is based on. */
  readonly plan: PlanView
  readonly form: PlanForm
  /** A purpose of the catalogue; else the organisation's own, stored or not. */
  readonly builtIn: boolean
}

export interface PlansModel {
  readonly catalogue: PlanCatalogue
  readonly open: Readable<OpenPlan | null>
  choose(planId: string | null): void
  /** Begins a plan of one's own. */
  begin(basis: PlanView): void
  /** True when it was saved. */
  save(): Promise<boolean>
  restore(): Promise<boolean>
  unsaved(): boolean
  hasUnsaved(planId: string): boolean
}

export function createPlans(apiCall: ApiCall, catalogue: PlanCatalogue): PlansModel {
  const open = createStore<OpenPlan | null>(null)
  const forms = new Map<string, OpenPlan>()
  let fresh = 0

  function openOf(plan: PlanView): OpenPlan {
    const known = forms.get(plan.id)
    if (known) return known
    const form = createPlanForm({ apiCall, plan, fresh: false })
    const made = { key: plan.id, plan, form, builtIn: plan.id === plan.basedOn }
    forms.set(plan.id, made)
    return made
  }

  function choose(planId: string | null): void {
    const plan = planId === null ? null : catalogue.find(planId)
    open.set(plan && openOf(plan))
  }

  return {
    catalogue,
    open,
    choose,
    begin(basis) {
      fresh += 1
      const key = `fresh-${fresh}`
      const plan = { ...basis, basedOn: basis.basedOn }
      const made = { key, plan, form: createPlanForm({ apiCall, plan, fresh: true }), builtIn: false }
      forms.set(key, made)
      open.set(made)
    },
    async save() {
      const now = open.get()
      if (!now) return false
      const before = catalogue.state.get()
      const known = new Set(before.kind === 'loaded' ? before.plans.map(({ id }) => id) : [])
      const list = await now.form.submit()
      if (!list) return false
      catalogue.take(list)
      if (now.form.planId !== null) return true
      forms.delete(now.key)
      const stored = list.plans.find(({ id }) => !known.has(id))
      if (open.get() === now) choose(stored?.id ?? null)
      return true
    },
    async restore() {
      const now = open.get()
      if (!now) return false
      const list = await now.form.restore()
      if (!list) return false
      catalogue.take(list)
      if (!now.builtIn) {
        forms.delete(now.key)
        if (open.get() === now) open.set(null)
      }
      return true
    },
    unsaved: () => [...forms.values()].some(({ form }) => form.state.get().changed),
    hasUnsaved: (planId) => forms.get(planId)?.form.state.get().changed ?? false,
  }
}
