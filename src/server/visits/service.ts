// What can be done to a visit: arrive, join, hold, send back, end, leave, remove. Each is one transaction that locks the
// visit, moves it by the state machine, and publishes what happened.
import type { ArriveBody, PatientView } from '#contract/visit'
import { openness } from '#domain/area'
import { checkArrival } from '#domain/arrival'
import { checkAnswers } from '#domain/arrival-questions'
import { mediumFor } from '#domain/medium'
import { Problem } from '#domain/problem'
import { RECALL_KEPT_MS } from '#domain/recall'
import { AWAY_LIMIT_MS, type VisitAction } from '#domain/visit'
import type { Deps } from '../deps.ts'
import { setAuditSubject, storeOwn } from '../platform/audit/context.ts'
import type { Staff } from '../platform/caller.ts'
import { pipelined } from '../platform/db.ts'
import { publish } from '../platform/events.ts'
import { fingerprint, newSecret } from '../platform/secrets.ts'
import { emailOnArrival } from './arrival-emails.ts'
import { insertConsultation } from './begin-store.ts'
import type { Snapshots } from './snapshots.ts'
import * as store from './store.ts'

export interface Joined {
  /** What the patient is told instead of the practitioner's name; null: their name. */
  readonly saidAs: string | null
  /** The page of the same practitioner that held the visit until now. */
  readonly before: string | null
  /** Since when the patient is being called; null: they have joined, or are phoned. */
  readonly calledAt: Date | null
  /** Null: the patient is phoned, and there is no call. */
  readonly callId: string | null
}

export interface VisitService {
  /** A new visit in the area; `cookie` is the secret that this device keeps. */
  arrive(slug: string, body: ArriveBody): Promise<{ view: PatientView; cookie: string }>
  leave(visitId: string): Promise<PatientView>
  /**
   * Gives the visit to `staff` or throws `visit/with-somebody-else` with the name of who has it. Whoever asked to be phoned gets
   * no call, whatever `callId` says; any other gets a new one where it is null.
   */
  join(visitId: string, staff: Staff, pageId: string, callId: string | null): Promise<Joined>
  act(visitId: string, action: VisitAction): Promise<void>
  /** The visit of somebody who may not hold it any more waits again; the queue says with whom it was. */
  handBack(visitId: string, practitionerId: string): Promise<void>
  /**
   * Puts on hold a visit that is being seen, and whose practitioner's page `pageId` is gone: the patient is told. Does nothing
   * where it is not being seen, another page has it, or a page is there again (`isBack`, asked once the visit is locked).
   */
  holdForGone(visitId: string, pageId: string, isBack: () => boolean): Promise<void>
  /** Ends the visits of patients who went away and did not come back. */
  giveUpOnLongAway(): Promise<void>
}

