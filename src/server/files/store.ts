// The SQL of photos that patients send.
import { and, asc, eq, sql } from 'drizzle-orm'
import type { DbOrTx, Tx } from '../platform/db.ts'
import { visits } from '../platform/schema.ts'
import { files } from '../platform/schema-files.ts'

export type FileRow = typeof files.$inferSelect

/** The visit, if it is there; nobody else changes it, or adds a file to it, until the transaction ends. */
export async function lockVisit(tx: Tx, visitId: string) {
  const [row] = await tx
    .select({ areaId: visits.areaId, status: visits.status })
    .from(visits)
    .where(eq(visits.id, visitId))
    .for('update')
  return row ?? null
}

export const filesOf = (db: DbOrTx, visitId: string): Promise<FileRow[]> =>
  db.select().from(files).where(eq(files.visitId, visitId)).orderBy(asc(files.receivedAt), asc(files.id))

export async function fileById(db: DbOrTx, id: string): Promise<FileRow | null> {
  const [row] = await db.select().from(files).where(eq(files.id, id))
  return row ?? null
}

export async function fileOf(db: DbOrTx, visitId: string, id: string): Promise<FileRow | null> {
  const [row] = await db
    .select()
    .from(files)
    .where(and(eq(files.id, id), eq(files.visitId, visitId)))
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
