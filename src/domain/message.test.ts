import { describe, expect, test } from 'vitest'
import { messageText } from './message.ts'

describe('[M1] a message is what was typed, without blanks around it', () => {
  test.each([
    ['  Running late \n', 'Running late'],
    ['First line\n\nsecond line', 'First line\n\nsecond line'],
    ['👍', '👍'],
  ])('%j', (typed, text) => expect(messageText(typed)).toBe(text))

  test.each(['', ' ', '\n\t\u00a0'])('%j is no message', (typed) => {
    expect(() => messageText(typed)).toThrow(expect.objectContaining({ code: 'message/empty' }))
  })
})
