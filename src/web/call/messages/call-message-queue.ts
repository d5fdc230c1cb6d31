// The practitioner's messages on their way to the patient: each has its id from the start and is sent again until the
// server has it, so that a lost reply stores it once. A message that can no longer be delivered says so and stays.
import type { MessageView } from '#contract/shapes'
import { LONGEST_MESSAGE } from '#domain/message'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'
import type { After } from '../after.ts'

export interface CallMessage extends MessageView {
  readonly status: 'stored' | 'sending' | 'refused'
}

export interface CallMessageQueue {
  /** Stored messages first, then those on their way, oldest first. */
  readonly messages: Readable<readonly CallMessage[]>
  /** Blank text is ignored. */
  send(text: string): void
  /** Takes the newest snapshot's messages. */
  stored(messages: readonly MessageView[]): void
  retryNow(): void
  close(): void
}

const TRY_AGAIN_MS = 2000

export function createCallMessageQueue(
  deliver: (body: { id: string; text: string }) => Promise<MessageView>,
  after: After,
  newId: () => string,
  now: () => number,
): CallMessageQueue {
  const messages = createStore<readonly CallMessage[]>([])
  let storedMessages: readonly MessageView[] = []
  let leaving: readonly CallMessage[] = []
  let busy = false
  let closed = false
  let cancel: (() => void) | null = null

  const show = () => {
    const have = new Set(storedMessages.map((message) => message.id))
    leaving = leaving.filter((message) => !have.has(message.id))
    messages.set([...storedMessages.map((message) => ({ ...message, status: 'stored' as const })), ...leaving])
  }

  function work(): void {
    cancel?.()
    cancel = null
    const next = leaving.find((message) => message.status === 'sending')
    if (busy || closed || !next) return
    busy = true
    deliver({ id: next.id, text: next.text }).then(
      (message) => {
        busy = false
        if (!storedMessages.some((one) => one.id === message.id)) storedMessages = [...storedMessages, message]
        show()
        work()
      },
      (error: unknown) => {
        busy = false
        const isFinal = error instanceof Refusal && FINAL.has(error.code)
        if (isFinal) {
          leaving = leaving.map((message) => (message.id === next.id ? { ...message, status: 'refused' } : message))
          show()
          work()
        } else if (!closed) cancel = after(TRY_AGAIN_MS, work)
      },
    )
  }

  return {
    messages,
    send(typed) {
      const text = typed.trim().slice(0, LONGEST_MESSAGE)
      if (!text) return
      leaving = [...leaving, { id: newId(), from: 'clinic', authorName: '', text, at: now(), status: 'sending' }]
      show()
      work()
    },
    stored(next) {
      storedMessages = next
      show()
    },
    retryNow: work,
    close() {
      closed = true
      cancel?.()
    },
  }
}

/** Trying these again can never help. */
const FINAL: ReadonlySet<string> = new Set([
  'request/invalid',
  'request/too-large',
  'access/not-allowed',
  'visit/not-found',
  'visit/already-ended',
  'visit/not-held-by-you',
  'visit/with-somebody-else',
])
