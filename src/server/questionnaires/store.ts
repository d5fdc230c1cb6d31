// The SQL of questionnaires and forms.
import { and, asc, eq, inArray, or, sql } from 'drizzle-orm'
import type { Answers } from '#domain/questionnaire'
import { AREA_PLAN_ID } from '../platform/area-settings.ts'
import type { DbOrTx, Tx } from '../platform/db.ts'
import { areas, organisations, services, visits } from '../platform/schema.ts'
import { appointments } from '../platform/schema-appointments.ts'
import { forms, questionnaires } from '../platform/schema-questionnaires.ts'

export type QuestionnaireRow = typeof questionnaires.$inferSelect
export type FormRow = Awaited<ReturnType<typeof formsOf>>[number]

/** Whose forms they are. An appointment's are its visit's, too. */
export type Whose = { readonly appointmentId: string } | { readonly visitId: string }

/** Also those that are not offered any more: forms refer to them. */
export const questionnairesOf = (db: DbOrTx, organisationId: string): Promise<QuestionnaireRow[]> =>
  db
    .select()
    .from(questionnaires)
    .where(eq(questionnaires.organisationId, organisationId))
    .orderBy(asc(questionnaires.createdAt), asc(questionnaires.id))

export async function putQuestionnaire(
  tx: Tx,
  row: Omit<QuestionnaireRow, 'source'> & { source?: string | null },
): Promise<void> {
  const { plans, removedAt } = row
  await tx
    .insert(questionnaires)
    .values({ source: null, ...row })
    .onConflictDoUpdate({ target: [questionnaires.organisationId, questionnaires.id], set: { plans, removedAt } })
}

/** Where forms of it go; null where there is no such thing. */
export async function placeOf(db: DbOrTx, whose: Whose) {
  const place = {
    appointmentId: appointments.id,
    organisationId: services.organisationId,
    planId: sql<string>`coalesce(${appointments.planId}, ${AREA_PLAN_ID})`,
    status: appointments.status,
    startsAt: appointments.startsAt,
    visitId: visits.id,
    visitStatus: visits.status,
    areaId: areas.id,
  }
  const [row] =
    'visitId' in whose
      ? await db
          .select(place)
          .from(visits)
          .innerJoin(areas, eq(areas.id, visits.areaId))
          .innerJoin(services, eq(services.id, areas.serviceId))
          .innerJoin(organisations, eq(organisations.id, services.organisationId))
          .leftJoin(appointments, eq(appointments.visitId, visits.id))
          .where(eq(visits.id, whose.visitId))
      : await db
          .select(place)
          .from(appointments)
          .innerJoin(areas, eq(areas.id, appointments.areaId))
          .innerJoin(services, eq(services.id, areas.serviceId))
          .innerJoin(organisations, eq(organisations.id, services.organisationId))
          .leftJoin(visits, eq(visits.id, appointments.visitId))
          .where(eq(appointments.id, whose.appointmentId))
  return row ?? null
}
export type Place = NonNullable<Awaited<ReturnType<typeof placeOf>>>

const whichOf = ({ appointmentId, visitId }: Place) =>
  or(
    appointmentId ? eq(forms.appointmentId, appointmentId) : undefined,
    visitId ? eq(forms.visitId, visitId) : undefined,
  )

/** In the order in which they were asked. */
export const formsOf = (db: DbOrTx, place: Place) =>
  db
    .select({ form: forms, patientKey: appointments.patientKey })
    .from(forms)
    .leftJoin(appointments, eq(appointments.id, forms.appointmentId))
    .where(whichOf(place))
    .orderBy(asc(forms.askedAt), asc(forms.id))

/** Each questionnaire is asked once of an appointment, and once of a visit. Says whether it is new. */
export async function insertForm(
  tx: Tx,
  place: Place,
  row: Pick<typeof forms.$inferInsert, 'id' | 'questionnaireId' | 'askedAt'>,
): Promise<boolean> {
  const { organisationId, appointmentId, visitId } = place
  const rows = await tx
    .insert(forms)
    .values({ ...row, organisationId, answers: {}, ...(appointmentId ? { appointmentId } : { visitId }) })
    .onConflictDoNothing()
    .returning({ id: forms.id })
  return rows.length > 0
}

/** The form, if it is theirs; nobody else writes it until the transaction ends. */
export async function lockForm(tx: Tx, place: Place, formId: string) {
  const [row] = await tx
    .select()
    .from(forms)
    .where(and(eq(forms.id, formId), whichOf(place)))
    .for('update')
  return row ?? null
}

export async function saveForm(
  tx: Tx,
  formId: string,
  change: { answers: Answers; savedAt: Date; doneAt: Date | null },
): Promise<void> {
  await tx.update(forms).set(change).where(eq(forms.id, formId))
}

/** What the same patients answered to the same questionnaires before, the newest first. */
export async function earlierOf(db: DbOrTx, keys: readonly string[], organisationId: string) {
  if (keys.length === 0) return []
  return db
    .select({ form: forms, patientKey: appointments.patientKey, startsAt: appointments.startsAt })
    .from(forms)
    .innerJoin(appointments, eq(appointments.id, forms.appointmentId))
    .where(
      and(
        eq(forms.organisationId, organisationId),
        inArray(appointments.patientKey, [...keys]),
        sql`${forms.savedAt} is not null`,
      ),
    )
    .orderBy(sql`${forms.savedAt} desc`)
}

export async function startOf(db: DbOrTx, appointmentId: string): Promise<Date | null> {
  const [row] = await db
    .select({ startsAt: appointments.startsAt })
    .from(appointments)
    .where(eq(appointments.id, appointmentId))
  return row?.startsAt ?? null
}
