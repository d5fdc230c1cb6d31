import { describe, expect, test } from 'vitest'
import { emailKey } from './person.ts'
import { checkPassword } from './person-password.ts'

describe('[SI9] a password has at least ten characters', () => {
  test.each(['', 'ninechars'])('%j is too short, and the refusal says how long it must be', (password) => {
    expect(() => checkPassword(password)).toThrow(
      expect.objectContaining({ code: 'person/password-too-short', detail: { least: 10 } }),
    )
  })
  test.each(['ten chars!', 'three random words', 'kettle-lemon-9'])('%j will do', (password) => {
    expect(() => checkPassword(password, ['Ada Lindqvist', 'ada@harbour.example'])).not.toThrow()
  })
})

describe('[SI10] a password that is tried first is refused', () => {
  test.each([
    ['one that leaked often', 'qwertyuiop'],
    ['in capitals and with blanks', 'Qwerty UIOP'],
    ['a common word with digits and signs after it', 'Password2026!'],
    ['a run upwards', '1234567890'],
    ['a run downwards', 'jihgfedcba'],
    ['one character, again and again', 'aaaaaaaaaaaa'],
    ['nothing but blanks', ' '.repeat(12)],
    ['their own name', 'Ada Lindqvist'],
    ['their own name with a year', 'adalindqvist1980'],
    ['their own address', 'ada@harbour.example'],
  ])('%s', (_, password) => {
    const own = ['Ada Lindqvist', 'ada@harbour.example', 'Harbour Health']
    expect(() => checkPassword(password, own)).toThrow(expect.objectContaining({ code: 'person/password-too-common' }))
  })

  test('a name that is one of three words is no reason', () => {
    expect(() => checkPassword('ada lindqvist drinks tea', ['Ada Lindqvist'])).not.toThrow()
  })
})

test('[SI8] an e-mail address is the same in capitals and with blanks around it', () => {
  expect(emailKey('  Ada@Example.ORG ')).toBe('ada@example.org')
})
