import { describe, expect, test } from 'vitest'
import { listText } from './list-text.ts'

const TEXT = 'Name,DOB\r\n"O’Brien, Siân",3/3/1948\r\n'

const wide = (text: string, little: boolean, mark: boolean) => {
  const bytes = Buffer.from(mark ? `\ufeff${text}` : text, 'utf16le')
  return new Uint8Array(little ? bytes : bytes.swap16())
}

// Node's own decoder gets the signs between 80 and 9F wrong: the quote is left to browsers.
const LATIN = Uint8Array.from(TEXT.replace('’', '´'), (one) => one.charCodeAt(0))

describe('[CI1] a list is read as it comes', () => {
  test.each([
    ['UTF-8', new TextEncoder().encode(TEXT)],
    ['UTF-8 with its mark', new TextEncoder().encode(`\ufeff${TEXT}`)],
    ['UTF-16', wide(TEXT, true, true)],
    ['UTF-16, the other end first', wide(TEXT, false, true)],
    ['UTF-16 without a mark', wide(TEXT, true, false)],
    ['UTF-16, the other end first, without a mark', wide(TEXT, false, false)],
    ['Windows-1252', LATIN],
  ])('%s', (_, bytes) => {
    expect(listText(bytes)?.replace('´', '’')).toBe(TEXT)
  })

  test.each([
    ['a workbook', Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00, 0x08])],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff])],
  ])('%s is none', (_, bytes) => {
    expect(listText(bytes)).toBe(null)
  })

  test('and nothing is nothing', () => {
    expect(listText(new Uint8Array())).toBe('')
  })
})
