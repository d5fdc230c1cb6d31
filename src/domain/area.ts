// A waiting area: its address, its opening hours in its own time zone, and what it asks of those who arrive.
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
  /** No block at all means always open. */
  readonly blocks: readonly OpeningBlock[]
}

/** People arrive early: doors open this many minutes before a block begins. */
export const DOORS_OPEN_EARLY_MINUTES = 10

export type FieldRule = 'required' | 'optional' | 'off'

export interface EntryFields {
  readonly lastName: FieldRule
  readonly dateOfBirth: FieldRule
  readonly phone: FieldRule
}

export const DEFAULT_ENTRY_FIELDS: EntryFields = { lastName: 'required', dateOfBirth: 'required', phone: 'required' }

export type AreaOpenness =
  | { readonly state: 'open' }
  | { readonly state: 'closed'; readonly opensAt: Date | null }
  | { readonly state: 'suspended'; readonly message: string }

interface LocalTime {
  weekday: number
  minutes: number
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

function localTime(at: Date, timeZone: string): LocalTime {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at)
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? ''
  return { weekday: WEEKDAYS.indexOf(part('weekday')), minutes: Number(part('hour')) * 60 + Number(part('minute')) }
}

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

/** Whether doors are open at `at`: from 10 minutes before a block until its end. */
export function isOpenAt(hours: OpeningHours, at: Date): boolean {
  if (hours.blocks.length === 0) return true
  const early = localTime(new Date(at.getTime() + DOORS_OPEN_EARLY_MINUTES * 60_000), hours.timeZone)
  const now = localTime(at, hours.timeZone)
  return hours.blocks.some(
    (block) =>
      (block.weekday === now.weekday && block.from <= now.minutes && now.minutes < block.to) ||
      (block.weekday === early.weekday && block.from <= early.minutes && early.minutes < block.to),
  )
}

/**
 * The start of the next block after `at`, within eight days; null when there is none or the area never closes.
 * Found by walking whole minutes of local time, so that a change of clocks needs no rule of its own.
 */
export function nextOpening(hours: OpeningHours, at: Date): Date | null {
  if (hours.blocks.length === 0) return null
  const start = Math.ceil(at.getTime() / 60_000) * 60_000
  const local = localTime(new Date(start), hours.timeZone)
  const candidates = hours.blocks.map((block) => {
    let minutes = (block.weekday - local.weekday) * 1440 + block.from - local.minutes
    if (minutes < 0) minutes += 7 * 1440
    // A clock change on the way moves the start by up to an hour either way: settle on the true local time.
    let instant = start + minutes * 60_000
    for (let round = 0; round < 2; round++) {
      const seen = localTime(new Date(instant), hours.timeZone)
      let drift = block.weekday * 1440 + block.from - (seen.weekday * 1440 + seen.minutes)
      if (drift > 3 * 1440) drift -= 7 * 1440
      if (drift < -3 * 1440) drift += 7 * 1440
      instant += drift * 60_000
    }
    return instant
  })
  const next = Math.min(...candidates)
  return Number.isFinite(next) ? new Date(next) : null
}

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
    .replace(/^-+|-+$/g, '')
    .slice(0, 48)
    .replace(/-+$/, '')
}
