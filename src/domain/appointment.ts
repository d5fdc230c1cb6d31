// An appointment: when it is by the clock on the wall, what becomes of it, and when its patient may come. Pure.
import { instantOf, localTime } from './area.ts'
import { type ArrivalDetails, checkArrival } from './arrival.ts'
import { Problem } from './problem.ts'
import { tidyLine } from './typed-text.ts'

export const APPOINTMENT_STATUSES = ['booked', 'arrived', 'cancelled', 'did-not-attend'] as const
export type AppointmentStatus = (typeof APPOINTMENT_STATUSES)[number]

/** What staff are shown: who arrived and was joined has been seen. */
export const SHOWN_STATUSES = [...APPOINTMENT_STATUSES, 'seen'] as const
export type ShownStatus = (typeof SHOWN_STATUSES)[number]

export const CANCELLED_BY = ['patient', 'clinic'] as const
export type CancelledBy = (typeof CANCELLED_BY)[number]

/** What is known of the newest link: its e-mail is on its way, nobody mailed it, or somebody passed the check. */
export const LINK_STATES = ['none', 'sent', 'opened'] as const
export type LinkState = (typeof LINK_STATES)[number]

const MINUTE_MS = 60_000
/** So long before its time the patient may come in. */
export const EARLY_MS = 30 * MINUTE_MS
/** So long after its beginning the link still opens: somebody may be very late, and the clinic too. */
export const LATE_MS = 24 * 60 * MINUTE_MS

/** Wrong birth dates at one link, then a wait. */
export const MOST_BIRTH_DATES = 5

export const LONGEST_REASON = 200

/** The instant of a wall clock's time, as `2027-03-28` and `10:30`. Throws `appointment/not-valid`. */
export function startOf(date: string, time: string, timeZone: string): Date {
  const clock = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time)
  if (!clock) throw new Problem('appointment/not-valid', { field: 'time' })
  const day = /^\d{4}-\d{2}-\d{2}$/.test(date) ? new Date(`${date}T00:00:00Z`) : null
  // No appointment is in another century, and databases know no year 0.
  const near = date >= '2000' && date < '2200'
  if (!day || !near || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== date)
    throw new Problem('appointment/not-valid', { field: 'date' })
  return new Date(instantOf(date, Number(clock[1]) * 60 + Number(clock[2]), timeZone))
}

/** The clock on the wall at `at`, as `2027-03-28 10:30`. */
export function wallClock(at: Date, timeZone: string): string {
  const { date, minutes } = localTime(at, timeZone)
  const two = (count: number) => String(count).padStart(2, '0')
  return `${date} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** What is written about the patient of an appointment. */
export interface TypedPatient extends ArrivalDetails {
  readonly email: string
  readonly reason: string
}

const EMAIL = /^[^@\s<>]+@[^@\s<>]+$/

/** Tidied; throws `arrival/*` or `appointment/not-valid` with the field to mend. One name is enough for who has only one. */
export function checkPatient(typed: TypedPatient, now: Date): TypedPatient {
  const details = checkArrival(typed, { lastName: 'optional', dateOfBirth: 'required', phone: 'optional' }, now)
  const email = tidyLine(typed.email)
  if (email !== '' && !EMAIL.test(email)) throw new Problem('appointment/not-valid', { field: 'email' })
  if (email === '' && details.phone === '') throw new Problem('appointment/not-valid', { field: 'reach' })
  return { ...details, email, reason: tidyLine(typed.reason).slice(0, LONGEST_REASON) }
}

export type AppointmentAction = 'arrive' | 'cancel' | 'miss' | 'move' | 'send-link'

/** The status after `action`. Only what is booked can be changed. Throws `appointment/not-booked`. */
export function nextStatus(status: AppointmentStatus, action: AppointmentAction): AppointmentStatus {
  // Somebody who was given up may still come: the link opens until its time is over.
  if (action === 'arrive' && status === 'did-not-attend') return 'arrived'
  if (status !== 'booked') throw new Problem('appointment/not-booked', { status })
  if (action === 'arrive') return 'arrived'
  if (action === 'cancel') return 'cancelled'
  return action === 'miss' ? 'did-not-attend' : 'booked'
}

export type Opening = 'early' | 'open' | 'arrived' | 'cancelled' | 'over'

/** What a patient who passed the check finds. `ended`: the visit that was made from it is over. */
export function openingOf(
  { status, startsAt }: { readonly status: AppointmentStatus; readonly startsAt: Date },
  ended: boolean,
  now: Date,
): Opening {
  if (status === 'cancelled') return 'cancelled'
  if (status === 'arrived') return ended ? 'over' : 'arrived'
  if (now.getTime() >= startsAt.getTime() + LATE_MS) return 'over'
  return now.getTime() < startsAt.getTime() - EARLY_MS ? 'early' : 'open'
}
