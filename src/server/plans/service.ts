// An organisation's plans: its own words for the purposes of the catalogue, and plans of its own. A plan that is taken
// away leaves nobody without one: what used it falls back to what it was based on.
import type { PlanBody, PlanList, PlanView } from '#contract/plan'
import { WORDING_FIELDS } from '#domain/plan'
import { Problem } from '#domain/problem'
import type { Deps } from '../deps.ts'
import type { Tx } from '../platform/db.ts'
import { publish } from '../platform/events.ts'
import { BUILT_IN, staffPlanView } from '../platform/plans.ts'
import * as store from './store.ts'

export interface PlanService {
  /** In the order of the catalogue, their own last. */
  list(organisationId: string): Promise<PlanList>
  /** A plan of their own. Throws `plan/not-found` when it is based on nothing, `plan/name-needed`. */
  make(organisationId: string, body: PlanBody): Promise<PlanList>
  change(organisationId: string, planId: string, body: PlanBody): Promise<PlanList>
  /** The built-in plan as the catalogue has it; one of their own is gone. */
  restore(organisationId: string, planId: string): Promise<PlanList>
}

export function openPlanService({ db, newId }: Deps): PlanService {
  const list = async (organisationId: string): Promise<PlanList> => {
    const rows = new Map((await store.plansOf(db, organisationId)).map((row) => [row.id, row]))
    const catalogue = [...BUILT_IN.keys()].map((id) => staffPlanView(id, rows.get(id)))
    const own = [...rows.values()].filter(({ id }) => !BUILT_IN.has(id)).map((row) => staffPlanView(row.id, row))
    return { plans: [...catalogue, ...own.sort(byName)] }
  }

  const tell = async (tx: Tx, areaIds: readonly string[]) => {
    for (const areaId of areaIds) await publish(tx, { kind: 'area', areaId })
  }

  const put = async (tx: Tx, organisationId: string, id: string, body: PlanBody) => {
    if (!BUILT_IN.has(body.basedOn)) throw new Problem('plan/not-found')
    const wording = tidy(body.wording)
    if (!BUILT_IN.has(id) && !wording.name) throw new Problem('plan/name-needed')
    const { basedOn, view, devices, checklist = [] } = body
    await store.putPlan(tx, organisationId, { id, basedOn, view, devices, wording, checklist })
    await tell(tx, await store.areasWithPlan(tx, organisationId, id))
  }

  return {
    list,
    async make(organisationId, body) {
      const id = `own-${newId().replaceAll('-', '').slice(0, 12)}`
      await db.transaction((tx) => put(tx, organisationId, id, body))
      return list(organisationId)
    },
    async change(organisationId, planId, body) {
      await db.transaction(async (tx) => {
        if (BUILT_IN.has(planId)) {
          // A purpose is based on itself: with another's rules it would be another.
          if (body.basedOn !== planId) throw new Problem('request/invalid')
        } else if (!(await store.lockPlan(tx, organisationId, planId))) throw new Problem('plan/not-found')
        await put(tx, organisationId, planId, body)
      })
      return list(organisationId)
    },
    async restore(organisationId, planId) {
      await db.transaction(async (tx) => {
        const basedOn = await store.deletePlan(tx, organisationId, planId)
        if (!basedOn && !BUILT_IN.has(planId)) throw new Problem('plan/not-found')
        const areaIds = await store.areasWithPlan(tx, organisationId, planId)
        if (basedOn && !BUILT_IN.has(planId)) await store.replacePlan(tx, organisationId, planId, basedOn)
        await tell(tx, areaIds)
      })
      return list(organisationId)
    },
  }
}

const byName = (one: PlanView, other: PlanView) =>
  (one.wording.name ?? '').localeCompare(other.wording.name ?? '', 'en') || (one.id < other.id ? -1 : 1)

/** Words without blanks around them; where nothing is left, the built-in ones. */
function tidy(wording: PlanView['wording']): PlanView['wording'] {
  const tidied = { ...wording }
  for (const field of WORDING_FIELDS) tidied[field] = wording[field]?.trim() || null
  return tidied
}
