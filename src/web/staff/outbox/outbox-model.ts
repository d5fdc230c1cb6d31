// The letters of the organisation, the newest first, and which one is open.
import type { LetterView, OutboxView } from '#contract/outbox'
import { LINK_MARK } from '#domain/letter'
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
  toggle(letterId: string): void
  readonly sending: Action
  /** Puts a letter that was given up on its way again. */
  sendAgain(letterId: string): Promise<boolean>
}

export function createOutbox(apiCall: ApiCall): OutboxModel {
  const state = createStore<OutboxState>({ kind: 'loading' })
  const open = createStore<string | null>(null)
  const sending = createAction()
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
    toggle: (letterId) => open.update((now) => (now === letterId ? null : letterId)),
    sendAgain: (letterId) =>
      sending.run(async () => {
        const view = await apiCall<OutboxView>('POST', `/api/staff/outbox/${letterId}/send-again`, {})
        state.set({ kind: 'loaded', view })
      }),
  }
}

export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly url: string | null }

/** A letter's paragraphs, with its link where it stands. Nothing but that one address ever becomes a link. */
export function paragraphsOf({ text, link }: Pick<LetterView, 'text' | 'link'>): Piece[][] {
  return text.split('\n\n').map((paragraph) =>
    paragraph.split(LINK_MARK).flatMap((part, at): Piece[] => {
      const words: Piece[] = part === '' ? [] : [{ kind: 'text', text: part }]
      return at === 0 ? words : [{ kind: 'link', url: link }, ...words]
    }),
  )
}
