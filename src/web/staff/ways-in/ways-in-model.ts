// How patients get to one waiting area: what its door says of it, the poster's square, and the button for websites as it
// is being chosen. Changes nothing; no DOM.
import type { AreaWelcome } from '#contract/area'
import { snippetOf } from '../../button/snippet.ts'
import type { ApiCall } from '../../kit/api-call.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'
import type { Square } from './square.ts'

export type WaysInState =
  | { readonly kind: 'looking' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'here'; readonly welcome: AreaWelcome; readonly square: Square }

export interface TypedButton {
  readonly text: string
  /** With the line that says whether the door is open. */
  readonly tells: boolean
}

export interface WaysInModel {
  readonly state: Readable<WaysInState>
  readonly button: Readable<TypedButton>
  /** Where patients come in. */
  readonly link: string
  /** This page was opened at an address that only this computer knows. */
  readonly onlyHere: boolean
  look(): Promise<void>
  choose(change: Partial<TypedButton>): void
  snippet(button: TypedButton): string
}

export interface WaysInWorld {
  readonly apiCall: ApiCall
  readonly origin: string
  /** Loaded when it is wanted: only here is anything drawn for a camera. */
  drawSquare(text: string): Promise<Square>
  /** What stands on a button until somebody says otherwise. */
  readonly usualText: string
}

const OWN_NAMES = /^https?:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/

export function createWaysIn(slug: string, world: WaysInWorld): WaysInModel {
  const state = createStore<WaysInState>({ kind: 'looking' })
  const button = createStore<TypedButton>({ text: world.usualText, tells: true })
  const link = `${world.origin}/at/${slug}`
  return {
    state,
    button,
    link,
    onlyHere: OWN_NAMES.test(world.origin),
    async look() {
      state.set({ kind: 'looking' })
      try {
        const [welcome, square] = await Promise.all([
          world.apiCall<AreaWelcome>('GET', `/api/open/areas/${encodeURIComponent(slug)}`),
          world.drawSquare(link),
        ])
        state.set({ kind: 'here', welcome, square })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        state.set({ kind: 'refused', refusal: error })
      }
    },
    choose: (change) => button.update((now) => ({ ...now, ...change })),
    snippet: ({ text, tells }) =>
      snippetOf({ origin: world.origin, slug, text: text.trim() || world.usualText, tells }),
  }
}
