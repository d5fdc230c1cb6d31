// The SQL of removing the sample clinic: every row that is there because of it, but the audit, which keeps everything.
import { eq, type SQL, sql } from 'drizzle-orm'
import type { DbOrTx, Tx } from '../platform/db.ts'
import { publish } from '../platform/events.ts'
import { organisations } from '../platform/schema.ts'

export interface SampleThere {
  readonly id: string
  readonly name: string
  readonly areas: number
  readonly people: number
  /** Whom visitors came as, and what was written of them. */
  readonly visits: number
  readonly notes: number
}

const SAMPLE = sql.raw('(select id from organisations where sample)')
const SERVICES = sql`(select id from services where organisation_id in ${SAMPLE})`
const AREAS = sql`(select id from areas where service_id in ${SERVICES})`
const PEOPLE = sql`(select id from people where organisation_id in ${SAMPLE})`
const APPOINTMENTS = sql`(select id from appointments where area_id in ${AREAS})`
const VISITS = sql`(select id from visits where area_id in ${AREAS})`
const CONSULTATIONS = sql`(select id from consultations where visit_id in ${VISITS})`

/** In this order: what refers to a row goes before it. Tables that go with another by themselves are not named. */
export const REMOVED: readonly (readonly [table: string, where: SQL])[] = [
  ['notifications', sql`organisation_id in ${SAMPLE}`],
  ['forms', sql`organisation_id in ${SAMPLE}`],
  ['questionnaires', sql`organisation_id in ${SAMPLE}`],
  ['preparations', sql`appointment_id in ${APPOINTMENTS}`],
  ['files', sql`visit_id in ${VISITS} or appointment_id in ${APPOINTMENTS}`],
  ['appointment_details', sql`appointment_id in ${APPOINTMENTS}`],
  ['appointment_links', sql`appointment_id in ${APPOINTMENTS}`],
  ['appointments', sql`area_id in ${AREAS}`],
  ['clinic_lists', sql`area_id in ${AREAS}`],
  ['messages', sql`visit_id in ${VISITS}`],
  ['checklist_ticks', sql`consultation_id in ${CONSULTATIONS}`],
  ['notes', sql`id in ${CONSULTATIONS}`],
  ['participants', sql`consultation_id in ${CONSULTATIONS}`],
  ['consultations', sql`visit_id in ${VISITS}`],
  ['feedback', sql`visit_id in ${VISITS}`],
  ['visit_details', sql`visit_id in ${VISITS}`],
  ['visits', sql`area_id in ${AREAS}`],
  ['break_glass', sql`person_id in ${PEOPLE}`],
  ['memberships', sql`person_id in ${PEOPLE}`],
  ['group_roles', sql`person_id in ${PEOPLE}`],
  ['group_rules', sql`organisation_id in ${SAMPLE}`],
  ['authenticators', sql`person_id in ${PEOPLE}`],
  ['recovery_codes', sql`person_id in ${PEOPLE}`],
  ['passkeys', sql`person_id in ${PEOPLE}`],
  ['passkey_asks', sql`person_id in ${PEOPLE}`],
  ['second_steps', sql`person_id in ${PEOPLE}`],
  ['devices', sql`person_id in ${PEOPLE}`],
  ['sessions', sql`person_id in ${PEOPLE}`],
  ['calendar_feeds', sql`person_id in ${PEOPLE}`],
  ['person_links', sql`person_id in ${PEOPLE}`],
  ['logos', sql`organisation_id in ${SAMPLE}`],
  ['areas', sql`id in ${AREAS}`],
  ['plans', sql`organisation_id in ${SAMPLE}`],
  ['services', sql`id in ${SERVICES}`],
  ['people', sql`id in ${PEOPLE}`],
  ['organisations', sql`id in ${SAMPLE}`],
]

/** Null where there is no sample clinic. */
export async function sampleThere(db: DbOrTx): Promise<SampleThere | null> {
  const [found] = await db
    .select({
      id: organisations.id,
      name: organisations.name,
      areas: sql<number>`(select count(*)::int from areas where id in ${AREAS})`,
      people: sql<number>`(select count(*)::int from people where id in ${PEOPLE})`,
      visits: sql<number>`(select count(*)::int from visits where id in ${VISITS})`,
      notes: sql<number>`(select count(*)::int from notes where id in ${CONSULTATIONS})`,
    })
    .from(organisations)
    .where(eq(organisations.sample, true))
  return found ?? null
}

/** Its open pages hear it; nothing of another organisation is touched. */
export async function deleteSample(tx: Tx): Promise<void> {
  const { rows: signedIn } = await tx.execute<{ id: string }>(sql`select id from sessions where person_id in ${PEOPLE}`)
  for (const [table, where] of REMOVED) await tx.execute(sql`delete from ${sql.identifier(table)} where ${where}`)
  const sessionIds = signedIn.map(({ id }) => id)
  // An event carries a limited number of ids.
  for (let at = 0; at < sessionIds.length; at += 100)
    await publish(tx, { kind: 'session-ended', sessionIds: sessionIds.slice(at, at + 100) })
}
