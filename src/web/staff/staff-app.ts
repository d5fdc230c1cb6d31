// The staff entry put together: which page, who is signed in, and, once somebody is, all that is theirs. It outlives
// every screen; the browser's own things come in by ports.
import type { Me } from '#contract/people'
import type { Clock } from '../kit/clock.ts'
import { createStore, type Readable } from '../kit/store.ts'
import type { call } from '../net/api.ts'
import { type Activity, createActivity } from './activity.ts'
import { firstPage } from './first-page.ts'
import type { Passkeys } from './passkeys.ts'
import { createProof, type ProofModel } from './proof/proof-model.ts'
import { isBeforeSignIn, type Router } from './router.ts'
import { createSession, type Session, type SessionModel } from './session-model.ts'
import type { SignedIn } from './signed-in.ts'
import type { Tabs } from './tabs.ts'

export interface StaffApp {
  readonly router: Router
  readonly session: SessionModel
  /** Where the server wants a proof of who sits here, it waits for that. */
  readonly apiCall: typeof call
  readonly proof: ProofModel
  readonly passkeys: Passkeys
  readonly leave: (url: string) => void
  readonly activity: Activity
  /** Null until the part of the program for signed-in people is here, and when nobody is signed in. */
  readonly signedIn: Readable<SignedIn | null>
  /** The larger part of the program did not come: the network failed, or the server has a newer one since. */
  readonly incomplete: Readable<boolean>
}

export interface StaffAppPorts {
  readonly router: Router
  readonly apiCall: typeof call
  readonly passkeys: Passkeys
  readonly clock: Clock
  /** Goes to another site, in this tab. */
  readonly leave?: (url: string) => void
  /** Brings the larger part of the program and opens it for this person. */
  readonly open: (me: Me, session: SessionModel, router: Router, apiCall: typeof call) => Promise<SignedIn>
  readonly tabs?: Tabs
  /** Forgets what this tab keeps of anybody's work. */
  readonly forget?: () => void
}

const ALONE: Tabs = { tell() {}, hear() {} }

const ASK_AGAIN_MS = 2000

const sameRights = (one: Me, other: Me) =>
  JSON.stringify([one.roles, one.areas]) === JSON.stringify([other.roles, other.areas])

export function createStaffApp(ports: StaffAppPorts): StaffApp {
  const { router, clock, leave: leaveTo = () => {} } = ports
  const tabs = ports.tabs ?? ALONE
  const proof = createProof(ports.apiCall, ports.passkeys)
  const { apiCall } = proof
  const session = createSession(apiCall, leaveTo, () => tabs.tell('left'))
  const activity = createActivity({
    clock,
    session: session.session,
    tabs,
    tell: () => void ports.apiCall('POST', '/api/staff/active', {}).catch(() => {}),
    lock: session.lock,
  })
  tabs.hear((word) => {
    if (word === 'left' && session.session.get().kind !== 'checking') session.left()
  })
  const signedIn = createStore<SignedIn | null>(null)
  const incomplete = createStore(false)
  let openingFor: string | null = null

  function leave(): void {
    openingFor = null
    signedIn.get()?.close()
    signedIn.set(null)
  }

  async function enter(me: Me): Promise<void> {
    const here = signedIn.get()
    // Other rights are another desk; but a call that goes on is left alone until it is over.
    const stays = here?.me.personId === me.personId
    if (here && stays && (sameRights(here.me, me) || router.route.get().page === 'visit')) {
      here.goOn()
      return
    }
    if (stays) leave()
    if (openingFor === me.personId) return
    leave()
    openingFor = me.personId
    const opened = await ports.open(me, session, router, apiCall).catch(() => null)
    incomplete.set(opened === null)
    if (!opened) {
      openingFor = null
      return
    }
    // Signed out, or somebody else, while the program was on its way.
    if (openingFor === me.personId) signedIn.set(opened)
    else opened.close()
  }

  function follow(): void {
    const now = session.session.get()
    const isStaffPage = !isBeforeSignIn(router.route.get())
    const elsewhere = now.kind === 'signed-in' && router.route.get().page === 'console' ? firstPage(now.me.roles) : null
    if (elsewhere !== null && elsewhere !== '/staff') router.instead(elsewhere)
    // Nothing else answers until a second factor is set up.
    else if (now.kind === 'signed-in' && isStaffPage && !now.me.mustEnrol) void enter(now.me)
    if (now.kind === 'locked') signedIn.get()?.lock()
    if (now.kind === 'signed-out' && !now.interrupted) {
      const somebodyWasHere = signedIn.get() !== null || openingFor !== null
      leave()
      if (somebodyWasHere) ports.forget?.()
    }
    if (now.kind === 'checking' && isStaffPage) void session.check()
  }

  let was: Session['kind'] = session.session.get().kind
  /** Whose proof is wanted. */
  let proofOf: string | null = null
  session.session.subscribe((now) => {
    // Who signed in again, or unlocked, has proved it by that.
    if (now.kind === 'signed-in' && was !== 'signed-in' && proof.asked.get())
      if (now.me.personId === proofOf)
        // What waits was asked by the person who was here then, and by nobody else.
        proof.goOn()
      else proof.cancel()
    if (now.kind === 'signed-out' && !now.interrupted) proof.cancel()
    was = now.kind
  })
  proof.asked.subscribe((now) => {
    const here = session.session.get()
    if (!now) proofOf = null
    else if (here.kind === 'signed-in') proofOf ??= here.me.personId
    if (now?.provider && !session.ways.ways.get().provider) void session.ways.load()
  })
  session.session.subscribe(follow)
  router.route.subscribe(follow)
  clock.every(ASK_AGAIN_MS, () => {
    if (session.session.get().kind === 'unreachable') void session.check()
  })
  follow()

  return { router, session, apiCall, proof, passkeys: ports.passkeys, leave: leaveTo, activity, signedIn, incomplete }
}
