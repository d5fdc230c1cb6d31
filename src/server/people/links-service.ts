// One-time links: an invitation's and a new password's. The secret is in the letter alone; the database keeps its
// fingerprint. A link opens one sign-in, once, and every other sign-in of that person ends.
import type { LinkView } from '#contract/people-admin'
import { emailKey, LINK_MS, type LinkKind } from '#domain/person'
import { checkPassword } from '#domain/person-password'
import { Problem } from '#domain/problem'
import type { Deps } from '../deps.ts'
import { clearAttempts, strangersGuesses } from '../platform/attempts.ts'
import { setAuditSubject, storeOwn } from '../platform/audit/context.ts'
import { askingBrowser } from '../platform/browser.ts'
import { endCalendarFeed } from '../platform/calendar-feeds.ts'
import type { Tx } from '../platform/db.ts'
import { distrustDevices, trustedDevice } from '../platform/device.ts'
import { publish } from '../platform/events.ts'
import { endLink, queueEmail } from '../platform/notifications.ts'
import { hashPassword } from '../platform/passwords.ts'
import { ensureOwnSignIns, isProviderOnly } from '../platform/provider-only.ts'
import { beginSignIn, cookieOf } from '../platform/second-step.ts'
import { fingerprint, newSecret } from '../platform/secrets.ts'
import { deleteSessions } from '../platform/session.ts'
import { invitationEmail, type Letter, noPasswordEmail, resetEmail } from './emails.ts'
import * as store from './links-store.ts'

const HOUR_MS = 60 * 60 * 1000
/** Letters about a new password that somebody gets: enough for who mistypes, too few to annoy. */
const MOST_AN_HOUR = 3
/** Of what strangers ask for: in a day, and of one stranger in an hour, so that they leave one for their owner. */
const MOST_A_DAY = 6
const MOST_OF_ONE = 2

interface Words {
  readonly subject: string
  readonly text: string
}

interface Invited {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly organisationId: string
}

export interface LinkService {
  /** Whose link it is. Throws `person/link-not-valid` or `access/provider-only`. */
  look(token: string): Promise<LinkView>
  /** Sets the password and signs in, with the cookie's secret; every other sign-in of this person ends. Throws `access/second-step-needed`. */
  use(token: string, password: string): Promise<string>
  /** Sends an invitation, in the place of one that was sent before. */
  invite(tx: Tx, person: Invited, by: { name: string; organisation: string }): Promise<void>
  /** Takes every link of a person back, and ends those `used`. */
  takeBack(tx: Tx, personId: string, used?: readonly string[]): Promise<void>
  /** Asks the owner of `email` whether it is this person's; with no letter, a link that nobody has. */
  askEmail(tx: Tx, person: Invited, email: string, letter: Words | null): Promise<void>
  takeBackEmail(tx: Tx, personId: string): Promise<void>
  /** Asks for a new password. Does the same and says nothing, whether or not there is such an address. */
  askReset(email: string): Promise<void>
  /** Answers what was asked. */
  answerResets(): Promise<void>
}

