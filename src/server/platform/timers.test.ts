import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openLog } from './log.ts'
import { openTimers } from './timers.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function setUp(run: () => Promise<void>) {
  const lines: string[] = []
  const timers = openTimers(openLog('info', { write: (line: string) => void lines.push(line) }), () =>
    performance.now(),
  )
  timers.start([{ name: 'sweep', everyMs: 1000, run }])
  const told = (what: string) => lines.filter((line) => line.includes(what)).length
  return { timers, told, lines }
}

test('[LV9] a timer that fails for ever is named with how often, without filling the log, until it works again', async () => {
  let broken = true
  const { timers, told, lines } = setUp(async () => {
    if (broken) throw new Error('Zephyrine Quill')
  })
  await vi.advanceTimersByTimeAsync(99_000)
  expect(timers.failing()).toEqual([{ name: 'sweep', failures: 100, isStuck: false }])
  expect(told('timer failed')).toBe(7)
  expect(lines.join()).not.toContain('Zephyrine')
  broken = false
  await vi.advanceTimersByTimeAsync(1000)
  expect(timers.failing()).toEqual([])
  expect(told('timer works again')).toBe(1)
  timers.stop()
})

test('[LV9] a round that does not come to its end is named, too, once', async () => {
  const { timers, told } = setUp(() => new Promise(() => {}))
  await vi.advanceTimersByTimeAsync(5 * 60_000)
  expect([timers.failing(), told('does not come to its end')]).toEqual([[], 0])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(timers.failing()).toEqual([{ name: 'sweep', failures: 0, isStuck: true }])
  expect(told('does not come to its end')).toBe(1)
  timers.stop()
})

test('[LV19] a round that failed is tried again after 5 seconds, also where the next turn is an hour away', async () => {
  let rounds = 0
  const timers = openTimers(openLog('info', { write() {} }), () => performance.now())
  const run = async () => {
    rounds += 1
    if (rounds < 3) throw new Error('away')
  }
  timers.start([{ name: 'hourly', everyMs: 3_600_000, run }])
  await vi.advanceTimersByTimeAsync(9_999)
  expect([rounds, timers.failing().length]).toEqual([2, 1])
  await vi.advanceTimersByTimeAsync(1)
  expect([rounds, timers.failing().length]).toEqual([3, 0])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(rounds).toBe(3)
  timers.stop()
})
