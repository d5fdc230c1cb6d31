// The SQL of photos that patients send.
import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import type { DbOrTx, Tx } from '../platform/db.ts'
import { visits } from '../platform/schema.ts'
import { appointments } from '../platform/schema-appointments.ts'
import { files } from '../platform/schema-files.ts'

export type FileRow = typeof files.$inferSelect

/** Whose a photo is: a visit's, or before the day an appointment's; with `areaId`, one of that waiting area alone. */
export type Owner = { readonly visitId: string } | { readonly appointmentId: string; readonly areaId?: string }

function isOf(owner: Owner): SQL {
  if ('visitId' in owner) return eq(files.visitId, owner.visitId)
  const theirs = eq(files.appointmentId, owner.appointmentId)
  const { areaId } = owner
  return areaId === undefined
    ? theirs
    : sql`${theirs} and exists (select 1 from appointments there where there.id = ${files.appointmentId} and there.area_id = ${areaId})`
}

/** The appointment, if it is there; nobody else changes it, or adds a file to it, until the transaction ends. */
export async function lockAppointment(tx: Tx, appointmentId: string) {
  const [row] = await tx.select().from(appointments).where(eq(appointments.id, appointmentId)).for('update')
  return row ?? null
}

/** The visit, if it is there; nobody else changes it, or adds a file to it, until the transaction ends. */
export async function lockVisit(tx: Tx, visitId: string) {
  const [row] = await tx
    .select({ areaId: visits.areaId, status: visits.status })
    .from(visits)
    .where(eq(visits.id, visitId))
    .for('update')
  return row ?? null
}

export const filesOf = (db: DbOrTx, owner: Owner): Promise<FileRow[]> =>
  db.select().from(files).where(isOf(owner)).orderBy(asc(files.receivedAt), asc(files.id))

export async function fileById(db: DbOrTx, id: string): Promise<FileRow | null> {
  const [row] = await db.select().from(files).where(eq(files.id, id))
  return row ?? null
}

export async function fileOf(db: DbOrTx, owner: Owner, id: string): Promise<FileRow | null> {
  const [row] = await db
    .select()
    .from(files)
    .where(and(eq(files.id, id), isOf(owner)))
  return row ?? null
}

export async function insertFile(tx: Tx, row: FileRow): Promise<void> {
  await tx.insert(files).values(row)
}

/** Those of `ids` that have no row. */
export async function unknownOf(db: DbOrTx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await db
    .select({ id: files.id })
    .from(files)
    // One parameter, however many there are.
    .where(sql`${files.id} = any(${sql.param([...ids])}::uuid[])`)
  const known = new Set(rows.map(({ id }) => id))
  return ids.filter((id) => !known.has(id))
}
