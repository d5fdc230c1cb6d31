import { expect, test } from 'vitest'
import { type Contact, nextContact } from './contact.ts'

const then = new Date('2026-06-01T09:00:00Z')
const now = new Date('2026-06-01T09:05:00Z')
const UNCONFIRMED: Contact = { phone: '01632 960123', phoneConfirmedAt: null, address: '', addressConfirmedAt: null }
const CONFIRMED: Contact = {
  phone: '01632 960123',
  phoneConfirmedAt: then,
  address: '4 Mill Lane',
  addressConfirmedAt: then,
}
const typed = { phone: '01632 960123', phoneConfirmed: true, address: '4 Mill Lane', addressConfirmed: true }

test('[V16] what is confirmed has the time of it, and keeps it while it stays the same', () => {
  expect(nextContact(UNCONFIRMED, typed, now)).toEqual({
    ...CONFIRMED,
    phoneConfirmedAt: now,
    addressConfirmedAt: now,
  })
  expect(nextContact(CONFIRMED, typed, now)).toEqual(CONFIRMED)
})

test('[V16] what changes is confirmed anew, or not at all', () => {
  const moved = nextContact(CONFIRMED, { ...typed, phone: '07700 900456', address: '5 Mill Lane' }, now)
  expect(moved).toEqual({
    phone: '07700 900456',
    phoneConfirmedAt: now,
    address: '5 Mill Lane',
    addressConfirmedAt: now,
  })
  const doubted = nextContact(CONFIRMED, { ...typed, phoneConfirmed: false, addressConfirmed: false }, now)
  expect(doubted).toEqual({ ...CONFIRMED, phoneConfirmedAt: null, addressConfirmedAt: null })
})

test('[V16] nothing typed is nothing confirmed, and blanks are nothing', () => {
  expect(nextContact(CONFIRMED, { ...typed, phone: ' ', address: ' \n ' }, now)).toEqual({
    phone: '',
    phoneConfirmedAt: null,
    address: '',
    addressConfirmedAt: null,
  })
  expect(nextContact(CONFIRMED, { ...typed, phone: '(01632) 960123', address: ' 4  Mill\nLane ' }, now)).toEqual(
    CONFIRMED,
  )
})

test('[V16] a number that nobody could ring is refused', () => {
  expect(() => nextContact(CONFIRMED, { ...typed, phone: 'next door' }, now)).toThrow('arrival/phone-not-valid')
})
