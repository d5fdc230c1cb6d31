// The messages of a thread as its writer sees them: those stored, then those on their way. Each has its id from the start
// and is sent again until the server has it, so that a lost answer stores it once. Used by both sides.
import type { MessageView } from '#contract/shapes'
import { LONGEST_MESSAGE } from '#domain/message'
import type { Later } from '../../kit/later.ts'
import { createSender } from '../../kit/sender.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'

export interface CallMessage extends MessageView {
  /** `refused`: it can never arrive. */
  readonly status: 'stored' | 'sending' | 'refused'
}

export interface MessageQueue {
  /** Stored messages first, then those on their way, oldest first. */
  readonly messages: Readable<readonly CallMessage[]>
  /** Blank text is ignored. */
  send(text: string): void
  /** Takes the newest snapshot's messages. */
  stored(messages: readonly MessageView[]): void
  /** Tries at once: the connection is back. */
  push(): void
  close(): void
}

export interface MessageQueueInputs {
  readonly deliver: (message: { id: string; text: string }) => Promise<MessageView>
  readonly author: () => Pick<MessageView, 'from' | 'authorName'>
  /** Whether a message that was refused for good stays, to be seen. */
  readonly keepRefused: boolean
  readonly newId: () => string
  /** By the server's clock, ms. */
  readonly now: () => number
  readonly later: Later
}

export function createMessageQueue(inputs: MessageQueueInputs): MessageQueue {
  const messages = createStore<readonly CallMessage[]>([])
  let storedMessages: readonly MessageView[] = []
  let leaving: readonly CallMessage[] = []

  const show = () => {
    const have = new Set(storedMessages.map((message) => message.id))
    leaving = leaving.filter((message) => !have.has(message.id))
    messages.set([...storedMessages.map((message) => ({ ...message, status: 'stored' as const })), ...leaving])
  }

  const sender = createSender<CallMessage>({
    next: () => leaving.find((message) => message.status === 'sending') ?? null,
    async send({ id, text }) {
      const message = await inputs.deliver({ id, text })
      if (!storedMessages.some((one) => one.id === id)) storedMessages = [...storedMessages, message]
    },
    isFinal: (error) => error instanceof Refusal && FINAL.has(error.code),
    settled({ id }, outcome) {
      const isRefused = outcome === 'refused'
      if (isRefused && inputs.keepRefused)
        leaving = leaving.map((message) => (message.id === id ? { ...message, status: 'refused' } : message))
      else leaving = leaving.filter((message) => message.id !== id)
      show()
    },
    later: inputs.later,
  })

  return {
    messages,
    send(typed) {
      const text = typed.trim().slice(0, LONGEST_MESSAGE)
      if (!text) return
      leaving = [...leaving, { id: inputs.newId(), ...inputs.author(), text, at: inputs.now(), status: 'sending' }]
      show()
      sender.run()
    },
    stored(next) {
      storedMessages = next
      show()
    },
    push: sender.push,
    close: sender.close,
  }
}

/** Trying these again can never help. */
const FINAL: ReadonlySet<string> = new Set([
  'request/invalid',
  'request/too-large',
  'message/empty',
  'access/not-allowed',
  'visit/not-found',
  'visit/already-ended',
  'visit/not-held-by-you',
  'visit/with-somebody-else',
])
