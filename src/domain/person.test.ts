import { describe, expect, test } from 'vitest'
import { checkPassword, emailKey } from './person.ts'

describe('[SI9] a password has at least ten characters', () => {
  test.each(['', 'ninechars'])('%j is too short, and the refusal says how long it must be', (password) => {
    expect(() => checkPassword(password)).toThrow(
      expect.objectContaining({ code: 'person/password-too-short', detail: { least: 10 } }),
    )
  })
  test.each(['ten chars!', 'three random words', ' '.repeat(10)])('%j will do', (password) => {
    expect(() => checkPassword(password)).not.toThrow()
  })
})

test('[SI8] an e-mail address is the same in capitals and with blanks around it', () => {
  expect(emailKey('  Ada@Example.ORG ')).toBe('ada@example.org')
})
