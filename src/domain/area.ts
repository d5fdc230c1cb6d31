// A waiting area: its address, its opening hours in its own time zone, and what it asks of those who arrive.
import { type BankHolidays, isBankHoliday } from './bank-holiday.ts'
import { Problem } from './problem.ts'

/** Minutes after midnight, local to the area. `weekday` is 0 for Sunday to 6 for Saturday. */
export interface OpeningBlock {
  readonly weekday: number
  readonly from: number
  readonly to: number
}

export interface OpeningHours {
  /** IANA time zone, for example `Europe/London`. */
  readonly timeZone: string
  /** No block at all means always open, but for the days on which it is closed. */
  readonly blocks: readonly OpeningBlock[]
  /** DOORS_OPEN_EARLY_MINUTES where it is left out. */
  readonly opensEarlyMinutes?: number
  /** Whose bank holidays it is closed on; none where it is left out. */
  readonly bankHolidays?: BankHolidays
  /** ISO dates on which it is closed besides. */
  readonly closedDates?: readonly string[]
}

/** People arrive early: unless somebody says otherwise, doors open this many minutes before a block begins. */
export const DOORS_OPEN_EARLY_MINUTES = 10

export type FieldRule = 'required' | 'optional' | 'off'

/** What an area may ask besides the first name, in the order of the form. */
export const ENTRY_FIELDS = ['lastName', 'dateOfBirth', 'phone'] as const
export type EntryField = (typeof ENTRY_FIELDS)[number]
export type EntryFields = { readonly [Field in EntryField]: FieldRule }

export const DEFAULT_ENTRY_FIELDS: EntryFields = { lastName: 'required', dateOfBirth: 'required', phone: 'required' }

export type AreaOpenness =
  | { readonly state: 'open' }
  | { readonly state: 'closed'; readonly opensAt: Date | null }
  | { readonly state: 'suspended'; readonly message: string }

interface LocalTime {
  /** ISO. */
  readonly date: string
  readonly weekday: number
  readonly minutes: number
}

const DAY_MS = 24 * 60 * 60_000
const formats = new Map<string, Intl.DateTimeFormat>()

/** Making one takes longer than all else here together. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const found =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
  formats.set(timeZone, found)
  return found
}

const weekdayOf = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay()
const dayAfter = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

/** The ISO date that `at` (ms since the epoch) is in a time zone. */
export const dateIn = (at: number, timeZone: string): string => localTime(new Date(at), timeZone).date

export function localTime(at: Date, timeZone: string): LocalTime {
  const parts = formatOf(timeZone).formatToParts(at)
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? ''
  const date = `${part('year')}-${part('month')}-${part('day')}`
  return { date, weekday: weekdayOf(date), minutes: Number(part('hour')) * 60 + Number(part('minute')) }
}

/** The instant at which it is `minutes` after midnight of `date` by the clock on the wall there. */
export function instantOf(date: string, minutes: number, timeZone: string): number {
  const wanted = Date.parse(`${date}T00:00:00Z`) + minutes * 60_000
  let instant = wanted
  // A time zone is off by the difference between the two; on a day when the clocks change it takes a second look.
  for (let round = 0; round < 2; round++) {
    const seen = localTime(new Date(instant), timeZone)
    instant += wanted - (Date.parse(`${seen.date}T00:00:00Z`) + seen.minutes * 60_000)
  }
  return instant
}

/** How far the clock on the wall is from UTC at `local` (2027-03-01T09:30), as ISO 8601 writes it (+01:00). */
export function offsetAt(local: string, timeZone: string): string {
  const [date = '', time = ''] = local.split('T')
  const [hours, rest] = time.split(':').map(Number) as [number, number]
  const minutes = (Date.parse(`${local}:00Z`) - instantOf(date, hours * 60 + rest, timeZone)) / 60_000
  const two = (count: number) => String(Math.trunc(count)).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`
}

export const isClosedOn = ({ bankHolidays = 'none', closedDates = [] }: OpeningHours, date: string) =>
  closedDates.includes(date) || isBankHoliday(bankHolidays, date)

const earlyOf = (hours: OpeningHours) => hours.opensEarlyMinutes ?? DOORS_OPEN_EARLY_MINUTES

/** Throws `area/hours-not-valid` for an unknown time zone, a day outside 0 to 6, or a block that does not end after it begins. */
export function checkOpeningHours(hours: OpeningHours): void {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: hours.timeZone })
  } catch {
    throw new Problem('area/hours-not-valid', { field: 'timeZone' })
  }
  for (const block of hours.blocks) {
    const whole = [block.weekday, block.from, block.to].every(Number.isInteger)
    if (
      !whole ||
      block.weekday < 0 ||
      block.weekday > 6 ||
      block.from < 0 ||
      block.to > 24 * 60 ||
      block.to <= block.from
    )
      throw new Problem('area/hours-not-valid', { field: 'blocks' })
  }
}

/** Where no hours are kept, every day is open from its beginning to its end. */
const blocksOn = ({ blocks }: OpeningHours, weekday: number): readonly OpeningBlock[] =>
  blocks.length === 0 ? [{ weekday, from: 0, to: 24 * 60 }] : blocks.filter((block) => block.weekday === weekday)

/** Whether doors are open at `at`: from some minutes before a block until its end, and not on a day that is closed. */
export function isOpenAt(hours: OpeningHours, at: Date): boolean {
  const within = ({ date, weekday, minutes }: LocalTime) =>
    !isClosedOn(hours, date) && blocksOn(hours, weekday).some(({ from, to }) => from <= minutes && minutes < to)
  if (within(localTime(at, hours.timeZone))) return true
  // Before the first block, and before one that begins at midnight.
  return within(localTime(new Date(at.getTime() + earlyOf(hours) * 60_000), hours.timeZone))
}

/** How far ahead an opening is looked for: a school's summer, and more. */
const LOOK_AHEAD_DAYS = 400

/** The start of the next block after `at`; null when there is none in sight, or the area never closes. */
export function nextOpening(hours: OpeningHours, at: Date): Date | null {
  const closes =
    hours.blocks.length > 0 || (hours.closedDates ?? []).length > 0 || (hours.bankHolidays ?? 'none') !== 'none'
  if (!closes) return null
  const today = localTime(at, hours.timeZone).date
  for (let ahead = 0; ahead <= LOOK_AHEAD_DAYS; ahead++) {
    const date = dayAfter(today, ahead)
    if (isClosedOn(hours, date)) continue
    const starts = blocksOn(hours, weekdayOf(date))
      .map(({ from }) => instantOf(date, from, hours.timeZone))
      .filter((start) => start >= at.getTime())
    if (starts.length > 0) return new Date(Math.min(...starts))
  }
  return null
}

/** When doors open for a block that begins at `start`. */
export const doorsOpenAt = (hours: OpeningHours, start: Date): Date =>
  new Date(start.getTime() - earlyOf(hours) * 60_000)

/** What a patient finds at the door. A suspension goes before the hours: it is what staff said now. */
export function openness(
  hours: OpeningHours,
  suspended: { readonly patientText: string } | null,
  at: Date,
): AreaOpenness {
  if (suspended) return { state: 'suspended', message: suspended.patientText }
  if (isOpenAt(hours, at)) return { state: 'open' }
  return { state: 'closed', opensAt: nextOpening(hours, at) }
}

/** A readable address from a name: lower case letters, digits and single hyphens, at most 48. Empty when nothing remains. */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 48)
    .replace(/-$/, '')
}
