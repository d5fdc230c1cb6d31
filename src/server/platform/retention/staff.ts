// What is kept about people who work here.
import { and, eq, isNotNull, lt, notExists, sql } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import { people, sessions, signInFailures } from '../schema.ts'
import { breakGlass } from '../schema-break-glass.ts'
import { calendarFeeds } from '../schema-calendar-feeds.ts'
import { devices } from '../schema-devices.ts'
import { memberships, personLinks, resetRequests } from '../schema-people.ts'
import { CLOSED_LIST, impersonal, personal } from './entry.ts'
import * as terms from './terms.ts'

const ADMINISTRATORS = 'administrators of the organisation'

export const STAFF = [
  personal(people, {
    about: 'staff',
    columns: {
      identity: ['name', 'title', 'email', 'equipment'],
      sealed: ['passwordHash'],
      harmless: { organisationRole: CLOSED_LIST, status: CLOSED_LIST },
    },
    holds: 'Name, title, e-mail address and role of everybody who works here, and what their computer can do.',
    seenBy: `themselves; ${ADMINISTRATORS}; colleagues see the name, patients the name or an alias`,
    removals: [],
    otherwise:
      'goes when an invitation is withdrawn; whoever has worked here stays, deactivated, so that the audit can name them',
    exported: { as: 'account', ofPerson: (personId) => eq(people.id, personId) },
  }),
  personal(memberships, {
    about: 'staff',
    columns: { identity: ['alias'], harmless: { role: CLOSED_LIST } },
    holds: 'Who does what in which service, and the name that patients are told there.',
    seenBy: `themselves; ${ADMINISTRATORS}`,
    removals: [],
    otherwise: 'goes when an administrator takes the role away',
    exported: { as: 'roles', ofPerson: (personId) => eq(memberships.personId, personId) },
  }),
  personal(breakGlass, {
    about: 'both',
    columns: { words: ['reason'] },
    holds: 'Who opened a service by break-glass, when, and why in their own words.',
    seenBy: 'administrators and auditors of the organisation',
    removals: [
      {
        term: terms.GLASS_OPENED,
        only: 'the reason',
        blanks: ['reason'],
        due: (before) =>
          and(isNotNull(breakGlass.reason), isNotNull(breakGlass.closedAt), lt(breakGlass.openedAt, before)),
        audited: { action: 'glass-reason.forget', subject: 'service', id: breakGlass.serviceId },
      },
    ],
    otherwise: 'that it was opened stays',
    exported: { as: 'break-glass', ofPerson: (personId) => eq(breakGlass.personId, personId) },
  }),
  personal(sessions, {
    about: 'staff',
    columns: { identity: ['address'], sealed: ['tokenHash', 'formerHash'] },
    holds: 'Who is signed in, since when, and from which network address.',
    seenBy: 'themselves',
    removals: [{ term: terms.SIGN_IN_OVER, due: (before) => lt(sessions.expiresAt, before) }],
    otherwise: 'earlier when they sign out, end it from elsewhere, or change their password',
    exported: { as: 'sign-ins', ofPerson: (personId) => eq(sessions.personId, personId) },
  }),
  personal(devices, {
    about: 'staff',
    columns: { identity: ['browser', 'system', 'address'], sealed: ['tokenHash'] },
    holds: 'The browsers that somebody has signed in with, and from which network address first.',
    seenBy: 'themselves',
    removals: [
      {
        term: terms.DEVICE_USED,
        only: 'browsers nobody is signed in with',
        due: (before) =>
          and(
            lt(devices.lastAt, before),
            notExists(
              new QueryBuilder().select({ one: sql`1` }).from(sessions).where(eq(sessions.deviceId, devices.id)),
            ),
          ),
      },
    ],
    otherwise: 'nothing removes it earlier',
    exported: { as: 'browsers', ofPerson: (personId) => eq(devices.personId, personId) },
  }),
  personal(personLinks, {
    about: 'staff',
    columns: { identity: ['email'], sealed: ['tokenHash'], harmless: { kind: CLOSED_LIST } },
    holds: 'One-time links: an invitation, a new password, an e-mail address to confirm.',
    seenBy: 'nobody',
    removals: [
      {
        term: terms.RESET_LINK_OVER,
        only: 'links to a new password',
        due: (before) => and(eq(personLinks.kind, 'reset'), lt(personLinks.endsAt, before)),
      },
    ],
    otherwise: 'any link goes once it is used, taken back or replaced',
    exported: { as: 'links', ofPerson: (personId) => eq(personLinks.personId, personId) },
  }),
  personal(calendarFeeds, {
    about: 'staff',
    columns: { sealed: ['tokenHash'] },
    holds: 'Who has a calendar feed, what it shows, and when a calendar last asked for it.',
    seenBy: 'themselves',
    removals: [],
    otherwise: 'goes when they take it away, with a new password, or when an administrator deactivates or resets them',
    exported: { as: 'calendar-feed', ofPerson: (personId) => eq(calendarFeeds.personId, personId) },
  }),
  impersonal(resetRequests, { sealed: ['emailHash', 'asker'] }, [
    { term: terms.RESET_REQUESTED, due: (before) => lt(resetRequests.at, before) },
  ]),
  impersonal(signInFailures, { sealed: ['emailHash'] }, [
    { term: terms.ATTEMPT_MADE, due: (before) => lt(signInFailures.at, before) },
  ]),
]
