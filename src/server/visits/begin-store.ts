// The SQL of how a consultation begins: with its two participants and its empty note, in one statement.
import { eq, sql } from 'drizzle-orm'
import { Problem } from '#domain/problem'
import { aliasIn } from '../platform/aliases.ts'
import { insertSelect, prepared, type Tx } from '../platform/db.ts'
import { consultations, notes, people, visitDetails } from '../platform/schema.ts'
import { participants } from '../platform/schema-participants.ts'
import { participantId } from './participant-id.ts'

/**
 * Begins a consultation, with its two participants, the practitioner's equipment as it is now, and its empty note, which
 * carries the identity on: the visit's details go first. Throws `visit/not-found` when they are gone.
 */
export async function insertConsultation(
  tx: Tx,
  row: ConsultationBegun,
  areaId: string,
): Promise<{ saidAs: string | null }> {
  const { visitId, practitionerId } = row
  const ids = { patient: participantId(visitId, visitId), practitioner: participantId(visitId, practitionerId) }
  const [stored] = await insertedConsultation(tx).execute({ ...row, areaId, ...ids })
  if (!stored) throw new Problem('visit/not-found')
  return stored
}

type ConsultationBegun = Pick<
  typeof consultations.$inferInsert,
  'id' | 'visitId' | 'practitionerId' | 'startedAt' | 'pageId' | 'callId' | 'medium'
>

const insertedConsultation = prepared((tx) => {
  const begunWith = (what: keyof ConsultationBegun) => sql.placeholder(what)
  const practitionerId = sql`${begunWith('practitionerId')}::uuid`
  const practitionerEquipment = sql`(select ${people.equipment} from ${people} where ${people.id} = ${practitionerId})`
  const begun = tx.$with('begun').as(
    tx
      .insert(consultations)
      .values({
        id: begunWith('id'),
        visitId: begunWith('visitId'),
        practitionerId: begunWith('practitionerId'),
        startedAt: begunWith('startedAt'),
        pageId: begunWith('pageId'),
        callId: begunWith('callId'),
        medium: begunWith('medium'),
        practitionerEquipment,
        saidAs: aliasIn(practitionerId, sql`${sql.placeholder('areaId')}::uuid`),
      })
      .returning({ id: consultations.id, saidAs: consultations.saidAs }),
  )
  const { firstName, lastName, dateOfBirth } = visitDetails
  const begunAt = sql`${begunWith('startedAt')}::timestamptz`
  const noted = tx.$with('noted', { id: notes.id }).as(
    insertSelect(notes, sql`from ${visitDetails} where ${visitDetails.visitId} = ${begunWith('visitId')}::uuid`, {
      id: sql`${begunWith('id')}::uuid`,
      authorId: practitionerId,
      firstName: sql`${firstName}`,
      lastName: sql`${lastName}`,
      dateOfBirth: sql`${dateOfBirth}`,
      text: sql`''`,
      revision: sql`0`,
      status: sql`'draft'`,
      savedAt: begunAt,
    }),
  )
  const present = tx.$with('present', { id: participants.id }).as(
    insertSelect(
      participants,
      sql`from ${begun}, (values
        (${sql.placeholder('patient')}::uuid, 'patient', 'participant', ${begunWith('visitId')}::uuid, null::uuid),
        (${sql.placeholder('practitioner')}::uuid, 'practitioner', 'host', null, ${practitionerId})
      ) as one (id, kind, standing, visit_id, person_id)`,
      {
        consultationId: sql`${begun.id}`,
        id: sql`one.id`,
        kind: sql`one.kind`,
        standing: sql`one.standing`,
        visitId: sql`one.visit_id`,
        personId: sql`one.person_id`,
        state: sql`'admitted'`,
        joinedAt: begunAt,
      },
    ),
  )
  return tx
    .with(begun, present, noted)
    .select({ saidAs: begun.saidAs })
    .from(begun)
    .innerJoin(noted, eq(noted.id, begun.id))
    .prepare('inserted_consultation')
})
