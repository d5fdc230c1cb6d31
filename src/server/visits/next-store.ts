// The SQL of taking the next patient.
import { and, asc, eq, exists, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { Tx } from '../platform/db.ts'
import { areas, visits } from '../platform/schema.ts'
import { serving } from '../platform/schema-people.ts'
import { MAY_JOIN } from './serving-store.ts'

/**
 * Who has waited longest of those whose page is there, locked. Of two who ask at once the second waits for the first and
 * then finds this one taken: skipping what is locked would pass over whoever just had something else changed.
 */
export async function longestWaiting(tx: Tx, personId: string, areaIds: readonly string[], now: Date) {
  if (areaIds.length === 0) return null
  const joinsThere = tx
    .select({ one: sql`1` })
    .from(serving)
    .where(and(eq(serving.personId, personId), eq(serving.areaId, visits.areaId), inArray(serving.role, [...MAY_JOIN])))
  const [row] = await tx
    .select({ id: visits.id, areaId: visits.areaId })
    .from(visits)
    .innerJoin(areas, eq(areas.id, visits.areaId))
    .where(
      and(
        eq(visits.status, 'waiting'),
        isNull(visits.awaySince),
        eq(areas.dropIn, true),
        inArray(visits.areaId, [...areaIds]),
        or(isNull(visits.takenById), eq(visits.takenById, personId), lte(visits.takenUntil, now)),
        exists(joinsThere),
      ),
    )
    .orderBy(asc(visits.arrivalNumber))
    .limit(1)
    .for('update', { of: visits })
  return row ?? null
}

export async function setTaken(tx: Tx, visitId: string, personId: string, until: Date): Promise<void> {
  await tx.update(visits).set({ takenById: personId, takenUntil: until }).where(eq(visits.id, visitId))
}

export async function clearTaken(tx: Tx, visitId: string, personId: string) {
  const [row] = await tx
    .update(visits)
    .set({ takenById: null, takenUntil: null })
    .where(and(eq(visits.id, visitId), eq(visits.takenById, personId)))
    .returning({ areaId: visits.areaId })
  return row ?? null
}
