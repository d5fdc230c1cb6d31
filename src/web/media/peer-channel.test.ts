import { expect, test } from 'vitest'
import { readWire } from './peer-channel.ts'

const good = { n: 0, t: 12, s: 'on', p: 'showing', h: [1, 2, 3, 4, 5] }

test('[C15] a message is read only when every part of it makes sense', () => {
  expect(readWire(JSON.stringify(good))).toEqual(good)
  expect(readWire(JSON.stringify({ ...good, e: [4, 5] }))).toEqual({ ...good, e: [4, 5] })
})

test.each([
  ['not text', new ArrayBuffer(4)],
  ['not JSON', '{'],
  ['null', 'null'],
  ['a list', '[]'],
  ['too long', JSON.stringify({ ...good, x: 'x'.repeat(2000) })],
  ['no number', JSON.stringify({ ...good, n: 'one' })],
  ['a negative count', JSON.stringify({ ...good, h: [1, 2, 3, 4, -5] })],
  ['too few counts', JSON.stringify({ ...good, h: [1, 2] })],
  ['an unknown picture', JSON.stringify({ ...good, p: 'frozen' })],
  ['an unknown sound', JSON.stringify({ ...good, s: 'loud' })],
  ['a broken echo', JSON.stringify({ ...good, e: [1] })],
])('[C15] %s is dropped', (_, data) => {
  expect(readWire(data)).toBeNull()
})
