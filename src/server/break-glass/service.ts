// Break-glass: a practitioner opens a service in which they have no role, for a stated reason and an hour. Administrators
// hear of it at once; what is done meanwhile is written down as done by that right.
import type { BreakGlassView, OpeningsView } from '#contract/break-glass'
import { BREAK_GLASS_MINUTES, breakGlassEndsAt, isReason } from '#domain/break-glass'
import { Problem } from '#domain/problem'
import type { Deps } from '../deps.ts'
import { setAuditRight, setAuditSubject, storeOwn } from '../platform/audit/context.ts'
import type { Staff } from '../platform/caller.ts'
import type { Tx } from '../platform/db.ts'
import { publish } from '../platform/events.ts'
import { queueEmail } from '../platform/notifications.ts'
import { brokenGlassEmail } from './email.ts'
import * as store from './store.ts'

export interface BreakGlassService {
  view(staff: Staff): Promise<BreakGlassView>
  /** Throws `glass/switched-off`, `glass/not-found`, `glass/not-needed` or `glass/reason-needed`. */
  open(staff: Staff, serviceId: string, reason: string): Promise<void>
  /** Gives it back before its time, after a consultation that goes on there. Throws `glass/not-found`. */
  close(staff: Staff, breakGlassId: string): Promise<void>
  openings(organisationId: string): Promise<OpeningsView>
  /** Switched off, what is open is closed at once, or with the consultation that goes on there. */
  allow(staff: Staff, allowed: boolean): Promise<void>
  closeDue(): Promise<void>
}

export function openBreakGlassService(deps: Deps): BreakGlassService {
  const { db, now, newId, publicUrl } = deps

  const tell = async (tx: Tx, personIds: readonly string[]) =>
    publish(tx, { kind: 'rights', sessionIds: await store.sessionIdsOf(tx, personIds) })

  /** Closes what is over, and writes down whose it was. */
  const closeDue = async (tx: Tx) => {
    const personIds = [...new Set((await store.closeDue(tx, now())).map(({ personId }) => personId))]
    if (personIds.length === 0) return
    await storeOwn(
      tx,
      now(),
      'break-glass.end',
      'person',
      personIds.map((id) => ({ id })),
    )
    await tell(tx, personIds)
  }

  return {
    async view({ organisationId, personId }) {
      const [allowed, services, open] = await Promise.all([
        store.isAllowed(db, organisationId),
        store.servicesClosedTo(db, organisationId, personId),
        store.openOf(db, personId),
      ])
      return {
        allowed,
        services: services.filter(({ id }) => !open.some(({ serviceId }) => serviceId === id)),
        open: open.map(({ id, serviceName, endsAt }) => ({ id, serviceName, endsAt: endsAt.getTime() })),
        now: now().getTime(),
      }
    },
    async open(staff, serviceId, reason) {
      await db.transaction(async (tx) => {
        const organisation = await store.lockOrganisation(tx, staff.organisationId)
        if (!organisation?.breakGlass) throw new Problem('break-glass/switched-off')
        const service = await store.serviceIn(tx, staff.organisationId, serviceId)
        if (!service) throw new Problem('break-glass/not-found')
        setAuditSubject('service', service.id)
        setAuditRight('break-glass')
        const closedTo = await store.servicesClosedTo(tx, staff.organisationId, staff.personId)
        if (!closedTo.some(({ id }) => id === serviceId)) throw new Problem('break-glass/not-needed')
        if (!isReason(reason)) throw new Problem('break-glass/reason-needed')
        const times = { openedAt: now(), endsAt: breakGlassEndsAt(now()) }
        const row = { id: newId(), personId: staff.personId, serviceId, reason: reason.trim(), ...times }
        if (!(await store.insertBreakGlass(tx, row))) return
        for (const { id, name, email } of await store.administratorsOf(tx, staff.organisationId)) {
          const facts = { to: name, name: staff.name, service: service.name, minutes: BREAK_GLASS_MINUTES }
          const words = brokenGlassEmail({ ...facts, page: `${publicUrl()}/staff/audit` })
          const { organisationId } = staff
          await queueEmail(tx, deps, { organisationId, to: email, personId: id, ...words, link: null })
        }
        await tell(tx, [staff.personId])
      })
    },
    async close(staff, breakGlassId) {
      await db.transaction(async (tx) => {
        const row = await store.glassOf(tx, staff.personId, breakGlassId)
        if (!row) throw new Problem('break-glass/not-found')
        setAuditSubject('service', row.serviceId)
        await store.endBreakGlass(tx, breakGlassId, now())
        await closeDue(tx)
      })
    },
    async openings(organisationId) {
      const rows = await store.newestOpenings(db, organisationId)
      return {
        allowed: await store.isAllowed(db, organisationId),
        openings: rows.map((row) => ({
          ...row,
          openedAt: row.openedAt.getTime(),
          endsAt: row.endsAt.getTime(),
          closedAt: row.closedAt?.getTime() ?? null,
        })),
        now: now().getTime(),
      }
    },
    async allow({ organisationId }, allowed) {
      await db.transaction(async (tx) => {
        await store.setAllowed(tx, organisationId, allowed)
        if (!allowed) await store.endAllOf(tx, organisationId, now())
        await closeDue(tx)
      })
    },
    closeDue: () => db.transaction(closeDue),
  }
}