export function openLinkService(deps: Deps): LinkService {
  const { db, now, newId, publicUrl } = deps
  const provider = deps.provider?.name ?? ''

  const valid = async (token: string) => {
    const row = await store.linkByToken(db, fingerprint(token))
    if (row) setAuditSubject('person', row.person.id)
    const kind = row?.link.kind
    const status = kind === 'invitation' ? 'invited' : 'active'
    // What confirms an address opens no sign-in.
    if (!row || !kind || kind === 'email' || row.link.endsAt <= now() || row.person.status !== status)
      throw new Problem('person/link-not-valid')
    await ensureOwnSignIns(db, row.person.organisationId)
    return { ...row, kind }
  }

  const take = async (tx: Tx, personId: string, kind?: LinkKind) => {
    for (const id of await store.takeLinksOf(tx, personId, kind)) await endLink(tx, id)
  }

  /** `only`: the identity provider's are the only sign-ins, and the link leads to the page where they begin. */
  const send = async (
    tx: Tx,
    kind: LinkKind,
    person: Invited,
    only: boolean,
    words: Letter | null,
    newEmail: string | null = null,
  ) => {
    // A stranger who asks for a new password ends nothing that its owner has asked for.
    if (kind !== 'reset') await take(tx, person.id, kind)
    const [id, secret] = [newId(), newSecret()]
    const endsAt = new Date(now().getTime() + LINK_MS[kind])
    const row = { id, personId: person.id, kind, tokenHash: fingerprint(secret), email: newEmail }
    await store.insertLink(tx, { ...row, createdAt: now(), endsAt })
    if (!words) return
    const url = only ? `${publicUrl()}/staff` : `${publicUrl()}/staff/${kind}#${secret}`
    const { organisationId } = person
    await queueEmail(tx, deps, {
      organisationId,
      to: newEmail ?? person.email,
      personId: person.id,
      ...words,
      link: { url, endsAt, aboutId: id },
    })
  }

  /** At a browser of theirs they get their letters whatever strangers ask for. */
  const mayWrite = async (tx: Tx, { emailHash, asker, trusted, at }: store.ResetRequest) => {
    const written = (since: number, by: { asker?: string }) =>
      store.writtenBetween(tx, { emailHash, trusted, ...by }, new Date(at.getTime() - since), at)
    if (trusted) return (await written(HOUR_MS, { asker })) < MOST_AN_HOUR
    return (
      (await written(HOUR_MS, { asker })) < MOST_OF_ONE &&
      (await written(HOUR_MS, {})) < MOST_AN_HOUR &&
      (await written(24 * HOUR_MS, {})) < MOST_A_DAY
    )
  }

  /** One request, answered or passed over; false when there is none. */
  const answerOne = () =>
    db.transaction(async (tx) => {
      const request = await store.takeRequest(tx)
      if (!request) return false
      await store.lockRequestsOf(tx, request.emailHash)
      const found = (await mayWrite(tx, request)) ? await store.activeByHash(tx, request.emailHash) : null
      await store.setHandled(tx, request.id, now(), found !== null)
      if (!found) return true
      const { person, organisation } = found
      const facts = { name: person.name, organisation: organisation.name, minutes: LINK_MS.reset / 60_000 }
      const only = organisation.providerOnly
      await send(tx, 'reset', person, only, only ? noPasswordEmail({ ...facts, provider }) : resetEmail(facts))
      await storeOwn(tx, now(), 'password-link.send', 'person', [person])
      return true
    })

  return {
    async look(token) {
      const { kind, person, organisation } = await valid(token)
      const { name, email } = person
      return { kind, name, email, organisationName: organisation.name, sample: organisation.sample }
    },
    async use(token, password) {
      const { link, person, organisation } = await valid(token)
      checkPassword(password, [person.name, person.email, organisation.name])
      const passwordHash = await hashPassword(password)
      const begun = await db.transaction(async (tx) => {
        if (!(await store.takeLink(tx, link.id))) throw new Problem('person/link-not-valid')
        await endLink(tx, link.id)
        await take(tx, person.id)
        await store.setPassword(tx, person.id, passwordHash)
        await distrustDevices(tx, person.id)
        await endCalendarFeed(tx, person.id)
        const sessionIds = await deleteSessions(tx, person.id, null)
        if (sessionIds.length > 0) await publish(tx, { kind: 'session-ended', sessionIds })
        await clearAttempts(tx, strangersGuesses('password', person.email))
        return beginSignIn(tx, { newId, now }, person.id)
      })
      // The password stands: whoever has a second factor goes on with that.
      return cookieOf(begun)
    },
    async invite(tx, person, by) {
      const facts = { name: person.name, byName: by.name, organisation: by.organisation }
      const days = LINK_MS.invitation / (24 * 60 * 60_000)
      const only = await isProviderOnly(tx, person.organisationId)
      await send(tx, 'invitation', person, only, invitationEmail({ ...facts, days, provider: only ? provider : null }))
    },
    async takeBack(tx, personId, used = []) {
      for (const id of used) await endLink(tx, id)
      await take(tx, personId)
    },
    askEmail: (tx, person, email, letter) => send(tx, 'email', person, false, letter, email),
    takeBackEmail: (tx, personId) => take(tx, personId, 'email'),
    async askReset(email) {
      const key = emailKey(email)
      const deviceId = await trustedDevice(db, key)
      const asker = fingerprint(deviceId ? `browser ${deviceId}` : `address ${askingBrowser()?.address}`)
      const row = { id: newId(), emailHash: fingerprint(key), at: now(), asker, trusted: deviceId !== null }
      await store.insertRequest(db, row)
    },
    async answerResets() {
      while (await answerOne());
    },
  }
}
