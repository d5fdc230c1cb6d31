// Who is calling: read from the cookie that belongs to the part of the surface that was called, and from nothing else.
// One browser may hold both cookies; a patient's page never acts with a sign-in, nor a console with a visit.
import { and, eq, gt, sql } from 'drizzle-orm'
import { isLocked } from '#domain/idle'
import { type OrganisationRole, type Role, rankedRole, type ServiceRole } from '#domain/permission'
import { type Db, prepared } from './db.ts'
import { organisations, people, sessions, visits } from './schema.ts'
import { memberships, serving } from './schema-people.ts'
import { fingerprint, same } from './secrets.ts'
import { openedBy } from './session.ts'
import type { Subject } from './subject.ts'

export const VISIT_COOKIE = 'bedside_visit'
/** A device keeps its place for half a day: longer than any clinic's session. */
export const VISIT_COOKIE_SECONDS = 12 * 60 * 60
export const SESSION_COOKIE = 'bedside_session'
/** Opens nothing: says that somebody signed in with this browser before. */
export const DEVICE_COOKIE = 'bedside_device'

/** Opens nothing and tells nothing: whether this browser keeps cookies at all. */
export const KEPT_COOKIE = 'bedside_kept'

export interface Guest {
  readonly kind: 'guest'
}
export interface Patient {
  readonly kind: 'patient'
  readonly visitId: string
}
/** A role in a waiting area, and the break-glass that lends it; null where it is their own. */
export interface HeldRole {
  readonly role: Role
  readonly breakGlassId: string | null
}
export interface Staff {
  readonly kind: 'staff'
  readonly personId: string
  readonly organisationId: string
  readonly sessionId: string
  readonly name: string
  readonly title: string
  /** Held for the whole organisation; what they do in services the access question looks up each time. */
  readonly role: OrganisationRole | null
  /** The highest of all roles they hold, anywhere in the organisation. */
  readonly calledBy: Role | null
  /** Nobody has touched its pages for a while, or somebody locked them: see `mayWhileLocked`. */
  readonly locked: boolean
  /** Its secret is due to be changed. */
  readonly renew: boolean
  /** Has to set up a second factor before anything else. */
  readonly mustEnrol: boolean
  /** When whoever sits there last proved who they are. */
  readonly provenAt: Date | null
  /** What they are where the visit waits that they ask about; read together with who they are. */
  readonly withVisit: { readonly visitId: string; readonly held: readonly HeldRole[] } | null
}
export type Caller = Guest | Patient | Staff

export type Surface = 'open' | 'patient' | 'staff'
export type CallerOf<S extends Surface> = S extends 'patient' ? Patient : S extends 'staff' ? Staff : Guest

export type Cookies = Readonly<Record<string, string | undefined>>

/** What PostgreSQL takes as an id. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const GUEST: Guest = { kind: 'guest' }

/** The caller on `surface` who asks about `subject`; a guest when the cookie is missing, wrong, ended or run out. */
export async function identify(
  db: Db,
  surface: Surface,
  cookies: Cookies,
  now: Date,
  { visitId }: Subject = {},
): Promise<Caller> {
  if (surface === 'patient') return patientOf(db, cookies[VISIT_COOKIE])
  if (surface === 'staff') return staffOf(db, cookies[SESSION_COOKIE], now, visitId ?? null)
  return GUEST
}

const secretOf = prepared((db) =>
  db
    .select({ tokenHash: visits.tokenHash })
    .from(visits)
    .where(eq(visits.id, sql.placeholder('visitId')))
    .prepare('secret_of'),
)

async function patientOf(db: Db, cookie: string | undefined): Promise<Caller> {
  const [visitId, secret] = cookie?.split('.') ?? []
  if (!visitId || !secret || !UUID.test(visitId)) return GUEST
  const [row] = await secretOf(db).execute({ visitId })
  if (!row || !same(row.tokenHash, fingerprint(secret))) return GUEST
  return { kind: 'patient', visitId }
}

const mustEnrolNow = sql<boolean>`${sessions.mustEnrol} and ${organisations.requireSecondFactor}`

async function staffOf(db: Db, cookie: string | undefined, now: Date, visitId: string | null): Promise<Caller> {
  if (!cookie) return GUEST
  const [row] = await openedSession(db).execute({ hash: fingerprint(cookie), now, visitId })
  if (!row) return GUEST
  const { serviceRoles, held, lastActiveAt, lockedAt, idleMinutes, ...person } = row
  const calledBy = rankedRole([...(person.role ? [person.role] : []), ...serviceRoles])
  const withVisit = visitId === null ? null : { visitId, held }
  const locked = lockedNow({ lastActiveAt, lockedAt, idleMinutes }, now)
  return { kind: 'staff', ...person, calledBy, locked, withVisit }
}

const heldWithVisit = sql<HeldRole[]>`coalesce((
  select json_agg(json_build_object('role', ${serving.role}, 'breakGlassId', ${serving.breakGlassId}))
  from ${visits} join ${serving} on ${serving.areaId} = ${visits.areaId}
  where ${visits.id} = ${sql.placeholder('visitId')} and ${serving.personId} = ${people.id}
), '[]')`

const openedSession = prepared((db) =>
  db
    .select({
      sessionId: sessions.id,
      personId: people.id,
      organisationId: people.organisationId,
      name: people.name,
      title: people.title,
      role: people.organisationRole,
      renew: sessions.renew,
      lastActiveAt: sessions.lastActiveAt,
      lockedAt: sessions.lockedAt,
      idleMinutes: organisations.idleMinutes,
      mustEnrol: mustEnrolNow,
      provenAt: sessions.provenAt,
      held: heldWithVisit,
      serviceRoles: sql<
        ServiceRole[]
      >`array(select ${memberships.role} from ${memberships} where ${memberships.personId} = ${people.id})`,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .where(and(openedBy(sql.placeholder('hash'), sql.placeholder('now')), eq(people.status, 'active')))
    .prepare('opened_session'),
)

interface LockFacts {
  readonly lastActiveAt: Date
  readonly lockedAt: Date | null
  readonly idleMinutes: number
}

const lockedNow = ({ lastActiveAt, lockedAt, idleMinutes }: LockFacts, now: Date): boolean =>
  isLocked({ lastActiveAt: lastActiveAt.getTime(), lockedAt: lockedAt?.getTime() ?? null }, idleMinutes, now.getTime())

/** The same caller a while later: a page stays open while its sign-in is locked, unlocked, enrolled or ended. */
export async function again(db: Db, staff: Staff, now: Date): Promise<Staff | Guest> {
  const [row] = await openSession(db).execute({ id: staff.sessionId, now })
  return row ? { ...staff, mustEnrol: row.mustEnrol, locked: lockedNow(row, now) } : GUEST
}

const openSession = prepared((db) =>
  db
    .select({
      lastActiveAt: sessions.lastActiveAt,
      lockedAt: sessions.lockedAt,
      idleMinutes: organisations.idleMinutes,
      mustEnrol: mustEnrolNow,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .where(
      and(
        eq(sessions.id, sql.placeholder('id')),
        gt(sessions.expiresAt, sql.placeholder('now')),
        eq(people.status, 'active'),
      ),
    )
    .prepare('open_session'),
)
