// What makes a visit ready before the two meet: its plan, the talk about devices, and what the patient's page found out
// about its equipment. Each change is one transaction, and everyone who watches the visit is sent it.
import type { EquipmentFindings } from '#contract/equipment'
import type { DeviceTalkBody } from '#contract/plan'
import type { PatientView } from '#contract/visit'
import { agreedStill } from '#domain/advice'
import { Problem } from '#domain/problem'
import type { Deps } from '../deps.ts'
import { aliasOf } from '../platform/aliases.ts'
import type { Tx } from '../platform/db.ts'
import { publish } from '../platform/events.ts'
import { ensurePlan } from '../platform/plans.ts'
import type { StoredTalk } from '../platform/said-names.ts'
import type { Snapshots } from './snapshots.ts'
import * as store from './store.ts'

/** Who speaks; of names only a practitioner's is kept here, and what the patient is told instead. */
type Side =
  | { readonly by: 'patient' }
  | { readonly by: 'practitioner'; readonly name: string; readonly personId: string }

type Told = { readonly kind: 'visit'; readonly places: false } | { readonly kind: 'findings' }
const TOLD: Told = { kind: 'visit', places: false }

export interface Readiness {
  /** Throws `plan/not-found` when the area's organisation has no such plan. */
  choosePlan(visitId: string, planId: string): Promise<void>
  talk(visitId: string, body: DeviceTalkBody, side: Side): Promise<void>
  talkOwn(visitId: string, body: DeviceTalkBody): Promise<PatientView>
  keepFindings(visitId: string, findings: EquipmentFindings): Promise<void>
}

export function openReadiness({ db, now }: Deps, snapshots: Snapshots): Readiness {
  const change = async (
    tx: Tx,
    visitId: string,
    next: (row: store.VisitRow) => store.VisitChange | Promise<store.VisitChange>,
    event: Told = TOLD,
  ) => {
    const row = await store.lockVisit(tx, visitId)
    if (row.status === 'ended') throw new Problem('visit/already-ended')
    await store.updateVisit(tx, visitId, await next(row))
    await publish(tx, { ...event, visitId, areaId: row.areaId })
  }

  const talk: Readiness['talk'] = (visitId, body, side) =>
    db.transaction((tx) =>
      change(tx, visitId, async (row) => {
        const saidAs = side.by === 'practitioner' ? await aliasOf(tx, side.personId, row.areaId) : null
        return { talk: nextTalk(row.talk, body, side, saidAs, now()) }
      }),
    )

  return {
    talk,
    async choosePlan(visitId, planId) {
      const visit = await store.visitById(db, visitId)
      if (!visit) throw new Problem('visit/not-found')
      await db.transaction(async (tx) => {
        // The plan before the visit: taking a plan away locks them in this order, too.
        await ensurePlan(tx, visit.visit.areaId, planId)
        await change(tx, visitId, () => ({ planId }))
      })
    },
    async talkOwn(visitId, body) {
      await talk(visitId, body, { by: 'patient' })
      return snapshots.patient(visitId)
    },
    async keepFindings(visitId, findings) {
      // A page's clock may be wrong by a day.
      const equipment = { ...findings, at: now().getTime() }
      await db.transaction((tx) => change(tx, visitId, () => ({ equipment }), { kind: 'findings' }))
    },
  }
}

/** What was agreed of a device that they have no more is forgotten. Agreeing again on what was agreed leaves who agreed it, and when. */
function nextTalk(
  before: StoredTalk | null,
  { answers, agreed }: DeviceTalkBody,
  side: Side,
  saidAs: string | null,
  now: Date,
): StoredTalk {
  const was = agreedStill(before?.agreed ?? null, before?.answers.devices ?? [], answers.devices)
  if (agreed === null || was?.device === agreed) return { answers, agreed: was }
  const byName = side.by === 'practitioner' ? side.name : ''
  return { answers, agreed: { device: agreed, by: side.by, byName, ...(saidAs ? { saidAs } : {}), at: now.getTime() } }
}
