// Text between a patient and the clinic.
import { Problem } from './problem.ts'

/** Characters in one message: what fits one reading on a phone and what accuRx-like tools allow, doubled. */
export const LONGEST_MESSAGE = 1200

/** The text trimmed; throws `message/empty` when nothing is left. Longer text is the caller's to cut: the screen counts. */
export function messageText(typed: string): string {
  const text = typed.trim()
  if (!text) throw new Problem('message/empty')
  return text
}
