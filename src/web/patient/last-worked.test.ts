// What the browser keeps, and what it does where nothing can be kept.
import { expect, it } from 'vitest'
import { lastWorkedShelf } from './last-worked.ts'

const NOON = new Date(2027, 9, 12, 12).getTime()
const IPHONE = {
  userAgent:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
  maxTouchPoints: 5,
}

function storage() {
  const kept = new Map<string, string>()
  const shelf = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
  return { kept, open: () => shelf as unknown as Storage }
}

it('[GR15] keeps the kind of device and the day, and nothing else, until it is unticked', () => {
  const { kept, open } = storage()
  const shelf = lastWorkedShelf(open, IPHONE, () => NOON)
  expect([shelf.load(), shelf.kept()]).toEqual([null, false])
  shelf.keep(true)
  expect([...kept.values()].map((value) => JSON.parse(value))).toEqual([{ device: 'iphone', day: '2027-10-12' }])
  expect(shelf.load()).toEqual({ device: 'iphone', day: '2027-10-12' })
  shelf.keep(false)
  expect(kept.size).toBe(0)
})

it('[GR15] where nothing can be stored, nothing is offered and nothing breaks', () => {
  const shelf = lastWorkedShelf(
    () => {
      throw new Error('not allowed')
    },
    IPHONE,
    () => NOON,
  )
  shelf.keep(true)
  expect([shelf.possible, shelf.load(), shelf.kept()]).toEqual([false, null, false])
})

it.each(['{', '"x"', '{"device":"toaster","day":"2027-10-12"}', '{"device":"ipad","day":"soon"}', '{"device":"ipad"}'])(
  '[GR15] what it did not write is not believed: %s',
  (written) => {
    const { kept, open } = storage()
    kept.set('bedside.last-worked', written)
    expect(lastWorkedShelf(open, IPHONE, () => NOON).load()).toBeNull()
  },
)
