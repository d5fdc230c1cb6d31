// Where somebody is signed in, and locking: by hand, and once nobody was there for a while. It ends sign-ins and says so;
// what a locked sign-in may do is the permission table's.
import type { LockView, SignInList } from '#contract/sign-ins'
import { isLocked } from '#domain/idle'
import { Problem } from '#domain/problem'
import type { Deps } from '../deps.ts'
import { clearAttempts, countAttempt, guessesAtSession } from '../platform/attempts.ts'
import { askingBrowser } from '../platform/browser.ts'
import type { Staff } from '../platform/caller.ts'
import { distrustDevices } from '../platform/device.ts'
import { publish } from '../platform/events.ts'
import { queueEmail } from '../platform/notifications.ts'
import { passwordFits } from '../platform/passwords.ts'
import { deleteSessions, renewSession } from '../platform/session.ts'
import { newDeviceEmail } from './emails.ts'
import * as store from './sign-ins-store.ts'
import { organisationOf, personById } from './store.ts'

export interface SignInService {
  list(staff: Staff): Promise<SignInList>
  /** One of one's own. Throws `session/not-found`. */
  end(staff: Staff, sessionId: string): Promise<SignInList>
  endOthers(staff: Staff): Promise<SignInList>
  touch(staff: Staff): Promise<void>
  lock(staff: Staff): Promise<void>
  lockView(staff: Staff): Promise<LockView>
  /** The new secret of the cookie. Throws `session/wrong-password` or `request/too-many` with `retryAfterSeconds`. */
  unlock(staff: Staff, password: string): Promise<string>
  /** Nothing is new to this browser any more. */
  knowDevices(staff: Staff): Promise<void>
  setIdleMinutes(staff: Staff, idleMinutes: number): Promise<void>
  /** Locks what nobody has touched for a while. */
  lockIdle(): Promise<void>
  /** Writes to whoever signed in with a new browser. */
  tellOfDevices(): Promise<void>
}

export function openSignInService(deps: Deps): SignInService {
  const { db, now } = deps

  const list = async (staff: Staff): Promise<SignInList> => {
    const rows = await store.signInsOf(db, staff.personId, now())
    const signIns = rows.map(({ session, browser, system, idleMinutes }) => {
      const [lastActiveAt, lockedAt] = [session.lastActiveAt.getTime(), session.lockedAt?.getTime() ?? null]
      return {
        ...{ sessionId: session.id, browser, system, address: session.address, lastActiveAt },
        since: session.createdAt.getTime(),
        locked: isLocked({ lastActiveAt, lockedAt }, idleMinutes, now().getTime()),
        here: session.id === staff.sessionId,
      }
    })
    return { signIns: signIns.sort((one, other) => Number(other.here) - Number(one.here)), now: now().getTime() }
  }

  const tellOne = () =>
    db.transaction(async (tx) => {
      const met = await store.takeUntold(tx)
      if (!met) return false
      const { device, person, organisation } = met
      if (organisation.sample || person.status !== 'active') return true
      const facts = { name: person.name, organisation: organisation.name, at: device.firstAt }
      const words = newDeviceEmail({
        ...facts,
        browser: device.browser,
        system: device.system,
        address: device.address,
      })
      await queueEmail(tx, deps, { organisationId: organisation.id, to: person.email, ...words, link: null })
      return true
    })

  return {
    list,
    async end(staff, sessionId) {
      await db.transaction(async (tx) => {
        await distrustDevices(tx, staff.personId, { at: sessionId })
        const sessionIds = await deleteSessions(tx, staff.personId, sessionId)
        if (sessionIds.length === 0) throw new Problem('session/not-found')
        await publish(tx, { kind: 'session-ended', sessionIds })
      })
      return list(staff)
    },
    async endOthers(staff) {
      await db.transaction(async (tx) => {
        await distrustDevices(tx, staff.personId, { but: staff.sessionId })
        const sessionIds = await store.deleteOtherSessions(tx, staff.personId, staff.sessionId)
        if (sessionIds.length > 0) await publish(tx, { kind: 'session-ended', sessionIds })
      })
      return list(staff)
    },
    touch: (staff) => store.touch(db, staff.sessionId, now()),
    async lock(staff) {
      await db.transaction(async (tx) => {
        await store.lock(tx, staff.sessionId, now())
        await publish(tx, { kind: 'session-locked', sessionIds: [staff.sessionId] })
      })
    },
    async lockView(staff) {
      const person = await personById(db, staff.personId)
      const organisation = await organisationOf(db, staff.organisationId)
      if (!person || !organisation) throw new Problem('access/sign-in-needed')
      return {
        ...{ name: person.name, organisationName: organisation.name, sample: organisation.sample },
        ...{ locked: staff.locked, hasPassword: person.passwordHash !== null },
      }
    },
    async unlock(staff, password) {
      const person = await personById(db, staff.personId)
      if (!person) throw new Problem('access/sign-in-needed')
      const guesses = guessesAtSession(staff.sessionId)
      await countAttempt(db, guesses, now)
      if (!(await passwordFits(person.passwordHash, password))) throw new Problem('session/wrong-password')
      await clearAttempts(db, guesses)
      const address = askingBrowser()?.address ?? 'unknown'
      return db.transaction(async (tx) => {
        const change = { lockedAt: null, lastActiveAt: now(), provenAt: now(), address }
        const secret = await renewSession(tx, staff.sessionId, now(), change)
        if (!secret) throw new Problem('access/sign-in-needed')
        await publish(tx, { kind: 'session-unlocked', sessionIds: [staff.sessionId] })
        return secret
      })
    },
    knowDevices: (staff) => store.knowAll(db, staff.sessionId, now()),
    setIdleMinutes: (staff, idleMinutes) => store.setIdleMinutes(db, staff.organisationId, idleMinutes),
    async lockIdle() {
      await db.transaction(async (tx) => {
        const sessionIds = await store.lockIdle(tx, now())
        if (sessionIds.length > 0) await publish(tx, { kind: 'session-locked', sessionIds })
      })
    },
    async tellOfDevices() {
      while (await tellOne());
    },
  }
}
