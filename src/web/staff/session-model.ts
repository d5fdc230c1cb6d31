// Who is signed in at this page. Says how a sign-in ended; keeps no password.
import type { Me } from '#contract/people'
import type { ProviderStart, SignedOut } from '#contract/provider'
import { Refusal } from '../net/api.ts'
import { createWays, type WaysModel } from '../screens/sign-in/ways-model.ts'
import { createStore, type Readable } from '../store.ts'
import type { Ask } from './ask.ts'

export type Session =
  | { readonly kind: 'checking' }
  /** No answer from the server: it is asked again by itself. */
  | { readonly kind: 'unreachable' }
  /** `interrupted`: somebody was signed in here until another place or time ended it; their work stays on this page. */
  | { readonly kind: 'signed-out'; readonly interrupted: Me | null }
  | { readonly kind: 'signed-in'; readonly me: Me }

export interface SessionModel {
  readonly session: Readable<Session>
  readonly ways: WaysModel
  /** Asks the server who is signed in. */
  check(): Promise<void>
  /** Throws `Refusal`: the form shows it. */
  signIn(email: string, password: string): Promise<void>
  /** Somebody was signed in by another way: the set-up, the sample clinic. */
  begin(me: Me): void
  signOut(): Promise<void>
  signOutEverywhere(): Promise<void>
  /** Leaves for the organisation's own sign-in, to say there who one is. */
  connectProvider(): Promise<void>
  /** The server said that this sign-in is over. */
  lost(): void
}

/** `leave` goes to another site: where the organisation's own sign-in begins or ends. */
export function createSession(ask: Ask, leave: (url: string) => void = () => {}): SessionModel {
  const session = createStore<Session>({ kind: 'checking' })

  function lost(): void {
    const now = session.get()
    if (now.kind === 'signed-out') return
    session.set({ kind: 'signed-out', interrupted: now.kind === 'signed-in' ? now.me : null })
  }

  async function end(url: string): Promise<void> {
    const out = await ask<SignedOut | null>('POST', url, {})
    session.set({ kind: 'signed-out', interrupted: null })
    if (out?.url) leave(out.url)
  }

  return {
    session,
    ways: createWays(ask),
    lost,
    async check() {
      try {
        session.set({ kind: 'signed-in', me: await ask<Me>('GET', '/api/staff/me') })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        if (error.code === 'access/sign-in-needed') lost()
        // Whoever was signed in stays so: a server that is away has not signed anybody out.
        else if (session.get().kind === 'checking') session.set({ kind: 'unreachable' })
      }
    },
    async signIn(email, password) {
      session.set({ kind: 'signed-in', me: await ask<Me>('POST', '/api/open/sign-in', { email, password }) })
    },
    begin: (me) => session.set({ kind: 'signed-in', me }),
    signOut: () => end('/api/staff/sign-out'),
    signOutEverywhere: () => end('/api/staff/sign-out-everywhere'),
    async connectProvider() {
      leave((await ask<ProviderStart>('POST', '/api/staff/provider/connect', { beside: false, anew: false })).url)
    },
  }
}
