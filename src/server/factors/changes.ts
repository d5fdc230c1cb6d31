// Every change of somebody's second factors: one at a time, reported to them by e-mail, and the session that made it gets a
// new secret. Their other sessions stay, except those that could only enrol.
import { randomInt } from 'node:crypto'
import { RECOVERY_CODES, RECOVERY_LENGTH, RECOVERY_SIGNS } from '#domain/factor'
import { Problem } from '#domain/problem'
import type { Deps } from '../deps.ts'
import type { Staff } from '../platform/caller.ts'
import type { Tx } from '../platform/db.ts'
import { publish } from '../platform/events.ts'
import { queueEmail } from '../platform/notifications.ts'
import { fingerprint } from '../platform/secrets.ts'
import { renewSession } from '../platform/session.ts'
import { type FactorChange, factorEmail } from './emails.ts'
import * as store from './store.ts'

export type Facts = NonNullable<Awaited<ReturnType<typeof store.personWithOrganisation>>>

/** What a change came to, with the secret for the cookie from now on. */
export interface Changed<T> {
  readonly value: T
  readonly cookie: string
}

export async function changing<T>(
  deps: Deps,
  staff: Staff,
  work: (tx: Tx, facts: Facts) => Promise<{ value: T; change: FactorChange; enrolled?: boolean }>,
): Promise<Changed<T>> {
  return deps.db.transaction(async (tx) => {
    await store.lockPerson(tx, staff.personId)
    const facts = await store.personWithOrganisation(tx, staff.personId)
    if (!facts) throw new Problem('access/sign-in-needed')
    const { value, change, enrolled } = await work(tx, facts)
    if (enrolled) {
      const sessionIds = await store.finishEnrolment(tx, staff.personId, staff.sessionId)
      if (sessionIds.length > 0) await publish(tx, { kind: 'session-ended', sessionIds })
    }
    const cookie = await renewSession(tx, staff.sessionId, deps.now())
    if (!cookie) throw new Problem('access/sign-in-needed')
    await tell(tx, deps, facts, change)
    return { value, cookie }
  })
}

/** Puts the e-mail about what was done into the outbox. */
export async function tell(tx: Tx, deps: Deps, { person, organisation }: Facts, change: FactorChange): Promise<void> {
  const words = factorEmail({ name: person.name, organisation: organisation.name, change })
  await queueEmail(tx, deps, { organisationId: organisation.id, to: person.email, ...words, link: null })
}

/** New recovery codes in the place of all there were; they are told here and never again. */
export async function makeRecoveryCodes(tx: Tx, personId: string, now: Date): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newCode)
  await store.putRecoveryCodes(tx, personId, codes.map(fingerprint), now)
  return codes
}

/** Made with somebody's first factor: whoever loses it can still sign in. Null when they have some. */
export async function firstRecoveryCodes(tx: Tx, personId: string, now: Date): Promise<string[] | null> {
  return (await store.recoveryCodesLeft(tx, personId)) === 0 ? makeRecoveryCodes(tx, personId, now) : null
}

const newCode = () =>
  Array.from({ length: RECOVERY_LENGTH }, () => RECOVERY_SIGNS[randomInt(RECOVERY_SIGNS.length)]).join('')
