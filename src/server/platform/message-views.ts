// Messages as every snapshot shows them.
import { asc, inArray } from 'drizzle-orm'
import type { MessageView } from '#contract/shapes'
import type { Db } from './db.ts'
import { messages } from './schema.ts'

/** Messages by visit, oldest first. */
export async function messagesByVisit(db: Db, visitIds: readonly string[]): Promise<Map<string, MessageView[]>> {
  const byVisit = new Map<string, MessageView[]>(visitIds.map((id) => [id, []]))
  if (visitIds.length === 0) return byVisit
  const rows = await db
    .select()
    .from(messages)
    .where(inArray(messages.visitId, [...visitIds]))
    .orderBy(asc(messages.at), asc(messages.id))
  for (const row of rows) byVisit.get(row.visitId)?.push(messageView(row))
  return byVisit
}

export function messageView(row: typeof messages.$inferSelect): MessageView {
  return { id: row.id, from: row.from, authorName: row.authorName, text: row.text, at: row.at.getTime() }
}
