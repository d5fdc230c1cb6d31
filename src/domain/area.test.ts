import { describe, expect, test } from 'vitest'
import {
  checkOpeningHours,
  isOpenAt,
  nextOpening,
  type OpeningBlock,
  type OpeningHours,
  offsetAt,
  openness,
  slugOf,
} from './area.ts'

const SUN = 0
const MON = 1
const TUE = 2
const FRI = 5
const SAT = 6

const block = (weekday: number, from: string, to: string): OpeningBlock => ({
  weekday,
  from: minutes(from),
  to: minutes(to),
})
const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const london = (...blocks: OpeningBlock[]): OpeningHours => ({ timeZone: 'Europe/London', blocks })
const weekdays = london(
  ...[1, 2, 3, 4, 5].flatMap((day) => [block(day, '09:00', '12:30'), block(day, '13:30', '17:00')]),
)
const opensAt = (hours: OpeningHours, at: string) => nextOpening(hours, new Date(at))?.toISOString() ?? null

describe('doors', () => {
  // Monday 1 June 2026; London is an hour ahead of UTC.
  test.each([
    ['2026-06-01T07:49:59.999Z', false, 'more than ten minutes before'],
    ['2026-06-01T07:50:00.000Z', true, 'ten minutes before'],
    ['2026-06-01T08:00:00.000Z', true, 'at the start'],
    ['2026-06-01T11:29:59.999Z', true, 'the last instant of the morning'],
    ['2026-06-01T11:30:00.000Z', false, 'the end of the morning'],
    ['2026-06-01T12:19:59.999Z', false, 'the lunch break'],
    ['2026-06-01T12:20:00.000Z', true, 'ten minutes before the afternoon'],
    ['2026-06-01T15:59:59.999Z', true, 'the last instant'],
    ['2026-06-01T16:00:00.000Z', false, 'the end'],
    ['2026-05-31T09:00:00.000Z', false, 'on Sunday'],
  ])('[A2] %s: open is %s, %s', (at, open) => expect(isOpenAt(weekdays, new Date(at))).toBe(open))

  test('[A1] hours without any block are always open', () => {
    expect(isOpenAt(london(), new Date('2026-12-25T03:00:00Z'))).toBe(true)
  })

  test.each([
    ['Europe/London', '2026-06-01T08:00:00Z'],
    ['America/New_York', '2026-06-01T13:00:00Z'],
    ['Asia/Kolkata', '2026-06-01T03:30:00Z'],
    ['Pacific/Auckland', '2026-05-31T21:00:00Z'],
    ['UTC', '2026-06-01T09:00:00Z'],
  ])('[A1] nine on Monday is nine where the clinic is: %s', (timeZone, at) => {
    const hours = { timeZone, blocks: [block(MON, '09:00', '10:00')] }
    const opening = new Date(at)
    expect(isOpenAt(hours, opening)).toBe(true)
    expect(isOpenAt(hours, new Date(opening.getTime() + 60 * 60_000))).toBe(false)
    expect(isOpenAt(hours, new Date(opening.getTime() - 11 * 60_000))).toBe(false)
  })

  test.each([
    ['2026-06-06T22:59:59Z', true, 'until midnight'],
    ['2026-06-06T23:00:00Z', false, 'at midnight'],
  ])('[A2] a block may end at midnight: %s is %s, %s', (at, open) => {
    expect(isOpenAt(london(block(SAT, '20:00', '24:00')), new Date(at))).toBe(open)
  })

  test('[A2] a block that begins at midnight opens its doors the day before', () => {
    const hours = london(block(SUN, '00:00', '01:00'))
    expect(isOpenAt(hours, new Date('2026-06-06T22:49:00Z'))).toBe(false)
    expect(isOpenAt(hours, new Date('2026-06-06T22:50:00Z'))).toBe(true)
  })
})

describe('doors on the days when the clocks change', () => {
  const sunday = london(block(SUN, '09:00', '12:00'))
  test.each([
    ['2026-03-29T07:50:00Z', true, 'clocks went forward: ten to nine is 07:50 UTC'],
    ['2026-03-29T07:49:00Z', false, 'and not before'],
    ['2026-03-29T10:59:00Z', true, 'until noon'],
    ['2026-03-29T11:00:00Z', false, 'which is 11:00 UTC'],
    ['2026-10-25T08:49:00Z', false, 'clocks went back: not yet'],
    ['2026-10-25T08:50:00Z', true, 'ten to nine is 08:50 UTC'],
    ['2026-10-25T11:59:00Z', true, 'until noon'],
    ['2026-10-25T12:00:00Z', false, 'which is 12:00 UTC'],
  ])('[A2] %s: open is %s, %s', (at, open) => expect(isOpenAt(sunday, new Date(at))).toBe(open))

  test('[A2] a night that crosses the change is open throughout', () => {
    const night = london(block(SUN, '00:00', '04:00'))
    for (const day of ['2026-03-29', '2026-10-25'])
      for (const time of ['00:30', '01:00', '01:30', '02:00', '02:30'])
        expect(isOpenAt(night, new Date(`${day}T${time}:00Z`)), `${day} ${time}`).toBe(true)
  })
})

