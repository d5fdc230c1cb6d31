// The SQL of messages to the patient of an appointment.
import { and, desc, eq, gt, inArray, isNull, ne } from 'drizzle-orm'
import type { TemplateKind } from '#domain/template'
import type { Tx } from '../platform/db.ts'
import { appointmentLinks, appointments } from '../platform/schema-appointments.ts'
import { notifications } from '../platform/schema-notifications.ts'

export async function newestLink(tx: Tx, appointmentId: string) {
  const [row] = await tx
    .select({ id: appointmentLinks.id, secret: appointmentLinks.secret })
    .from(appointmentLinks)
    .where(and(eq(appointmentLinks.appointmentId, appointmentId), isNull(appointmentLinks.replacedAt)))
  return row ?? null
}

/** A message with it was queued. */
export async function setMailed(tx: Tx, linkId: string, mailedAt: Date): Promise<void> {
  await tx
    .update(appointmentLinks)
    .set({ mailedAt })
    .where(and(eq(appointmentLinks.id, linkId), isNull(appointmentLinks.mailedAt)))
}

/** Messages of these kinds that have not gone out do not go out. */
export async function cancelQueued(tx: Tx, appointmentId: string, kinds: readonly TemplateKind[]): Promise<void> {
  await tx
    .update(notifications)
    .set({ state: 'cancelled', link: null })
    .where(
      and(
        eq(notifications.appointmentId, appointmentId),
        eq(notifications.state, 'queued'),
        inArray(notifications.kind, [...kinds]),
      ),
    )
}

export async function areaOf(tx: Tx, appointmentId: string): Promise<string | null> {
  const [row] = await tx
    .select({ areaId: appointments.areaId })
    .from(appointments)
    .where(eq(appointments.id, appointmentId))
    .for('update')
  return row?.areaId ?? null
}

/** Nothing was written to its patient since. */
export async function isNewest(tx: Tx, appointmentId: string, messageId: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: notifications.id })
    .from(notifications)
    .where(and(eq(notifications.appointmentId, appointmentId), ne(notifications.state, 'cancelled')))
    .orderBy(desc(notifications.createdAt))
    .limit(1)
  return row?.id === messageId
}

/** What waits, and has not been tried, is due. */
export async function setDue(tx: Tx, appointmentId: string, now: Date): Promise<void> {
  await tx
    .update(notifications)
    .set({ nextTryAt: now })
    .where(
      and(
        eq(notifications.appointmentId, appointmentId),
        eq(notifications.state, 'queued'),
        eq(notifications.failures, 0),
        gt(notifications.nextTryAt, now),
      ),
    )
}
