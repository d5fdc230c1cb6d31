// Finding a plan by a few letters, and the plans grouped by what has to be seen. Pure: the words of each plan come with it.
import type { PlanView } from '#contract/plan'
import { VIEWS, type View } from '#domain/plan'

export interface NamedPlan {
  readonly plan: PlanView
  readonly name: string
  /** When to choose it. */
  readonly use: string
  /** Other words to find it by. */
  readonly also: string
}

export interface PlanGroup {
  readonly view: View
  readonly plans: readonly NamedPlan[]
}

/** Letters alone count: neither case nor accents. */
const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Groups in the order of the views; within one, the order of the list. Every word typed must be found. */
export function findPlans(plans: readonly NamedPlan[], typed: string): readonly PlanGroup[] {
  const asked = folded(typed).split(/\s+/).filter(Boolean)
  const fits = ({ name, also }: NamedPlan) => {
    const text = folded(`${name} ${also}`)
    return asked.every((word) => text.includes(word))
  }
  return VIEWS.map((view) => ({
    view,
    plans: plans.filter((one) => one.plan.view === view && fits(one)),
  })).filter((group) => group.plans.length > 0)
}

/** The plan `step` places on from the one that is marked, around the ends; the first when none is marked. */
export function markNext(groups: readonly PlanGroup[], marked: string | null, step: 1 | -1): string | null {
  const ids = groups.flatMap((group) => group.plans.map(({ plan }) => plan.id))
  if (ids.length === 0) return null
  const at = marked === null ? -1 : ids.indexOf(marked)
  if (at === -1) return (step === 1 ? ids[0] : ids.at(-1)) ?? null
  return ids[(at + step + ids.length) % ids.length] ?? null
}
