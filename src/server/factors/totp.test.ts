import { describe, expect, test } from 'vitest'
import { readAuthenticatorCode, readRecoveryCode, showRecoveryCode } from '#domain/factor'
import { fromBase32, newTotpSecret, stepAt, stepOfCode, toBase32, totpCode, totpUri } from './totp.ts'

/** RFC 6238, appendix B: the secret of its SHA-1 examples. */
const SECRET = toBase32(Buffer.from('12345678901234567890'))

describe('[SF2] codes', () => {
  test.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('at %i seconds as in RFC 6238: %s', (seconds, code) => {
    const step = stepAt(new Date(seconds * 1000))
    expect(totpCode(SECRET, step, 8)).toBe(code)
    expect(totpCode(SECRET, step)).toBe(code.slice(2))
  })

  test.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('%j in base32 as in RFC 4648, and back: %s', (text, base32) => {
    expect(toBase32(Buffer.from(text))).toBe(base32)
    expect(fromBase32(base32).toString()).toBe(text)
  })

  test('a secret is 160 bits', () => {
    expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/)
    expect(newTotpSecret()).not.toBe(newTotpSecret())
  })

  const now = new Date(1_000_000 * 30_000 + 12_000)
  test.each([
    [-2, null],
    [-1, 999_999],
    [0, 1_000_000],
    [1, 1_000_001],
    [2, null],
  ])('%i half minutes off: %s', (off, step) => {
    expect(stepOfCode(SECRET, totpCode(SECRET, 1_000_000 + off), now, 0)).toBe(step)
  })

  test('a code that was taken, and those before it, count no more', () => {
    expect(stepOfCode(SECRET, totpCode(SECRET, 1_000_000), now, 1_000_000)).toBeNull()
    expect(stepOfCode(SECRET, totpCode(SECRET, 999_999), now, 1_000_000)).toBeNull()
    expect(stepOfCode(SECRET, totpCode(SECRET, 1_000_001), now, 1_000_000)).toBe(1_000_001)
  })

  test('the picture names the organisation and the person, whatever they are called', () => {
    const uri = totpUri(SECRET, { issuer: 'Harbour: Health & Care', account: 'jo+1@harbour.example' })
    const url = new URL(uri)
    expect(decodeURIComponent(url.pathname)).toBe('/Harbour  Health & Care:jo+1@harbour.example')
    expect(Object.fromEntries(url.searchParams)).toEqual({
      secret: SECRET,
      issuer: 'Harbour  Health & Care',
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    })
  })
})

describe('[SF5] codes as people type them', () => {
  test.each([
    ['123456', '123456'],
    [' 123 456 ', '123456'],
    ['12345', null],
    ['1234567', null],
    ['12345a', null],
  ])('%j of an app', (typed, code) => expect(readAuthenticatorCode(typed)).toBe(code))

  test.each([
    ['ABCD-EFGH-JKLM-NPQR', 'ABCDEFGHJKLMNPQR'],
    [' abcd efgh jklm npqr', 'ABCDEFGHJKLMNPQR'],
    ['ABCD-EFGH-JKLM-NPQ', null],
    ['ABCD-EFGH-JKLM-NPQ0', null],
  ])('%j of the sheet', (typed, code) => expect(readRecoveryCode(typed)).toBe(code))

  test('shown in fours', () => expect(showRecoveryCode('ABCDEFGHJKLMNPQR')).toBe('ABCD-EFGH-JKLM-NPQR'))
})
