// Signing in and out. A sign-in is an opaque random secret in a cookie; the database keeps its fingerprint and can
// revoke it at once. Failures are counted for each e-mail address, whether or not it exists (platform/attempts).
import type { EquipmentFindings } from '#contract/equipment'
import type { Me } from '#contract/people'
import { ROLES, rankedRole } from '#domain/permission'
import { emailKey } from '#domain/person'
import { Problem } from '#domain/problem'
import type { Deps } from '../deps.ts'
import { clearAttempts, countAttempt, guessesAtSession, guessesHere } from '../platform/attempts.ts'
import { setAuditSubject } from '../platform/audit/context.ts'
import type { Staff } from '../platform/caller.ts'
import type { Tx } from '../platform/db.ts'
import { distrustDevices } from '../platform/device.ts'
import { publish } from '../platform/events.ts'
import { passwordFits } from '../platform/passwords.ts'
import { personByEmail } from '../platform/person-rows.ts'
import { ensureOwnSignIns } from '../platform/provider-only.ts'
import { beginSignIn, cookieOf } from '../platform/second-step.ts'
import { deleteSessions, sessionOf } from '../platform/session.ts'
import { newDevices } from './sign-ins-store.ts'
import * as store from './store.ts'

export interface PeopleService {
  /**
   * The cookie's secret and who signed in. Throws `access/wrong-sign-in`, `request/too-many` with `retryAfterSeconds`,
   * `access/provider-only`, or `access/second-step-needed`.
   */
  signIn(email: string, password: string): Promise<{ cookie: string; me: Me }>
  /** `sessionId`: the sign-in that asks, where there is one; its browser may not know of others. */
  me(personId: string, sessionId?: string): Promise<Me>
  /** Who has just signed in with this cookie's secret. */
  meBy(cookie: string): Promise<Me>
  /** Whoever sits here knows the password. Throws `person/password-wrong` or `request/too-many`. */
  prove(staff: Pick<Staff, 'personId' | 'sessionId'>, password: string): Promise<void>
  /** What this person's page found out about the machine it runs on. */
  keepFindings(personId: string, sessionId: string, findings: EquipmentFindings): Promise<Me>
  signOut(personId: string, sessionId: string): Promise<void>
  signOutEverywhere(personId: string, sessionId: string): Promise<void>
}

export function openPeopleService({ db, now, newId }: Deps): PeopleService {
  const me = async (personId: string, sessionId?: string): Promise<Me> => {
    const [found, devices, glass, areas] = await Promise.all([
      store.personWithRights(db, personId, sessionId ?? null, now()),
      sessionId ? newDevices(db, sessionId) : [],
      store.openBreakGlass(db, personId),
      store.areasServed(db, personId),
    ])
    if (found?.person.status !== 'active') throw new Problem('access/sign-in-needed')
    const { person, organisation, serviceRoles, openSessions, mustEnrol } = found
    const roles = [...(person.organisationRole ? [person.organisationRole] : []), ...serviceRoles]
    return {
      personId,
      name: person.name,
      title: person.title,
      email: person.email,
      role: rankedRole(roles),
      roles: ROLES.filter((role) => roles.includes(role)),
      organisationName: organisation.name,
      sample: organisation.sample,
      equipment: person.equipment,
      idleMinutes: organisation.idleMinutes,
      newDevices: devices,
      openSessions,
      glass,
      areas,
      mustEnrol,
    }
  }

  const meBy = async (cookie: string): Promise<Me> => {
    const session = await sessionOf(db, cookie)
    if (!session) throw new Problem('access/sign-in-needed')
    return me(session.personId, session.id)
  }

  const end = (personId: string, sessionId: string | null, before: (tx: Tx) => Promise<void> = async () => {}) =>
    db.transaction(async (tx) => {
      await before(tx)
      const sessionIds = await deleteSessions(tx, personId, sessionId)
      if (sessionIds.length > 0) await publish(tx, { kind: 'session-ended', sessionIds })
    })

  return {
    me,
    meBy,
    async signIn(email, password) {
      const key = emailKey(email)
      const guesses = await guessesHere(db, 'password', key)
      await countAttempt(db, guesses, now)
      const person = await personByEmail(db, key)
      const mine = person?.status === 'active' ? person : null
      if (person) setAuditSubject('person', person.id)
      if (!(await passwordFits(mine?.passwordHash ?? null, password)) || !mine)
        throw new Problem('access/wrong-sign-in')
      await ensureOwnSignIns(db, mine.organisationId)
      await clearAttempts(db, guesses)
      const cookie = cookieOf(await beginSignIn(db, { newId, now }, mine.id))
      return { cookie, me: await meBy(cookie) }
    },
    async prove({ personId, sessionId }, password) {
      const person = await store.personById(db, personId)
      const guesses = guessesAtSession(sessionId)
      await countAttempt(db, guesses, now)
      if (!(await passwordFits(person?.passwordHash ?? null, password))) throw new Problem('person/password-wrong')
      await clearAttempts(db, guesses)
    },
    async keepFindings(personId, sessionId, findings) {
      await store.setEquipment(db, personId, { ...findings, at: now().getTime() })
      return me(personId, sessionId)
    },
    signOut: (personId, sessionId) => end(personId, sessionId),
    signOutEverywhere: (personId, sessionId) =>
      end(personId, null, (tx) => distrustDevices(tx, personId, { but: sessionId })),
  }
}
