// What somebody holds, and how it suits a plan, in words.
import { describe, expect, it } from 'vitest'
import { words } from '#text/door'
import { howItSuits, isThis, thisDevice } from './this-device.ts'

const ANDROID = 'Mozilla/5.0 (Linux; Android 14; SM-X200) AppleWebKit/537.36 Chrome/130.0.0.0'
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15'

it.each([
  [`${ANDROID} Mobile Safari/537.36`, 5, 'smartphone'],
  [`${ANDROID} Safari/537.36`, 5, 'tablet'],
  [MAC, 0, 'computer'],
  [MAC, 5, 'tablet'],
] as const)('[GR1] tells what is in hand: %s with %i fingers', (userAgent, maxTouchPoints, here) => {
  expect(thisDevice({ userAgent, maxTouchPoints })).toBe(here)
})

it('[GR1] a computer may be either kind', () => {
  expect([isThis('laptop', 'computer'), isThis('desktop', 'computer'), isThis('tablet', 'computer')]).toEqual([
    true,
    true,
    false,
  ])
})

describe('[GR1] the line at the door', () => {
  const said = (first: Parameters<typeof howItSuits>[0]['first'], avoid: typeof first, onTable = false) =>
    words.device(first, howItSuits({ first, avoid }, 'smartphone'), 'smartphone', onTable)

  it('says what works best and that the phone is fine too', () => {
    expect(said(['laptop', 'tablet'], ['desktop'], true)).toBe(
      'For this visit a laptop or tablet on a table works best. Your phone is fine too.',
    )
  })

  it('says so where the phone is the best, or any device is', () => {
    expect(said(['smartphone'], [])).toBe('Your phone is a good choice for this visit.')
    expect(said([], [])).toBe('Your phone is fine for this visit.')
    expect(said(['smartphone', 'tablet', 'laptop', 'desktop'], [])).toBe('Your phone is fine for this visit.')
  })

  it('asks for another device only where this one does not suit, and keeps nobody out', () => {
    expect(said(['laptop'], ['smartphone'])).toBe(
      'For this visit a laptop works best. If you have one, open this link there.',
    )
  })
})
