// Which of the patient's messages nobody has looked at: those that came while the messages were not shown.
import { useEffect, useState } from 'preact/hooks'
import type { CallMessage } from '../message-outbox.ts'

export interface Unread {
  readonly count: number
  readonly newest: CallMessage | null
}

export function useUnread(messages: readonly CallMessage[], shown: boolean): Unread {
  const theirs = messages.filter((message) => message.from === 'patient')
  // What was written before the call was read in the queue, or is answered there.
  const [seen, setSeen] = useState(theirs.length)
  useEffect(() => {
    if (shown) setSeen(theirs.length)
  }, [shown, theirs.length])
  const count = shown ? 0 : Math.max(0, theirs.length - seen)
  return { count, newest: count > 0 ? (theirs.at(-1) ?? null) : null }
}
