// How a test runs and ends, against a made-up network without a relay.
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ConnectionFinding } from '#domain/equipment'
import { timersSetFrom } from '../../../test/timers-set-from.ts'
import { MOST_MB, MOST_SECONDS, measureConnection } from './connection.ts'
import { besideRelay } from './connection-by-web.ts'
import type { ConnectionNet, PingAnswer } from './connection-net.ts'
import { openTest } from './connection-progress.ts'
import { steadyRate } from './connection-web.ts'

let own: ReturnType<typeof timersSetFrom>
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] })
  own = timersSetFrom('/checks/connection')
})
afterEach(() => {
  own.end()
  vi.useRealTimers()
})

afterAll(() => {
  expect(typeof setTimeout, 'the files after this one have their clock').toBe('function')
})

const OURS: PingAnswer = { from: 'ours', tripMs: 40, serverMs: 0 }
const later = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
/** Never, unless the signal says stop. */
const never = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))))

/** 2 Mbit/s both ways, 40 ms, shared by all that goes at once. */
function netOf(change: Partial<ConnectionNet> = {}): ConnectionNet {
  let [goingDown, goingUp] = [0, 0]
  return {
    online: true,
    path: async () => [],
    async ping() {
      await later(40)
      return OURS
    },
    async down(take, signal) {
      goingDown += 1
      for (await later(20); !signal.aborted; await later(20)) take((250 * 20) / goingDown)
    },
    async up(body) {
      goingUp += 1
      await later(40 + (body.size * goingUp) / 250)
      goingUp -= 1
    },
    ...change,
  }
}

interface Told {
  readonly share: number
  readonly sofar: ConnectionFinding
}

/** Runs a test to its end; `meanwhile` may stop it. */
async function run(net: ConnectionNet, meanwhile?: (told: readonly Told[], stop: () => void) => void) {
  const told: Told[] = []
  const person = new AbortController()
  const begun = performance.now()
  let finding: ConnectionFinding | null = null
  void measureConnection(net)((share, sofar) => told.push({ share, sofar }), person.signal).then((value) => {
    finding = value
  })
  for (let waited = 0; finding === null && waited < 60_000; waited += 10) {
    await vi.advanceTimersByTimeAsync(10)
    meanwhile?.(told, () => person.abort())
  }
  const ms = performance.now() - begun
  const told1 = told.length
  await vi.advanceTimersByTimeAsync(5000)
  expect(told.length, 'nothing is told after the end').toBe(told1)
  expect(own.running(), 'nothing goes on after the end').toBe(0)
  return { finding: finding as unknown as ConnectionFinding, told, ms }
}

describe('[CN3] over HTTP', () => {
  test('rates and round trip are found, and nothing is said of loss and jitter', async () => {
    const { finding, told } = await run(netOf())
    expect(finding).toMatchObject({ state: 'measured', via: 'web', open: null, jitterMs: null, lossPercent: null })
    expect(finding.roundTripMs).toBe(40)
    // 1500 bytes on the line for 1448 of the body.
    expect(finding.downMbps).toBeCloseTo(2.07, 1)
    expect(finding.upMbps).toBeGreaterThan(1.8)
    expect(finding.upMbps).toBeLessThan(2.1)
    expect(told.length).toBeGreaterThan(10)
    expect(told.every(({ sofar }) => sofar.state === 'measured')).toBe(true)
  })

  test.each([
    ['alone', 700, (net: ConnectionNet) => run(net).then(({ finding }) => finding)],
    ['beside a loop that told no rates', 1100, besideEmptyLoop],
  ])('connections that take long to open make no slow line: %s', async (_, openMs, measure) => {
    const net = netOf()
    let asked = 0
    const up = async (body: Blob, signal: AbortSignal) => {
      if (asked++ < 4) await later(openMs)
      await net.up(body, signal)
    }
    expect((await measure({ ...net, up })).upMbps).toBeGreaterThan(1.8)
  })

  async function besideEmptyLoop(net: ConnectionNet) {
    const test = openTest(new AbortController().signal, 10_000, () => undefined)
    test.learn({ roundTripMs: 40 })
    const done = besideRelay(net, test)
    await vi.advanceTimersByTimeAsync(10_000)
    await done
    return test.finding('measured')
  }

  test('a server that gives no relay just now is no hindrance', async () => {
    const { finding } = await run(netOf({ path: () => Promise.reject(new Error('too many')) }))
    expect(finding).toMatchObject({ state: 'measured', via: 'web', open: null })
  })

  test('a rate is that of what arrived once the senders had found their pace', () => {
    expect(steadyRate([])).toBeNull()
    const slowAtFirst = [...Array(30).keys()].map((i) => ({ at: i * 100, bytes: i < 10 ? 1448 : 14_480 }))
    expect(steadyRate(slowAtFirst)).toBeCloseTo(1200)
  })

  test('what a busy page is handed late and at once is counted from the request: less than the line carries', () => {
    const all = { at: 50, bytes: 1_448_000 }
    expect(steadyRate([all])).toBeCloseTo(240_000)
    expect(
      steadyRate([
        { at: 46, bytes: 724_000 },
        { ...all, bytes: 724_000 },
      ]),
    ).toBeCloseTo(240_000)
  })
})

