import { expect, test } from 'vitest'
import { words } from '#text/settings-handed'

test.each([
  [0, 'At once: Sit down.'],
  [1, 'After 1 minute: Sit down.'],
  [10, 'After 10 minutes: Sit down.'],
])('a message after %i minutes is said so', (minutes, line) => {
  expect(words.message(minutes, 'Sit down.')).toBe(line)
})
