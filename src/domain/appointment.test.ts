import { describe, expect, test } from 'vitest'
import { checkPatient, nextStatus, openingOf, startOf, wallClock } from './appointment.ts'

const LONDON = 'Europe/London'
const NOW = new Date('2026-11-30T09:00:00Z')
const JEAN = {
  firstName: ' Jean ',
  lastName: 'Ellis',
  dateOfBirth: '3/3/1948',
  phone: '01632 960001',
  email: 'jean@example.org',
  reason: 'Knee',
}

describe('[AP1] an appointment is at a time by the clock on the wall', () => {
  test('of its own time zone, summer or winter', () => {
    expect(startOf('2027-01-04', '10:30', LONDON).toISOString()).toBe('2027-01-04T10:30:00.000Z')
    expect(startOf('2027-07-05', '10:30', LONDON).toISOString()).toBe('2027-07-05T09:30:00.000Z')
    expect(startOf('2027-07-05', '10:30', 'Asia/Kolkata').toISOString()).toBe('2027-07-05T05:00:00.000Z')
  })

  test('and that clock can be read again', () => {
    expect(wallClock(new Date('2027-07-05T08:05:00Z'), LONDON)).toBe('2027-07-05 09:05')
    expect(wallClock(new Date('2027-01-04T00:30:00Z'), LONDON)).toBe('2027-01-04 00:30')
  })

  test.each([
    ['2027-02-30', '10:00'],
    ['2027-13-01', '10:00'],
    ['0000-01-01', '10:00'],
    ['28/3/2027', '10:00'],
    ['2027-03-28', '25:00'],
    ['2027-03-28', '9'],
  ])('%s %s is none', (date, time) => {
    expect(() => startOf(date, time, LONDON)).toThrow('appointment/not-valid')
  })
})

describe('[AP2] who it is for', () => {
  test('is tidied like an arrival', () => {
    expect(checkPatient(JEAN, NOW)).toMatchObject({ firstName: 'Jean', dateOfBirth: '1948-03-03' })
  })

  test('one name is enough, and either a phone number or an e-mail address', () => {
    expect(checkPatient({ ...JEAN, lastName: '', phone: '' }, NOW).email).toBe('jean@example.org')
    expect(checkPatient({ ...JEAN, email: '' }, NOW).phone).toBe('01632 960001')
    expect(() => checkPatient({ ...JEAN, email: ' ', phone: '' }, NOW)).toThrow('appointment/not-valid')
  })

  test.each([
    { ...JEAN, firstName: ' ' },
    { ...JEAN, dateOfBirth: '' },
    { ...JEAN, dateOfBirth: '31/2/1948' },
    { ...JEAN, email: 'jean' },
    { ...JEAN, email: 'jean@a, b@c' },
  ])('%j is refused', (typed) => {
    expect(() => checkPatient(typed, NOW)).toThrow()
  })
})

test('[AP3] only what is booked is moved, cancelled or missed; who was given up may still come', () => {
  expect(nextStatus('booked', 'arrive')).toBe('arrived')
  expect(nextStatus('booked', 'cancel')).toBe('cancelled')
  expect(nextStatus('booked', 'miss')).toBe('did-not-attend')
  expect(nextStatus('booked', 'move')).toBe('booked')
  expect(nextStatus('did-not-attend', 'arrive')).toBe('arrived')
  for (const status of ['arrived', 'cancelled'] as const)
    for (const action of ['arrive', 'cancel', 'miss', 'move', 'send-link'] as const)
      expect(() => nextStatus(status, action), `${status} ${action}`).toThrow('appointment/not-booked')
})

test('[AP9] the patient may come in from 30 minutes before until a day after', () => {
  const startsAt = new Date('2026-11-30T10:00:00Z')
  const at = (time: string, status: 'booked' | 'arrived' | 'cancelled' = 'booked', ended = false) =>
    openingOf({ status, startsAt }, ended, new Date(time))
  expect(at('2026-11-30T09:29:59Z')).toBe('early')
  expect(at('2026-11-30T09:30:00Z')).toBe('open')
  expect(at('2026-12-01T09:59:59Z')).toBe('open')
  expect(at('2026-12-01T10:00:00Z')).toBe('over')
  expect(at('2026-11-30T10:00:00Z', 'arrived')).toBe('arrived')
  expect(at('2026-11-30T10:00:00Z', 'arrived', true)).toBe('over')
  expect(at('2026-11-30T09:00:00Z', 'cancelled')).toBe('cancelled')
})
