// The table of patients' feedback: answers to questions whose answers are a closed list. It names nobody.
import { pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { FeedbackAnswer } from '#domain/feedback'
import { instant, visits } from './schema.ts'

const answer = (name: string) => text(name).$type<FeedbackAnswer>()

export const feedback = pgTable('feedback', {
  visitId: uuid('visit_id')
    .primaryKey()
    .references(() => visits.id),
  media: answer('media'),
  needs: answer('needs'),
  again: answer('again'),
  at: instant('at').notNull(),
})
