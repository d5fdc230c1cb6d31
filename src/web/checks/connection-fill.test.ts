// The rate found on made-up lines that are as exact as real ones are not: a queue, a delay, a loss, and a clock to match.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { lossEachWay, median } from './connection-figures.ts'
import { fillLine } from './connection-fill.ts'
import type { Loop } from './connection-loop.ts'
import { TOP_KBPS, voicesFor } from './connection-ramp.ts'

interface Line {
  readonly kbps: number
  readonly tripMs: number
  /** Each way. */
  readonly lossPercent: number
  /** What the page itself can send. */
  readonly pageKbps?: number
  /** When nothing gets through for 400 ms, as in a moment of bad wifi. */
  readonly outAt?: number
  /** Times at which the browser counts nothing for 300 ms, as on a busy device. */
  readonly stallsAt?: readonly number[]
}

const STEP_MS = 5
const QUEUE_MS = 300
const NOBODY = new AbortController().signal

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** A loop over `line`, as water through a pipe: loss, a queue that is emptied at the line's rate, delay, loss. */
function loopOver({ kbps, tripMs, lossPercent, pageKbps = Number.POSITIVE_INFINITY, outAt, stallsAt = [] }: Line) {
  const passes = 1 - lossPercent / 100
  let [rate, sent, queued, received, at] = [0, 0, 0, 0, performance.now()]
  const begun = at
  const underway: { at: number; bytes: number }[] = []
  const rates: number[] = []
  const flow = () => {
    for (; at + STEP_MS <= performance.now(); at += STEP_MS) {
      const out = (Math.min(rate, pageKbps) * STEP_MS) / 8
      sent += out
      queued = Math.min(queued + out * passes, (kbps * QUEUE_MS) / 8)
      const isOut = outAt !== undefined && at - begun >= outAt && at - begun < outAt + 400
      const through = isOut ? 0 : Math.min(queued, (kbps * STEP_MS) / 8)
      queued -= through
      underway.push({ at: at + tripMs, bytes: through * passes })
      while (underway[0] && underway[0].at <= at) received += underway.shift()?.bytes ?? 0
    }
  }
  let line = { at, sent, received }
  const loop: Loop = {
    flood: {
      setRate(next) {
        flow()
        rate = next
        rates.push(next)
      },
      close() {},
    },
    voices: null,
    async read() {
      flow()
      const since = performance.now() - begun
      if (!stallsAt.some((stall) => since >= stall && since < stall + 300))
        line = { at: performance.now(), sent, received }
      return { line, sound: { lost: 0, received: 0, jitterMs: null } }
    },
    send() {},
    onCame() {},
    alive: true,
    moved: 0,
    close: async () => {},
  }
  return { loop, rates, moved: () => sent + received }
}

async function fill(line: Line, mostBytes = 8_000_000, mostMs = 11_000) {
  const { loop, rates, moved } = loopOver(line)
  const begun = performance.now()
  const filling = fillLine(loop, line.tripMs, { mostBytes, endsAt: begun + mostMs }, NOBODY)
  let ended = false
  void filling.finally(() => {
    ended = true
  })
  while (!ended) await vi.advanceTimersByTimeAsync(10)
  return { kbps: await filling, rates, moved: moved(), ms: performance.now() - begun }
}

describe('[CN9] the rate at which a line is full', () => {
  const LINES = [50, 500, 1000, 2000, 3000, 10_000].flatMap((kbps) =>
    [20, 100, 300].flatMap((tripMs) => [0, 2, 5, 10].map((lossPercent) => ({ kbps, tripMs, lossPercent }))),
  )
  test.each(LINES)('$kbps kbit/s, $tripMs ms, $lossPercent%', async (line) => {
    const { kbps, rates, ms } = await fill(line)
    // What is lost behind the queue never arrives.
    const arrives = line.kbps * (1 - line.lossPercent / 100)
    expect(kbps).toBeGreaterThan(arrives * 0.97)
    expect(kbps).toBeLessThan(arrives * 1.03)
    expect(rates.at(-1)).toBe(0)
    // However late the far end is heard of, the line is not flooded blindly.
    if (line.kbps >= 500) expect(Math.max(...rates)).toBeLessThanOrEqual(8 * line.kbps)
    expect(ms).toBeLessThan(5500)
  })

  test('is found in spite of a bad moment', async () => {
    for (const outAt of [200, 400, 700, 1000]) {
      const { kbps } = await fill({ kbps: 2000, tripMs: 100, lossPercent: 2, outAt })
      expect(kbps, `out at ${outAt} ms`).toBeGreaterThan(1800)
    }
  })

  test('is found though the device was too busy to count for a while', async () => {
    for (const stall of [300, 600, 900, 1200, 1800]) {
      const { kbps } = await fill({ kbps: 2000, tripMs: 100, lossPercent: 2, stallsAt: [stall] })
      expect(kbps, `stalled at ${stall} ms`).toBeGreaterThan(1700)
    }
  })

  test('is not looked for beyond what a test is for', async () => {
    const { kbps, rates } = await fill({ kbps: 100_000, tripMs: 20, lossPercent: 0 })
    expect(Math.max(...rates)).toBe(TOP_KBPS)
    expect(kbps).toBeGreaterThan(0.97 * TOP_KBPS)
  })

  test('of a page that cannot send more is what it sends, soon', async () => {
    const { kbps, ms } = await fill({ kbps: 10_000, tripMs: 20, lossPercent: 0, pageKbps: 400 })
    expect(kbps).toBeGreaterThan(380)
    expect(ms).toBeLessThan(5500)
  })

  test('of a line that carries nothing is none', async () => {
    expect((await fill({ kbps: 0, tripMs: 20, lossPercent: 0 })).kbps).toBeNull()
  })
})

describe('[CN8] filling ends', () => {
  test('when it has moved as much as it may', async () => {
    const { moved } = await fill({ kbps: 100_000, tripMs: 20, lossPercent: 0 }, 2_000_000)
    // One more look at the fastest rate.
    expect(moved).toBeLessThan(2_000_000 + (2 * TOP_KBPS * 110) / 8)
  })

  test('when its time is up', async () => {
    const { ms, rates } = await fill({ kbps: 100_000, tripMs: 300, lossPercent: 0 }, 8_000_000, 1500)
    expect(ms).toBeLessThan(1700)
    expect(rates.at(-1)).toBe(0)
  })
})

test('[CN1] loss is one way of two that lose alike; of too few packets it is not told', () => {
  expect(lossEachWay(1000, 1000)).toBe(0)
  expect(lossEachWay(10_000, 9025)).toBeCloseTo(5)
  expect(lossEachWay(100, 0)).toBe(100)
  expect([lossEachWay(60, 60), lossEachWay(59, 59)]).toEqual([0, null])
  expect([median([]), median([3]), median([9, 1, 5]), median([1, 9, 3, 5])]).toEqual([null, 3, 5, 4])
})

test('[CN1] sound that counts the loss leaves more than half of the line free', () => {
  expect([50, 99, 100, 500, 1000, 10_000].map(voicesFor)).toEqual([0, 0, 1, 5, 8, 8])
})
