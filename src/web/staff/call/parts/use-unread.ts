// Which of the patient's messages nobody has looked at: those that came while the messages were not shown.
import { useEffect, useState } from 'preact/hooks'
import type { CallMessage } from '../../../call/messages/message-queue.ts'

export interface Unread {
  readonly count: number
  readonly newest: CallMessage | null
}

export function useUnread(messages: readonly CallMessage[], shown: boolean): Unread {
  const theirs = messages.filter((message) => message.from === 'patient')
  // What was written before the call was read in the queue, or is answered there.
  const newest = theirs.at(-1)?.id ?? null
  const [seen, setSeen] = useState(newest)
  useEffect(() => {
    if (shown) setSeen(newest)
  }, [shown, newest])
  // By which it is, not by how many there are: earlier ones may be asked for.
  const count = shown ? 0 : theirs.length - 1 - theirs.findIndex(({ id }) => id === seen)
  return { count, newest: count > 0 ? (theirs.at(-1) ?? null) : null }
}
