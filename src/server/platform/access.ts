// The access question: may this caller do this to that? The table is in domain/permission; here are the facts it needs.
// What one may not see answers as if it were not there, so that an id tells nothing.
import { and, eq, sql } from 'drizzle-orm'
import { type Action, PERMISSIONS } from '#domain/permission'
import { Problem } from '#domain/problem'
import type { Caller, Staff } from './caller.ts'
import type { Db } from './db.ts'
import { areas, notes, personAreas, services, visits } from './schema.ts'

/** What is asked about. A visit of one's own needs no naming: the cookie names it. */
export interface Subject {
  readonly areaId?: string
  readonly visitId?: string
  readonly noteId?: string
}

/** Returns when `caller` may; otherwise throws `access/*` or the not-found problem of the subject. */
export async function ensureMay(db: Db, caller: Caller, action: Action, subject: Subject): Promise<void> {
  const relation = PERMISSIONS[action]
  if (relation === 'anyone') return
  if (relation === 'patient-of-visit') {
    if (caller.kind !== 'patient') throw new Problem('access/sign-in-needed')
    return
  }
  if (caller.kind !== 'staff') throw new Problem('access/sign-in-needed')
  switch (relation) {
    case 'signed-in':
      return
    case 'administrator':
      if (caller.role !== 'administrator') throw new Problem('access/not-allowed')
      if (subject.areaId && !(await ownsArea(db, caller, subject.areaId))) throw new Problem('area/not-found')
      return
    case 'serves-area':
      if (subject.visitId) {
        if (!(await servesVisit(db, caller, subject.visitId))) throw new Problem('visit/not-found')
      } else if (!subject.areaId || !(await servesArea(db, caller, subject.areaId))) throw new Problem('area/not-found')
      return
    case 'holds-visit':
      if (!subject.visitId || !(await servesVisit(db, caller, subject.visitId))) throw new Problem('visit/not-found')
      if (!(await holdsVisit(db, caller, subject.visitId))) throw new Problem('visit/not-held-by-you')
      return
    case 'author-of-note':
      if (!subject.noteId || !(await isAuthor(db, caller, subject.noteId))) throw new Problem('note/not-found')
      return
  }
}

async function servesArea(db: Db, staff: Staff, areaId: string) {
  return exists(
    await db
      .select({ one: sql`1` })
      .from(personAreas)
      .where(and(eq(personAreas.personId, staff.personId), eq(personAreas.areaId, areaId))),
  )
}

async function servesVisit(db: Db, staff: Staff, visitId: string) {
  return exists(
    await db
      .select({ one: sql`1` })
      .from(visits)
      .innerJoin(personAreas, eq(personAreas.areaId, visits.areaId))
      .where(and(eq(visits.id, visitId), eq(personAreas.personId, staff.personId))),
  )
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