export function openVisitService(deps: Deps, snapshots: Snapshots): VisitService {
  const { db, now, newId } = deps

  const move = async (visitId: string, action: VisitAction, besides: store.VisitChange = {}) => {
    await db.transaction(async (tx) => {
      const row = await store.lockVisit(tx, visitId)
      const before = row.status
      const after = await store.moveVisit(tx, row, action, now())
      if (before !== 'waiting' && (after.status === 'ended' || after.status === 'waiting'))
        await store.endConsultation(tx, visitId, now())
      await store.updateVisit(tx, visitId, besides)
      if (action.type === 'give-up') await storeOwn(tx, now(), 'visit.give-up', 'visit', [{ id: visitId }])
      if (besides.wasWithId) {
        await storeOwn(tx, now(), 'visit.hand-back', 'visit', [{ id: visitId }])
        await storeOwn(tx, now(), 'visit.hand-back', 'person', [{ id: besides.wasWithId }])
      }
      const places = (before === 'waiting') !== (after.status === 'waiting')
      await publish(tx, { kind: 'visit', visitId, areaId: row.areaId, places })
    })
  }

  const act: VisitService['act'] = (visitId, action) => {
    if (action.type !== 'send-back') return move(visitId, action)
    if (action.reason) setAuditSubject('visit', visitId, `visit.sent-back-${action.reason}`)
    return move(visitId, action, { sentBackAt: now(), sentBackReason: action.reason ?? null })
  }

  return {
    act,
    handBack: (visitId, practitionerId) =>
      move(visitId, { type: 'send-back', by: practitionerId }, { wasWithId: practitionerId }),
    async arrive(slug, body) {
      const area = await store.areaBySlug(db, slug)
      if (!area) throw new Problem('area/not-found')
      setAuditSubject('area', area.id)
      const open = openness(area.hours, area.suspended, now())
      if (open.state === 'suspended') throw new Problem('area/suspended')
      if (open.state === 'closed') throw new Problem('area/closed')
      const details = {
        ...checkArrival(body, area.fields, now()),
        answers: checkAnswers(body.answers ?? [], area.arrivalQuestions),
      }
      if (area.consent && !body.consent) throw new Problem('arrival/consent-needed')
      const visitId = newId()
      const secret = body.attempt ?? newSecret()
      const tokenHash = fingerprint(secret)
      const stored = await db.transaction(async (tx) => {
        const { picture, sound, phoneMe, cannotTalk, usesText } = body
        const told = { picture, sound, phoneMe, cannotTalk, usesText }
        const arrival = { id: visitId, areaId: area.id, tokenHash, arrivedAt: now(), ...told }
        // In this order: storing waits for whoever is closing the area, and what runs after it knows of that.
        const [made, kept] = await pipelined([store.insertVisit(tx, arrival, details), store.isKept(tx, area.id)])
        const id = made ? visitId : ((await store.visitIdByToken(tx, tokenHash)) ?? visitId)
        setAuditSubject('visit', id)
        if (made) {
          // Closed for good while this was on its way.
          if (!kept) throw new Problem('area/not-found')
          await publish(tx, { kind: 'visit', visitId, areaId: area.id, places: false })
          await emailOnArrival(tx, deps, area)
        }
        return id
      })
      return { view: await snapshots.patient(stored), cookie: `${stored}.${secret}` }
    },
    async leave(visitId) {
      await act(visitId, { type: 'leave' }).catch((error: unknown) => {
        // Leaving twice (a second tab, a lost reply) is leaving.
        if (!(error instanceof Problem && error.code === 'visit/already-ended')) throw error
      })
      return snapshots.patient(visitId)
    },
    async join(visitId, staff, pageId, offered) {
      return db.transaction(async (tx) => {
        const row = await store.lockVisit(tx, visitId)
        if (row.practitionerId && row.practitionerId !== staff.personId) {
          const holder = await store.visitById(tx, visitId)
          throw new Problem('visit/with-somebody-else', { name: holder?.practitioner?.name ?? '' })
        }
        // Nobody who waits is in a consultation.
        const held = row.status === 'waiting' ? null : await store.openConsultation(tx, visitId)
        const medium = held?.medium ?? mediumFor(row.phoneMe)
        const callId = medium === 'phone' ? null : (offered ?? newId())
        if (medium === 'phone') setAuditSubject('visit', visitId, 'visit.by-phone')
        if (held) await store.setConsultationCall(tx, held.id, { pageId, callId })
        const at = now()
        const begun = { id: newId(), visitId, practitionerId: staff.personId, startedAt: at, pageId, callId, medium }
        const [state, { saidAs }] = await pipelined([
          store.moveVisit(tx, row, { type: 'join', by: staff.personId }, at),
          held ?? insertConsultation(tx, begun, row.areaId),
        ])
        await publish(tx, { kind: 'joined', visitId, areaId: row.areaId, places: row.status !== state.status })
        const calledAt = row.status !== 'waiting' ? row.calledAt : medium === 'video' ? at : null
        return { before: held?.pageId ?? null, saidAs, calledAt, callId }
      })
    },
    async holdForGone(visitId, pageId, isBack) {
      await db.transaction(async (tx) => {
        const row = await store.lockVisit(tx, visitId)
        if (row.status !== 'being-seen' || !row.practitionerId) return
        const consultation = await store.openConsultation(tx, visitId)
        if (consultation?.pageId !== pageId || isBack()) return
        await store.moveVisit(tx, row, { type: 'hold', by: row.practitionerId }, now())
        await storeOwn(tx, now(), 'visit.left-alone', 'visit', [{ id: visitId }])
        await publish(tx, { kind: 'visit', visitId, areaId: row.areaId, places: false })
      })
    },
    async giveUpOnLongAway() {
      const clock = await deps.clock.look()
      if (!clock.isTrusted) return
      const before = (ms: number) => new Date(clock.now.getTime() - ms)
      for (const { id } of await store.longAway(db, before(AWAY_LIMIT_MS), before(RECALL_KEPT_MS)))
        await act(id, { type: 'give-up' }).catch((error: unknown) => {
          if (!(error instanceof Problem)) throw error
        })
    },
  }
}
