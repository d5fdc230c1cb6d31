import { expect, test } from 'vitest'
import { wishOf } from './opt-out.ts'

test.each([
  ['STOP', 'stop'],
  [' Stop. ', 'stop'],
  ['stop all', 'stop'],
  ['"Unsubscribe"', 'stop'],
  ['Opt-out', 'stop'],
  ['START', 'start'],
  ['unstop', 'start'],
  ['Please stop at the chemist', null],
  ['stop it', null],
  ['', null],
  ['Спасибо', null],
] as const)('[CH8] %j asks for %s', (text, wish) => {
  expect(wishOf(text)).toBe(wish)
})
