// The SQL of notes.
import { asc, desc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { AREA_TIME_ZONE } from '../platform/area-settings.ts'
import type { Db, DbOrTx, Tx } from '../platform/db.ts'
import { areas, consultations, notes, organisations, people, services, visits } from '../platform/schema.ts'

export type NoteRow = typeof notes.$inferSelect

const begun = alias(people, 'begun')

const noteWithPlace = (db: DbOrTx) =>
  db
    .select({
      note: notes,
      visitId: consultations.visitId,
      startedAt: consultations.startedAt,
      areaName: areas.name,
      timeZone: AREA_TIME_ZONE,
      signedNoteDays: organisations.signedNoteDays,
      begunBy: begun.name,
    })
    .from(notes)
    .innerJoin(consultations, eq(consultations.id, notes.id))
    .innerJoin(visits, eq(visits.id, consultations.visitId))
    .innerJoin(areas, eq(areas.id, visits.areaId))
    .innerJoin(services, eq(services.id, areas.serviceId))
    .innerJoin(people, eq(people.id, notes.authorId))
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .leftJoin(begun, eq(begun.id, notes.begunById))

export type NoteWithPlace = Awaited<ReturnType<typeof noteWithPlace>>[number]

export async function noteById(db: DbOrTx, noteId: string): Promise<NoteWithPlace | null> {
  const [row] = await noteWithPlace(db).where(eq(notes.id, noteId))
  return row ?? null
}

/** A person's notes: drafts first, then the newest. */
export async function notesOf(db: Db, authorId: string): Promise<NoteWithPlace[]> {
  return noteWithPlace(db).where(eq(notes.authorId, authorId)).orderBy(asc(notes.status), desc(consultations.startedAt))
}

export async function lockNote(tx: Tx, noteId: string): Promise<NoteRow | null> {
  const [row] = await tx.select().from(notes).where(eq(notes.id, noteId)).for('update')
  return row ?? null
}

export async function updateNote(tx: Tx, noteId: string, change: Partial<NoteRow>): Promise<void> {
  await tx.update(notes).set(change).where(eq(notes.id, noteId))
}

export async function deleteNote(tx: Tx, noteId: string): Promise<void> {
  await tx.delete(notes).where(eq(notes.id, noteId))
}
