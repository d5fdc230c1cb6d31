import { expect, test } from 'vitest'
import { holding, MESSAGES_SENT, newestOf, type Thread, withEarlier, withMessage } from './thread.ts'

const message = (at: number) => ({ id: `m${at}`, at })
const from = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => message(first + index))
const thread = (first: number, last: number): Thread<{ id: string; at: number }> =>
  first === 1 ? { messages: from(first, last) } : { messages: from(first, last), earlierMessages: true }
const NONE: Thread<{ id: string; at: number }> = { messages: [] }

test('[M7] the newest fifty are sent, and whether there are earlier ones', () => {
  expect(newestOf(from(1, MESSAGES_SENT))).toEqual(thread(1, MESSAGES_SENT))
  expect(newestOf(from(1, MESSAGES_SENT + 1))).toEqual(thread(2, MESSAGES_SENT + 1))
})

test('[M8] a message that is heard stands in its place, once', () => {
  expect(withMessage(thread(2, 3), message(4))).toEqual(thread(2, 4))
  expect(withMessage(thread(2, 4), message(3))).toEqual(thread(2, 4))
  expect(withMessage({ messages: [message(1), message(3)] }, message(2))).toEqual(thread(1, 3))
})

test('[M8] a snapshot takes nothing away that was heard or asked for', () => {
  expect(holding(NONE, thread(5, 9))).toEqual(thread(5, 9))
  // Heard after it was read.
  expect(holding(thread(5, 10), thread(5, 9))).toEqual(thread(5, 10))
  expect(holding({ messages: [message(10)] }, thread(5, 9))).toEqual(thread(5, 10))
  // Asked for.
  expect(holding(thread(2, 8), thread(5, 9))).toEqual(thread(2, 9))
  expect(holding(thread(1, 8), thread(5, 9))).toEqual(thread(1, 9))
  expect(holding(thread(2, 8), thread(1, 9))).toEqual(thread(1, 9))
  // All else of a view is the newer one's.
  expect(holding(thread(2, 8), { ...thread(5, 9), now: 7 })).toEqual({ ...thread(2, 9), now: 7 })
})

test('[M8] a gap is never hidden: what is older than it is asked for again', () => {
  expect(holding(thread(1, 4), thread(7, 9))).toEqual(thread(7, 9))
  expect(holding({ messages: [...from(1, 4), message(10)] }, thread(7, 9))).toEqual(thread(7, 10))
})

test('[M7] earlier ones go before the first, unless the thread begins elsewhere by now', () => {
  expect(withEarlier(thread(5, 9), 'm5', thread(3, 4))).toEqual(thread(3, 9))
  expect(withEarlier(thread(5, 9), 'm5', thread(1, 4))).toEqual(thread(1, 9))
  expect(withEarlier(thread(7, 9), 'm5', thread(1, 4))).toEqual(thread(7, 9))
})
