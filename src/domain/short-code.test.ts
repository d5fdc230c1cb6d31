import { expect, test } from 'vitest'
import { codeOf, shortCode } from './short-code.ts'

test('[HD9] a code is six letters and digits of which none looks like another, and no vowel', () => {
  for (let first = 0; first < 256; first++) {
    const code = shortCode(Uint8Array.from({ length: 6 }, (_, at) => (first + at * 41) % 256))
    expect(code).toMatch(/^[BCDFGHJKMNPQRTVWXY34679]{6}$/)
    expect(codeOf(code)).toBe(code)
  }
})

test.each([
  ['bcd fgh', 'BCDFGH'],
  [' BCD-FGH ', 'BCDFGH'],
  ['bcdfg', ''],
  ['BCDFGHJ', ''],
  ['BCDFG0', ''],
  ['', ''],
])('[HD9] %j is understood as %j', (typed, code) => expect(codeOf(typed)).toBe(code))
