// The access question: may this caller do this to that? The table is in domain/permission; here are the facts it needs.
// What one may not see answers as if it were not there, so that an id tells nothing.
import { and, eq, sql } from 'drizzle-orm'
import { type Action, ENROLMENT, mayWhileLocked, PERMISSIONS, type Role, type Rule, roleMay } from '#domain/permission'
import { Problem } from '#domain/problem'
import { setAuditRight } from './audit/context.ts'
import type { Caller, HeldRole, Staff } from './caller.ts'
import { type Db, prepared } from './db.ts'
import { areas, notes, services, visits } from './schema.ts'
import { memberships, serving } from './schema-people.ts'
import type { Subject } from './subject.ts'

/** Returns when `caller` may; otherwise throws `access/*` or the not-found problem of the subject. */
export async function ensureMay(db: Db, caller: Caller, action: Action, subject: Subject): Promise<void> {
  if (caller.kind === 'staff' && caller.mustEnrol && !ENROLMENT.includes(action))
    throw new Problem('access/second-factor-needed')
  const rule: Rule = PERMISSIONS[action]
  if (rule === 'anyone') return
  if (rule === 'patient-of-visit') {
    if (caller.kind !== 'patient') throw new Problem('access/sign-in-needed')
    return
  }
  if (caller.kind !== 'staff') throw new Problem('access/sign-in-needed')
  if (caller.locked && !mayWhileLocked(action)) throw new Problem('session/locked')
  if (rule === 'signed-in') return
  switch (rule.of) {
    case 'organisation':
      if (!roleMay(await rolesAnywhere(db, caller), action)) throw new Problem('access/not-allowed')
      return
    case 'service':
      return ensureMayInService(db, caller, action, subject.serviceId)
    case 'area':
      if (subject.visitId) return ensureMayWithVisit(db, caller, action, subject.visitId)
      return ensureMayInArea(db, caller, action, subject.areaId)
    case 'held-visit':
      if (!subject.visitId) throw new Problem('visit/not-found')
      await ensureMayWithVisit(db, caller, action, subject.visitId)
      if (!(await holdsVisit(db, caller, subject.visitId))) throw new Problem('visit/not-held-by-you')
      return
    case 'own-note':
      if (!subject.noteId || !(await isAuthor(db, caller, subject.noteId))) throw new Problem('note/not-found')
      return
  }
}

/** Who sees the visit in a queue is told that they may not; to anybody else it is not there. */
async function ensureMayWithVisit(db: Db, staff: Staff, action: Action, visitId: string): Promise<void> {
  const { withVisit, personId } = staff
  const held = withVisit?.visitId === visitId ? withVisit.held : await rolesWithVisit(db).execute({ visitId, personId })
  const roles = held.map(({ role }) => role)
  if (allowed(held, action)) return
  const seesIt = roleMay(roles, 'queue.read') || roleMay(roles, 'queue.glance')
  throw new Problem(seesIt ? 'access/not-allowed' : 'visit/not-found')
}

const rolesWithVisit = prepared((db) =>
  db
    .select({ role: serving.role, breakGlassId: serving.breakGlassId })
    .from(visits)
    .innerJoin(serving, eq(serving.areaId, visits.areaId))
    .where(and(eq(visits.id, sql.placeholder('visitId')), eq(serving.personId, sql.placeholder('personId'))))
    .prepare('roles_with_visit'),
)

async function ensureMayInArea(db: Db, staff: Staff, action: Action, areaId: string | undefined): Promise<void> {
  const held = areaId ? await rolesInArea(db, staff, areaId) : []
  if (allowed(held, action)) return
  const roles: Role[] = held.map(({ role }) => role)
  if (areaId && staff.role && (await ownsArea(db, staff, areaId))) {
    if (roleMay([staff.role], action)) return
    roles.push(staff.role)
  }
  throw new Problem(roles.some((role) => role !== 'auditor') ? 'access/not-allowed' : 'area/not-found')
}

/** A role in some areas of a service is none in the service; who has one is told that they may not. */
async function ensureMayInService(db: Db, staff: Staff, action: Action, serviceId = ''): Promise<void> {
  const held = await db
    .select({ role: memberships.role, areaIds: memberships.areaIds })
    .from(memberships)
    .where(and(eq(memberships.personId, staff.personId), eq(memberships.serviceId, serviceId)))
  const roles: Role[] = held.flatMap(({ role, areaIds }) => (areaIds === null ? [role] : []))
  if (staff.role && (await ownsService(db, staff, serviceId))) roles.push(staff.role)
  if (roleMay(roles, action)) return
  const known = held.length > 0 || roles.some((role) => role !== 'auditor')
  throw new Problem(known ? 'access/not-allowed' : 'service/not-found')
}

async function ownsService(db: Db, staff: Staff, serviceId: string) {
  return exists(
    await db
      .select({ one: sql`1` })
      .from(services)
      .where(and(eq(services.id, serviceId), eq(services.organisationId, staff.organisationId))),
  )
}

/** What somebody is, wherever that may be in their organisation. */
async function rolesAnywhere(db: Db, staff: Staff): Promise<Role[]> {
  const rows = await db
    .selectDistinct({ role: memberships.role })
    .from(memberships)
    .where(eq(memberships.personId, staff.personId))
  return [...(staff.role ? [staff.role] : []), ...rows.map(({ role }) => role)]
}

async function rolesInArea(db: Db, staff: Staff, areaId: string) {
  const rows = await db
    .select({ role: serving.role, breakGlassId: serving.breakGlassId })
    .from(serving)
    .where(and(eq(serving.personId, staff.personId), eq(serving.areaId, areaId)))
  return rows
}

/** By a role of their own before one that break-glass lends, which the audit then says. */
function allowed(held: readonly HeldRole[], action: Action): boolean {
  const own = held.filter(({ breakGlassId }) => breakGlassId === null).map(({ role }) => role)
  if (roleMay(own, action)) return true
  const may = roleMay(
    held.map(({ role }) => role),
    action,
  )
  if (may) setAuditRight('break-glass')
  return may
}

async function holdsVisit(db: Db, staff: Staff, visitId: string) {
  return exists(
    await db
      .select({ one: sql`1` })
      .from(visits)
      .where(and(eq(visits.id, visitId), eq(visits.practitionerId, staff.personId))),
  )
}

async function ownsArea(db: Db, staff: Staff, areaId: string) {
  return exists(
    await db
      .select({ one: sql`1` })
      .from(areas)
      .innerJoin(services, eq(services.id, areas.serviceId))
      .where(and(eq(areas.id, areaId), eq(services.organisationId, staff.organisationId))),
  )
}

async function isAuthor(db: Db, staff: Staff, noteId: string) {
  return exists(
    await db
      .select({ one: sql`1` })
      .from(notes)
      .where(and(eq(notes.id, noteId), eq(notes.authorId, staff.personId))),
  )
}

const exists = (rows: readonly unknown[]) => rows.length > 0
