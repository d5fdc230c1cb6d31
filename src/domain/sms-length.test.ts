import { describe, expect, test } from 'vitest'
import { smsLength, smsParts } from './sms-length.ts'

describe('[TP5] the length of a text message', () => {
  test.each([
    ['', 'gsm-7', 0, 1, 160],
    ['a'.repeat(160), 'gsm-7', 160, 1, 0],
    ['a'.repeat(161), 'gsm-7', 161, 2, 145],
    ['a'.repeat(306), 'gsm-7', 306, 2, 0],
    ['a'.repeat(307), 'gsm-7', 307, 3, 152],
    // Two septets each.
    ['€'.repeat(80), 'gsm-7', 160, 1, 0],
    ['ł', 'ucs-2', 1, 1, 69],
    ['ł'.repeat(70), 'ucs-2', 70, 1, 0],
    ['ł'.repeat(71), 'ucs-2', 71, 2, 63],
    ['😀'.repeat(35), 'ucs-2', 70, 1, 0],
  ] as const)('%#', (text, coding, units, parts, left) => {
    expect(smsLength(text)).toMatchObject({ coding, units, parts, left })
  })

  test('names the first character that is not of the 7-bit alphabet', () => {
    expect(smsLength('Don’t be łate').because).toBe('’')
    expect(smsLength('Line one\nÄÖÜ ñ £ @ €').because).toBeNull()
  })

  test('no character is torn in two, and nothing is lost', () => {
    // An escaped character where a part has room for one septet, and a pair where there is room for half of it.
    const seven = `${'a'.repeat(152)}€${'b'.repeat(20)}`
    expect(smsParts(seven).parts.map((part) => part.length)).toEqual([152, 21])
    const sixteen = `${'ł'.repeat(66)}😀${'ł'.repeat(10)}`
    expect(smsParts(sixteen).parts.map((part) => part.length)).toEqual([66, 12])
    for (const text of [seven, sixteen]) expect(smsParts(text).parts.join('')).toBe(text)
  })
})