describe('[A3] the next opening', () => {
  test.each([
    ['2026-06-01T06:00:00Z', '2026-06-01T08:00:00.000Z', 'later today'],
    ['2026-06-01T11:31:12Z', '2026-06-01T12:30:00.000Z', 'after lunch'],
    ['2026-06-01T17:00:00Z', '2026-06-02T08:00:00.000Z', 'tomorrow'],
    ['2026-06-05T16:00:01Z', '2026-06-08T08:00:00.000Z', 'after the week-end'],
    ['2026-03-27T18:00:00Z', '2026-03-30T08:00:00.000Z', 'over the week-end when the clocks go forward'],
    ['2026-10-23T17:00:00Z', '2026-10-26T09:00:00.000Z', 'over the week-end when the clocks go back'],
  ])('seen from %s: %s, %s', (at, next) => expect(opensAt(weekdays, at)).toBe(next))

  test('on the days of the change themselves', () => {
    const sunday = london(block(SUN, '09:00', '12:00'))
    expect(opensAt(sunday, '2026-03-28T12:00:00Z')).toBe('2026-03-29T08:00:00.000Z')
    expect(opensAt(sunday, '2026-03-29T00:30:00Z')).toBe('2026-03-29T08:00:00.000Z')
    expect(opensAt(sunday, '2026-10-24T12:00:00Z')).toBe('2026-10-25T09:00:00.000Z')
    expect(opensAt(sunday, '2026-10-25T00:30:00Z')).toBe('2026-10-25T09:00:00.000Z')
  })

  test('once a week: the same block again after seven days, at its hour by the clock', () => {
    const monday = london(block(MON, '09:00', '10:00'))
    expect(opensAt(monday, '2026-06-01T09:00:00Z')).toBe('2026-06-08T08:00:00.000Z')
    expect(opensAt(monday, '2026-10-19T09:30:00Z')).toBe('2026-10-26T09:00:00.000Z')
  })

  test('of several blocks the nearest, in whatever order they stand', () => {
    expect(opensAt(london(block(FRI, '09:00', '10:00'), block(TUE, '09:00', '10:00')), '2026-06-01T12:00:00Z')).toBe(
      '2026-06-02T08:00:00.000Z',
    )
  })

  test('it is when the doors are open for sure', () => {
    for (const at of ['2026-06-05T16:00:00Z', '2026-03-28T20:00:00Z', '2026-10-24T20:00:00Z']) {
      const next = nextOpening(weekdays, new Date(at))
      expect(next && isOpenAt(weekdays, next)).toBe(true)
      expect(next && isOpenAt(weekdays, new Date(next.getTime() - 11 * 60_000))).toBe(false)
    }
  })

  test('never, where it never closes', () => expect(opensAt(london(), '2026-06-01T12:00:00Z')).toBeNull())
})

describe('what a patient finds at the door', () => {
  const closed = new Date('2026-06-06T12:00:00Z')
  const open = new Date('2026-06-01T09:00:00Z')
  test.each([
    ['open', null, open, { state: 'open' }],
    ['closed, with the next opening', null, closed, { state: 'closed', opensAt: new Date('2026-06-08T08:00:00Z') }],
    ['suspended while open', { patientText: 'Fire drill' }, open, { state: 'suspended', message: 'Fire drill' }],
    ['suspended while closed', { patientText: 'Fire drill' }, closed, { state: 'suspended', message: 'Fire drill' }],
  ] as const)('[A8] %s', (_, suspended, at, found) => expect(openness(weekdays, suspended, at)).toEqual(found))
})

describe('[A4] hours that cannot be are refused by the name of what is wrong', () => {
  test.each([
    ['an unknown time zone', { timeZone: 'Europe/Atlantis', blocks: [] }, 'timeZone'],
    ['no time zone', { timeZone: '', blocks: [] }, 'timeZone'],
    ['a block that ends as it begins', london({ weekday: 1, from: 540, to: 540 }), 'blocks'],
    ['a block that ends before it begins', london({ weekday: 1, from: 600, to: 540 }), 'blocks'],
    ['an eighth day', london({ weekday: 7, from: 540, to: 600 }), 'blocks'],
    ['a day before the first', london({ weekday: -1, from: 540, to: 600 }), 'blocks'],
    ['a start before midnight', london({ weekday: 1, from: -1, to: 600 }), 'blocks'],
    ['an end after midnight', london({ weekday: 1, from: 540, to: 1441 }), 'blocks'],
    ['half a minute', london({ weekday: 1, from: 540.5, to: 600 }), 'blocks'],
    ['no number at all', london({ weekday: 1, from: Number.NaN, to: 600 }), 'blocks'],
  ])('%s', (_, hours, field) => {
    expect(() => checkOpeningHours(hours)).toThrow(
      expect.objectContaining({ code: 'area/hours-not-valid', detail: { field } }),
    )
  })

  test('a whole day, the shortest block and blocks that overlap are hours', () => {
    const hours = london(block(SAT, '00:00', '24:00'), block(MON, '09:00', '09:01'), block(SAT, '10:00', '11:00'))
    expect(() => checkOpeningHours(hours)).not.toThrow()
  })
})

describe('[A5] the address made of a name', () => {
  test.each([
    ['Physiotherapy video clinic', 'physiotherapy-video-clinic'],
    ["  Dr O'Brien & Partners  ", 'dr-o-brien-partners'],
    ['Café Zürich №5', 'cafe-zurich-no5'],
    ['--- a --- b ---', 'a-b'],
    ['x'.repeat(60), 'x'.repeat(48)],
    [`${'y'.repeat(47)} z`, 'y'.repeat(47)],
    ['診療所', ''],
    ['', ''],
  ])('%j becomes %j', (name, slug) => expect(slugOf(name)).toBe(slug))
})

test.each([
  ['2027-03-01T09:30', 'Europe/London', '+00:00'],
  ['2027-07-01T09:30', 'Europe/London', '+01:00'],
  ['2027-07-01T09:30', 'America/St_Johns', '-02:30'],
  ['2027-07-01T09:30', 'Asia/Kathmandu', '+05:45'],
])('[QN10] at %s in %s the clock is %s from UTC', (local, timeZone, offset) => {
  expect(offsetAt(local, timeZone)).toBe(offset)
})
