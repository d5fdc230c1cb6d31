// The SQL of the list of all appointments, and of the search in it.
import { and, desc, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import type { AppointmentSearchBody } from '#contract/appointment'
import type { ShownStatus } from '#domain/appointment'
import { type Sought, soughtIn } from '#domain/appointment-search'
import type { DbOrTx } from '../platform/db.ts'
import { visits } from '../platform/schema.ts'
import { appointmentDetails, appointments } from '../platform/schema-appointments.ts'
import { type AppointmentRow, appointmentsBy, BY_TIME } from './store.ts'

const FROM_THE_NEWEST = [desc(appointments.startsAt), desc(appointments.id)]

/** So many stand on a page of the list. */
export const LIST_PAGE = 25

/** One more than a page has, so that one knows whether there is another. */
export async function appointmentsFound(
  db: DbOrTx,
  areaIds: readonly string[],
  { text, when, status, practitionerId, after }: Omit<AppointmentSearchBody, 'areaId'>,
  now: Date,
): Promise<AppointmentRow[]> {
  if (areaIds.length === 0) return []
  const { startsAt, id } = appointments
  const coming = when === 'coming'
  const today = sql`date_trunc('day', ${now.toISOString()}::timestamptz at time zone ${appointments.timeZone})`
  const here = after ? sql`(${new Date(after.startsAt).toISOString()}::timestamptz, ${after.id}::uuid)` : undefined
  return appointmentsBy(
    db,
    and(
      inArray(appointments.areaId, [...areaIds]),
      coming ? sql`${appointments.localStart} >= ${today}` : sql`${appointments.localStart} < ${today}`,
      status === null ? undefined : statusIs(status),
      practitionerId === 'team'
        ? isNull(appointments.practitionerId)
        : practitionerId === null
          ? undefined
          : eq(appointments.practitionerId, practitionerId),
      isSought(soughtIn(text)),
      here && (coming ? sql`(${startsAt}, ${id}) > ${here}` : sql`(${startsAt}, ${id}) < ${here}`),
    ),
  )
    .orderBy(...(coming ? BY_TIME : FROM_THE_NEWEST))
    .limit(LIST_PAGE + 1)
}

function statusIs(status: ShownStatus): SQL | undefined {
  if (status === 'seen') return and(eq(appointments.status, 'arrived'), isNotNull(visits.firstSeenAt))
  if (status === 'arrived') return and(eq(appointments.status, 'arrived'), isNull(visits.firstSeenAt))
  return eq(appointments.status, status)
}

/** Their names as the search's own words are folded, each after a space. */
const FOLDED_NAMES = sql`' ' || lower(regexp_replace(regexp_replace(normalize(${appointmentDetails.firstName} || ' ' ||
  ${appointmentDetails.lastName}, NFKD), '[\\u0300-\\u036f''’]', '', 'g'), '[-[:space:]]+', ' ', 'g'))`

function isSought(sought: Sought): SQL | undefined {
  if (sought.kind === 'anybody') return undefined
  if (sought.kind === 'phone')
    return sql`right(regexp_replace(${appointmentDetails.phone}, '\\D', '', 'g'), ${sought.digits.length}) = ${sought.digits}`
  return and(...sought.words.map((word) => sql`strpos(${FOLDED_NAMES}, ${` ${word}`}) > 0`))
}
