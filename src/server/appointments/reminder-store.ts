// The SQL of messages that come round by themselves: whose time has come, each for one process.
import { and, asc, eq, gte, inArray, isNotNull, isNull, lt, lte } from 'drizzle-orm'
import type { Tx } from '../platform/db.ts'
import { appointments } from '../platform/schema-appointments.ts'

const COLUMNS = {
  remindDayAt: appointments.remindDayAt,
  remindHourAt: appointments.remindHourAt,
  linkAgainAt: appointments.linkAgainAt,
} as const
export type Due = keyof typeof COLUMNS

/**
 * Takes those that are due by `now`: locked until the transaction ends, and due no more after it. Another process passes
 * over them, and one that dies has taken none.
 */
export async function takeDue(tx: Tx, due: Due, now: Date, most: number) {
  const column = COLUMNS[due]
  const rows = await tx
    .select({
      id: appointments.id,
      areaId: appointments.areaId,
      startsAt: appointments.startsAt,
      status: appointments.status,
    })
    .from(appointments)
    .where(and(isNotNull(column), lte(column, now), isNull(appointments.undoneAt)))
    .orderBy(asc(column))
    .limit(most)
    .for('update', { skipLocked: true })
  const ids = rows.map(({ id }) => id)
  if (ids.length > 0)
    await tx
      .update(appointments)
      .set({ [due]: null })
      .where(inArray(appointments.id, ids))
  return rows
}

/** Those who are told that a waiting area runs late: booked, not come yet, and within its next hours. */
export async function lockComing(tx: Tx, areaId: string, from: Date, until: Date) {
  return tx
    .select({ id: appointments.id, told: appointments.toldLateMinutes })
    .from(appointments)
    .where(
      and(
        eq(appointments.areaId, areaId),
        eq(appointments.status, 'booked'),
        isNull(appointments.undoneAt),
        gte(appointments.startsAt, from),
        lt(appointments.startsAt, until),
      ),
    )
    .orderBy(asc(appointments.startsAt))
    .for('update')
}

export async function setToldLate(tx: Tx, id: string, toldLateMinutes: number | null): Promise<void> {
  await tx.update(appointments).set({ toldLateMinutes }).where(eq(appointments.id, id))
}
