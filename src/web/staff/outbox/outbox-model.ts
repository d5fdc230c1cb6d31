// The messages of the organisation, the newest first, and which one is open.
import type { OutboxMessage, OutboxView } from '#contract/outbox'
import { LINK_MARK } from '#domain/notification'
import { type Action, createAction } from '../../kit/action.ts'
import type { ApiCall } from '../../kit/api-call.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'

export type OutboxState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'loaded'; readonly view: OutboxView }

export interface OutboxModel {
  readonly state: Readable<OutboxState>
  readonly open: Readable<string | null>
  load(): Promise<void>
  toggle(messageId: string): void
  readonly sending: Action
  /** Puts a message that failed, or is uncertain, on its way again. */
  sendAgain(messageId: string): Promise<boolean>
  /** An uncertain one arrived: its receiver said so. */
  arrived(messageId: string): Promise<boolean>
}

export function createOutbox(apiCall: ApiCall): OutboxModel {
  const state = createStore<OutboxState>({ kind: 'loading' })
  const open = createStore<string | null>(null)
  const sending = createAction()
  const post = (path: string) =>
    sending.run(async () => {
      state.set({ kind: 'loaded', view: await apiCall<OutboxView>('POST', `/api/staff/outbox/${path}`, {}) })
    })
  return {
    state,
    open,
    sending,
    async load() {
      try {
        state.set({ kind: 'loaded', view: await apiCall<OutboxView>('GET', '/api/staff/outbox') })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        state.set({ kind: 'refused', refusal: error })
      }
    },
    toggle: (messageId) => open.update((now) => (now === messageId ? null : messageId)),
    sendAgain: (messageId) => post(`${messageId}/send-again`),
    arrived: (messageId) => post(`${messageId}/arrived`),
  }
}

export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly url: string | null }

/** A message's paragraphs, with its link where it stands. Nothing but that one address ever becomes a link. */
export function paragraphsOf({ text, link }: Pick<OutboxMessage, 'text' | 'link'>): Piece[][] {
  return (text ?? '').split('\n\n').map((paragraph) =>
    paragraph.split(LINK_MARK).flatMap((part, at): Piece[] => {
      const words: Piece[] = part === '' ? [] : [{ kind: 'text', text: part }]
      return at === 0 ? words : [{ kind: 'link', url: link }, ...words]
    }),
  )
}
