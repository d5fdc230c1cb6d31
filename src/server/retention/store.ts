// The SQL of deletion, made from the registry. What says who it was goes; visits and consultations stay as plain statistics.
import { getTableName } from 'drizzle-orm'
import type { Retention } from '#domain/retention'
import { storeOwn } from '../platform/audit/context.ts'
import type { Db, Tx } from '../platform/db.ts'
import type { Entry, Removal, Term } from '../platform/retention/entry.ts'
import { organisations } from '../platform/schema.ts'

export async function retentions(db: Db): Promise<(Retention & { organisationId: string })[]> {
  return db
    .select({
      organisationId: organisations.id,
      detailsMinutes: organisations.detailsMinutes,
      signedNoteDays: organisations.signedNoteDays,
    })
    .from(organisations)
}

/** The terms of `registry`, each once, in its order. */
export function termsOf(registry: readonly Entry[]): Set<Term> {
  return new Set(registry.flatMap(({ removals }) => removals.map(({ term }) => term)))
}

/** Removes all that is due by `term`, or nothing; says how many rows of which table. */
export async function removeDue(
  db: Db,
  registry: readonly Entry[],
  term: Term,
  due: { readonly before: Date; readonly organisationId: string; readonly now: Date },
): Promise<Record<string, number>> {
  return db.transaction(async (tx) => {
    const removed: Record<string, number> = {}
    for (const { table, removals } of registry) {
      for (const removal of removals.filter((one) => one.term === term)) {
        const count = await remove(tx, table, removal, due)
        if (count > 0) removed[getTableName(table)] = (removed[getTableName(table)] ?? 0) + count
      }
    }
    return removed
  })
}

async function remove(
  tx: Tx,
  table: Entry['table'],
  { blanks, due, audited }: Removal,
  { before, organisationId, now }: { before: Date; organisationId: string; now: Date },
): Promise<number> {
  const where = due(before, organisationId)
  // Without a condition everything would go.
  if (!where) throw new Error(`nothing says which rows of ${getTableName(table)} are due`)
  const emptied = (columns: readonly string[]) =>
    tx
      .update(table)
      .set(Object.fromEntries(columns.map((column) => [column, null])))
      .where(where)
  if (!audited) return (await (blanks ? emptied(blanks) : tx.delete(table).where(where))).rowCount ?? 0
  const id = { id: audited.id }
  const gone = await (blanks ? emptied(blanks).returning(id) : tx.delete(table).where(where).returning(id))
  await storeOwn(tx, now, audited.action, audited.subject, gone as { id: string }[])
  return gone.length
}
