// Messages as every snapshot shows them.
import type { MessageView } from '#contract/shapes'
import type { messages } from './schema.ts'

export function messageView(row: typeof messages.$inferSelect): MessageView {
  return { id: row.id, from: row.from, authorName: row.authorName, text: row.text, at: row.at.getTime() }
}
