// Who is in each consultation. A patient always has a visit of their own there, so that notes, consent and retention stay
// with each patient; their name stands with the visit, and that of staff with the person.
import { sql } from 'drizzle-orm'
import { check, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { ParticipantKind, ParticipantStanding, ParticipantState } from '#domain/participant'
import { consultations, instant, people, visits } from './schema.ts'

export const participants = pgTable(
  'participants',
  {
    consultationId: uuid('consultation_id')
      .notNull()
      .references(() => consultations.id),
    /** The same in every consultation of a visit, and known before the first: see visits/participant-id. */
    id: uuid('id').notNull(),
    kind: text('kind').$type<ParticipantKind>().notNull(),
    standing: text('standing').$type<ParticipantStanding>().notNull(),
    visitId: uuid('visit_id').references(() => visits.id),
    personId: uuid('person_id').references(() => people.id),
    state: text('state').$type<ParticipantState>().notNull(),
    joinedAt: instant('joined_at').notNull(),
    leftAt: instant('left_at'),
  },
  (table) => [
    primaryKey({ columns: [table.consultationId, table.id] }),
    index('participants_visit').on(table.visitId),
    index('participants_person').on(table.personId),
    check('participants_one_behind', sql`num_nonnulls(${table.visitId}, ${table.personId}) = 1`),
    check('participants_left', sql`(${table.state} in ('left', 'removed')) = (${table.leftAt} is not null)`),
  ],
)
