// Who is signed in at this page, and whether it is locked. Says how a sign-in ended; keeps no password.
import type { Me } from '#contract/people'
import type { ProviderStart, SignedOut } from '#contract/provider'
import type { LockView } from '#contract/sign-ins'
import type { ApiCall } from '../kit/api-call.ts'
import { createStore, type Readable } from '../kit/store.ts'
import { PROVIDER_PATIENCE_MS, Refusal } from '../net/api.ts'
import { createWays, type WaysModel } from './sign-in/ways-model.ts'

export type Session =
  | { readonly kind: 'checking' }
  /** No answer from the server: it is asked again by itself. */
  | { readonly kind: 'unreachable' }
  /** `interrupted`: somebody was signed in here until another place or time ended it; their work stays on this page. */
  | { readonly kind: 'signed-out'; readonly interrupted: Me | null }
  | { readonly kind: 'signed-in'; readonly me: Me }
  /** Signed in, and nothing of it is shown. `me` is null when the page was loaded like this; `who` until it is known. */
  | { readonly kind: 'locked'; readonly me: Me | null; readonly who: LockView | null }

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
  /** They signed out in another tab of this browser: nothing stays here either. */
  left(): void
  /** At once on this page, whether or not the server hears it now. */
  lock(): void
  /** The server, or another tab, said that it is locked. */
  wasLocked(): void
  /** Throws `Refusal`: the form shows it. */
  unlock(password: string): Promise<void>
}

/** `leave` goes to another site: where the organisation's own sign-in begins or ends. `onLeft` runs after somebody signed out here themselves. */
export function createSession(
  apiCall: ApiCall,
  leave: (url: string) => void = () => {},
  onLeft: () => void = () => {},
): SessionModel {
  const session = createStore<Session>({ kind: 'checking' })
  /** The server knows that this page is locked: if it then says otherwise, it was unlocked. */
  let lockKnown = false
  /** Telling it; an unlocking that overtook it would be undone. */
  let telling: Promise<void> = Promise.resolve()
  let unlocking = false

  function lost(): void {
    const now = session.get()
    if (now.kind === 'signed-out') return
    session.set({ kind: 'signed-out', interrupted: now.kind === 'signed-in' || now.kind === 'locked' ? now.me : null })
  }

  async function end(url: string): Promise<void> {
    const out = await apiCall<SignedOut | null>('POST', url, {})
    session.set({ kind: 'signed-out', interrupted: null })
    onLeft()
    if (out?.url) leave(out.url)
  }

  function setLocked(): void {
    const now = session.get()
    if (now.kind !== 'locked') session.set({ kind: 'locked', me: now.kind === 'signed-in' ? now.me : null, who: null })
  }

  /** Whose locked page this is; and whether it still is. */
  async function lookAtLock(): Promise<void> {
    try {
      const who = await apiCall<LockView>('GET', '/api/staff/lock')
      const now = session.get()
      if (now.kind !== 'locked' || unlocking) return
      if (!who.locked && lockKnown) return takeMe()
      session.set({ ...now, who })
      if (who.locked) lockKnown = true
      else await tellLock()
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (error.code === 'access/sign-in-needed') lost()
    }
  }

  function tellLock(): Promise<void> {
    telling = apiCall('POST', '/api/staff/lock', {}).then(() => {
      lockKnown = true
    })
    return telling
  }

  async function takeMe(): Promise<void> {
    try {
      const me = await apiCall<Me>('GET', '/api/staff/me')
      lockKnown = false
      session.set({ kind: 'signed-in', me })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (error.code === 'access/sign-in-needed') lost()
      else if (error.code === 'session/locked') wasLocked()
      // Whoever was signed in stays so: a server that is away has not signed anybody out.
      else if (session.get().kind === 'checking') session.set({ kind: 'unreachable' })
    }
  }

  function wasLocked(): void {
    lockKnown = true
    setLocked()
    const now = session.get()
    if (now.kind === 'locked' && !now.who) void lookAtLock()
  }

  return {
    session,
    ways: createWays(apiCall),
    lost,
    check: () => (session.get().kind === 'locked' ? lookAtLock() : takeMe()),
    async signIn(email, password) {
      session.set({ kind: 'signed-in', me: await apiCall<Me>('POST', '/api/open/sign-in', { email, password }) })
    },
    begin: (me) => session.set({ kind: 'signed-in', me }),
    signOut: () => end('/api/staff/sign-out'),
    signOutEverywhere: () => end('/api/staff/sign-out-everywhere'),
    async connectProvider() {
      const body = { beside: false, anew: false }
      const patience = { patienceMs: PROVIDER_PATIENCE_MS }
      leave((await apiCall<ProviderStart>('POST', '/api/staff/provider/connect', body, patience)).url)
    },
    left: () => session.set({ kind: 'signed-out', interrupted: null }),
    lock() {
      if (session.get().kind !== 'signed-in') return
      lockKnown = false
      setLocked()
      tellLock().then(lookAtLock, () => {})
    },
    wasLocked,
    async unlock(password) {
      unlocking = true
      try {
        await telling.catch(() => {})
        const me = await apiCall<Me>('POST', '/api/staff/unlock', { password })
        lockKnown = false
        session.set({ kind: 'signed-in', me })
      } catch (error) {
        if (error instanceof Refusal && error.code === 'access/sign-in-needed') return lost()
        throw error
      } finally {
        unlocking = false
      }
    },
  }
}
