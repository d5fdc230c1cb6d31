import { expect, test } from 'vitest'
import { openPlaces } from './places.ts'

function setUp(most: number, ofOneAddress: number) {
  let now = 0
  const places = openPlaces(most, ofOneAddress, () => now)
  const ended: string[] = []
  return {
    ended,
    take: (address: string, name: string) => places.take(address, () => ended.push(name)),
    pass(ms: number) {
      now += ms
    },
  }
}

test('[CN17] when there is no place, the slowest of the address that has the most goes', () => {
  const { ended, take, pass } = setUp(3, 3)
  const fast = take('a', 'fast')
  take('a', 'slow').moved(10)
  take('b', 'other')
  fast.moved(1000)
  pass(1000)
  take('c', 'new')
  expect(ended).toEqual(['slow'])
})

test('[CN17] an address that has all of its own makes room among them', () => {
  const { ended, take, pass } = setUp(10, 2)
  take('a', 'first').moved(10)
  take('a', 'second').moved(20)
  take('b', 'other')
  pass(1000)
  take('a', 'third')
  expect(ended).toEqual(['first'])
})

test('[CN17] who has only just come is not sent away: whoever is next is told to come back', () => {
  const { ended, take, pass } = setUp(2, 2)
  take('a', 'one')
  const two = take('b', 'two')
  pass(999)
  expect(() => take('c', 'three')).toThrow(expect.objectContaining({ code: 'server/busy' }))
  two.leave()
  two.leave()
  take('c', 'three')
  expect(ended).toEqual([])
})
