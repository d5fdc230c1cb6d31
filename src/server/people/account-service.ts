// One's own name, address and password. Address and password are changed by who knows the password; a new address counts
// once its link was followed by the same person, signed in, so that an address mistyped gives nobody anything.
import type { AccountView } from '#contract/account'
import { emailKey, LINK_MS } from '#domain/person'
import { checkPassword } from '#domain/person-password'
import { Problem } from '#domain/problem'
import type { Deps } from '../deps.ts'
import { endCalendarFeed } from '../platform/calendar-feeds.ts'
import type { Staff } from '../platform/caller.ts'
import type { Tx } from '../platform/db.ts'
import { distrustDevices } from '../platform/device.ts'
import { publish } from '../platform/events.ts'
import { queueEmail } from '../platform/notifications.ts'
import { hashPassword } from '../platform/passwords.ts'
import { ensureOwnSignIns } from '../platform/provider-only.ts'
import { fingerprint, newSecret } from '../platform/secrets.ts'
import * as words from './account-emails.ts'
import * as store from './account-store.ts'
import type { LinkService } from './links-service.ts'
import { setPassword, takeLink } from './links-store.ts'

/** Letters about this that one address gets in an hour, whoever asks. */
const MOST_LETTERS = 3
const HOUR_MS = 60 * 60_000

export interface AccountService {
  view(staff: Staff): Promise<AccountView>
  rename(staff: Staff, name: string): Promise<void>
  /** Writes a link to the new address. Says the same and does as much for one that somebody has. */
  askEmail(staff: Staff, email: string, password: string): Promise<void>
  /** Throws `person/link-not-valid`, also for somebody else's. */
  confirmEmail(staff: Staff, token: string): Promise<void>
  cancelEmail(staff: Staff): Promise<void>
  /** Every other sign-in ends; this one gets another secret, and for how many seconds. */
  changePassword(staff: Staff, password: string, next: string): Promise<{ cookie: string; seconds: number }>
}

/** Throws `person/password-wrong`, or `request/too-many`. */
export type Prove = (staff: Staff, password: string) => Promise<void>

export function openAccountService(deps: Deps, links: LinkService, prove: Prove): AccountService {
  const { db, channels, now } = deps

  const accountOf = async (staff: Staff) => {
    const found = await store.accountOf(db, staff.personId)
    if (!found) throw new Problem('access/sign-in-needed')
    return found
  }

  const ensureOwn = async (staff: Staff, password: string) => {
    const found = await accountOf(staff)
    // Everybody tries the sample clinic with the same sign-ins.
    if (found.organisation.sample) throw new Problem('person/sample-stays')
    await ensureOwnSignIns(db, found.organisation.id)
    await prove(staff, password)
    return found
  }

  const notify = (
    tx: Tx,
    { person, organisation }: Pick<store.AccountRow, 'person' | 'organisation'>,
    letter: (facts: { name: string; organisation: string }) => { subject: string; text: string },
  ) =>
    queueEmail(tx, deps, {
      organisationId: organisation.id,
      to: person.email,
      personId: person.id,
      ...letter({ name: person.name, organisation: organisation.name }),
      link: null,
    })

  return {
    async view(staff) {
      const { person, organisation, nextEmail, linkEndsAt } = await accountOf(staff)
      const { name, title, email } = person
      const waits = linkEndsAt !== null && linkEndsAt > now()
      const sends = channels.email.sends && !organisation.sample
      return { name, title, email, nextEmail: waits ? nextEmail : null, sample: organisation.sample, sends }
    },
    rename: (staff, name) => store.updateOwn(db, staff.personId, { name: name.trim() }),
    async askEmail(staff, typed, password) {
      const found = await ensureOwn(staff, password)
      const email = emailKey(typed)
      if (email === found.person.email) return
      await db.transaction(async (tx) => {
        if ((await store.lettersTo(tx, email, new Date(now().getTime() - HOUR_MS))) >= MOST_LETTERS)
          throw new Problem('request/too-many', { retryAfterSeconds: HOUR_MS / 1000 })
        const taken = await store.personByEmail(tx, email)
        if (taken) await notify(tx, taken, words.emailTakenLetter)
        const facts = { name: found.person.name, organisation: found.organisation.name }
        const letter = words.confirmEmailLetter({ ...facts, hours: LINK_MS.email / HOUR_MS })
        await links.askEmail(tx, found.person, email, taken ? null : letter)
      })
    },
    async confirmEmail(staff, token) {
      const link = await store.emailLink(db, fingerprint(token), staff.personId)
      if (!link?.email || link.endsAt <= now()) throw new Problem('person/link-not-valid')
      const { email } = link
      await db.transaction(async (tx) => {
        const found = await store.accountOf(tx, staff.personId)
        if (!found || !(await takeLink(tx, link.id))) throw new Problem('person/link-not-valid')
        if (await store.personByEmail(tx, email)) throw new Problem('person/email-taken')
        await notify(tx, found, (facts) => words.emailChangedLetter({ ...facts, email }))
        await store.updateOwn(tx, staff.personId, { email })
        // A link to a new password that went to the old address opens nothing any more.
        await links.takeBack(tx, staff.personId, [link.id])
      })
    },
    cancelEmail: (staff) => db.transaction((tx) => links.takeBackEmail(tx, staff.personId)),
    async changePassword(staff, password, next) {
      const found = await ensureOwn(staff, password)
      const { person, organisation } = found
      checkPassword(next, [person.name, person.email, organisation.name])
      const passwordHash = await hashPassword(next)
      return db.transaction(async (tx) => {
        await setPassword(tx, person.id, passwordHash)
        await links.takeBack(tx, person.id)
        await distrustDevices(tx, person.id, { but: staff.sessionId })
        await endCalendarFeed(tx, person.id)
        const sessionIds = await store.deleteOtherSessions(tx, person.id, staff.sessionId)
        if (sessionIds.length > 0) await publish(tx, { kind: 'session-ended', sessionIds })
        await notify(tx, found, words.passwordChangedLetter)
        const cookie = newSecret()
        const endsAt = await store.renewSession(tx, staff.sessionId, fingerprint(cookie))
        if (!endsAt) throw new Problem('access/sign-in-needed')
        return { cookie, seconds: Math.max(1, Math.round((endsAt.getTime() - now().getTime()) / 1000)) }
      })
    },
  }
}