describe('[CN4] no network', () => {
  test('the browser knows of none', async () => {
    const { finding, ms } = await run(netOf({ online: false }))
    expect([finding.state, ms < 50]).toEqual(['offline', true])
  })

  test.each([
    ['offline', { from: 'none' }],
    ['captive-portal', { from: 'other' }],
  ] as const)('%s', async (state, answer) => {
    const { finding } = await run(netOf({ ping: async () => answer }))
    expect(finding).toMatchObject({ state, via: null, upMbps: null, roundTripMs: null, usedMB: 0 })
  })
})

describe('[CN5] what was found before the end', () => {
  test('is kept by whoever stops it', async () => {
    const early = await run(netOf(), (told, stop) => told.at(-1)?.sofar.roundTripMs && stop())
    expect(early.finding).toMatchObject({ state: 'interrupted', roundTripMs: 40, upMbps: null })
    expect(early.ms).toBeLessThan(3000)
    const late = await run(netOf(), (told, stop) => told.at(-1)?.sofar.upMbps && stop())
    expect(late.finding).toMatchObject({ state: 'measured', roundTripMs: 40 })
  })

  test('stopped before it began, it has found nothing', async () => {
    const stopped = AbortSignal.abort()
    const finding = await measureConnection(netOf())(() => {}, stopped)
    expect(finding).toMatchObject({ state: 'interrupted', usedMB: 0 })
  })

  test('is kept when the network goes', async () => {
    let there = true
    const ping = async (): Promise<PingAnswer> => {
      await later(40)
      return there ? OURS : { from: 'none' }
    }
    const gone = netOf({ ping, down: async (_, signal) => void (await never(signal)) })
    const { finding } = await run(gone, (told) => {
      if (told.at(-1)?.sofar.roundTripMs) there = false
    })
    expect(finding).toMatchObject({ state: 'interrupted', roundTripMs: 40, downMbps: null })
  })

  test('is kept whatever breaks', async () => {
    const broken = netOf({
      down() {
        throw new Error('a fault of ours')
      },
    })
    expect((await run(broken)).finding).toMatchObject({ state: 'interrupted', roundTripMs: 40 })
  })
})

describe('[CN8] a test ends', () => {
  test.each([
    ['the first question', { ping: never }],
    ['the downloads', { down: async (_: unknown, signal: AbortSignal) => void (await never(signal)) }],
    ['the uploads', { up: async (_: unknown, signal: AbortSignal) => void (await never(signal)) }],
    ['anything, and nothing lets itself be stopped', { down: () => new Promise<void>(() => {}) }],
  ])('though nothing answers %s', async (_, change) => {
    const { ms, finding } = await run(netOf(change))
    expect(ms).toBeLessThanOrEqual(MOST_SECONDS * 1000)
    expect(finding.seconds).toBeLessThanOrEqual(MOST_SECONDS)
  })

  test('before it has moved more than was said, on the fastest line', async () => {
    const fast = netOf({
      async down(take, signal) {
        for (await later(1); !signal.aborted; await later(1)) take(60_000)
      },
      up: () => later(41),
    })
    const { finding } = await run(fast)
    expect(finding.usedMB).toBeLessThanOrEqual(MOST_MB)
    expect(finding.usedMB).toBeGreaterThan(4)
    expect(finding.downMbps).toBeGreaterThan(1000)
  })
})
