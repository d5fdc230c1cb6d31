import { describe, expect, test } from 'vitest'
import {
  FIRST_PATIENCE_MS,
  type Ladder,
  LONGEST_PATIENCE_MS,
  type Measurement,
  qualityOf,
  resumeLadder,
  rungOf,
  startLadder,
  stepLadder,
} from './call.ts'

const CALM: Omit<Measurement, 'at'> = {
  availableKbps: 2000,
  roundTripMs: 60,
  floorMs: 50,
  loss: 0,
  concealed: 0,
  arriving: 1,
  silentMs: 0,
}
const TICK = 100

/** A call that is measured every 100 ms; each phase lasts so long. */
function callOf(...phases: [ms: number, change: Partial<Measurement>][]) {
  let ladder: Ladder = startLadder(0)
  let at = 0
  const steps: string[] = []
  let level = rungOf(ladder).level
  for (const [ms, change] of phases)
    for (const end = at + ms; at < end; ) {
      at += TICK
      ladder = stepLadder(ladder, { ...CALM, ...change, at })
      const now = rungOf(ladder).level
      if (now !== level) steps.push(`${at} ${now}`)
      level = now
    }
  return { ladder, at, level, steps, rung: rungOf(ladder) }
}

describe('down', () => {
  test.each([
    ['a quarter of the packets lost, and words with them', { loss: 0.26, concealed: 0.11 }],
    ['nearly half of the sound invented', { concealed: 0.41 }],
  ])('[C8] %s pauses the picture in one tick', (_, trouble) => {
    expect(callOf([5000, {}], [TICK, trouble]).steps).toEqual(['5100 paused-for-sound'])
  })

  test('[C8] broken words make the picture smaller within two or three ticks, one bad tick does not', () => {
    expect(callOf([5000, {}], [TICK, { concealed: 0.13 }], [1000, {}]).steps).toEqual([])
    expect(callOf([5000, {}], [1000, { concealed: 0.13 }]).steps[0]).toBe('5300 smaller')
  })

  test('[C8] trouble that lasts reaches the pause, rung by rung', () => {
    expect(callOf([5000, {}], [3000, { loss: 0.15 }]).level).toBe('paused-for-sound')
  })

  test('[C8] lost packets that leave the sound whole make the picture smaller, not away', () => {
    expect(callOf([5000, {}], [600, { loss: 0.5 }]).steps).toEqual(['5300 smaller'])
  })

  test('[C8] a queue that only delays is borne for a second', () => {
    expect(callOf([5000, {}], [900, { roundTripMs: 300 }]).steps).toEqual([])
    expect(callOf([5000, {}], [1500, { roundTripMs: 300 }]).steps).toEqual(['6100 smaller'])
    expect(callOf([5000, {}], [900, { roundTripMs: 900 }]).steps).toEqual([])
  })

  test('[C8] the usual queue of a full link and one lost packet in a hundred change nothing', () => {
    expect(callOf([60_000, { roundTripMs: 190, loss: 0.02, concealed: 0.02 }]).steps).toEqual([])
  })

  test('[C8] a fall goes as far as the estimate says', () => {
    const { rung } = callOf([5000, {}], [1000, { concealed: 0.13, availableKbps: 180 }])
    expect(rung.maxKbps).toBeLessThanOrEqual(180)
    expect(rung.level).toBe('smaller')
  })

  test('[C13] an estimate too small for the whole picture counts only when the start is over', () => {
    expect(callOf([2900, { availableKbps: 300 }]).steps).toEqual([])
    expect(callOf([4000, { availableKbps: 300 }]).level).toBe('smaller')
  })

  test('[C12] what is not known never counts against the picture', () => {
    const unknown = {
      availableKbps: null,
      roundTripMs: null,
      floorMs: null,
      loss: null,
      concealed: null,
      arriving: null,
    }
    expect(callOf([60_000, unknown]).steps).toEqual([])
  })
})

describe('a sudden fear', () => {
  const thin = { arriving: 0.2 }

  test('[C10] sound that stops arriving leaves almost nothing to the picture, then nothing, at the same level', () => {
    const first = callOf([5000, {}], [TICK, thin])
    expect(first.rung.maxKbps).toBeLessThan(100)
    const then = callOf([5000, {}], [300, thin])
    expect(then.rung).toMatchObject({ maxKbps: 0, level: 'full' })
    expect([...first.steps, ...then.steps]).toEqual([])
  })

  test('[C10] a fear that was for nothing ends within half a second, and nobody is told of it', () => {
    expect(callOf([5000, {}], [200, thin], [500, {}])).toMatchObject({ rung: { maxKbps: 2500 }, steps: [] })
  })

  test('[C10] a fear that proves true needs no second look', () => {
    expect(callOf([5000, {}], [TICK, thin], [TICK, { loss: 0.15 }]).steps).toEqual(['5200 paused-for-sound'])
  })
})

describe('up', () => {
  const pause: [number, Partial<Measurement>] = [TICK, { concealed: 0.5 }]

  test('[C9] a paused picture comes back by itself, small first, and is whole again after as many calm seconds as rungs', () => {
    const { steps, ladder } = callOf([5000, {}], pause, [6000, {}])
    expect(steps).toEqual(['5100 paused-for-sound', '6200 smaller', '9500 full'])
    expect(ladder.patienceMs).toBe(FIRST_PATIENCE_MS)
  })

  test('[C9] unease keeps the picture where it is, in both directions', () => {
    expect(callOf([5000, {}], pause, [10_000, { loss: 0.08 }]).steps).toEqual(['5100 paused-for-sound'])
    expect(callOf([5000, {}], [10_000, { loss: 0.08 }]).steps).toEqual([])
  })

  test('[C9] a step up that fails is tried again later each time, at most half a minute', () => {
    const phases: [number, Partial<Measurement>][] = [[5000, {}]]
    for (let i = 0; i < 40; i++) phases.push([400, { concealed: 0.5 }], [1500 + i * 1000, {}])
    const { ladder } = callOf(...phases)
    expect(ladder.patienceMs).toBeGreaterThan(FIRST_PATIENCE_MS)
    expect(ladder.patienceMs).toBeLessThanOrEqual(LONGEST_PATIENCE_MS)
  })

  test('[C9] half a minute of calm at full makes the next step up cheap again', () => {
    const relapse: [number, Partial<Measurement>][] = [[5000, {}], pause, [1200, {}], [200, { concealed: 0.5 }]]
    expect(callOf(...relapse).ladder.patienceMs).toBe(2 * FIRST_PATIENCE_MS)
    expect(callOf(...relapse, [45_000, {}]).ladder.patienceMs).toBe(FIRST_PATIENCE_MS)
  })

  test('[C9] a larger picture waits for an estimate that feeds it, but not for ever', () => {
    const narrow = { availableKbps: 500 }
    expect(callOf([5000, {}], pause, [8000, { availableKbps: 200 }]).rung.maxKbps).toBeLessThan(200)
    expect(callOf([5000, {}], pause, [8000, narrow]).steps).not.toContainEqual(expect.stringContaining('full'))
    expect(callOf([5000, {}], pause, [16_000, narrow]).steps).toContainEqual(expect.stringContaining('full'))
  })
})

describe('after a hold', () => {
  test('[C9] the picture goes on as large as it was, and one that was paused begins small', () => {
    const { ladder: paused, at } = callOf([5000, {}], [TICK, { concealed: 0.5 }])
    expect(rungOf(resumeLadder(paused, at)).level).toBe('smaller')
    expect(rungOf(resumeLadder(callOf([5000, {}]).ladder, 5000)).level).toBe('full')
  })
})

describe('an outage', () => {
  test('[C11] the picture rests while nothing is heard, and begins small the moment something is', () => {
    const outage: [number, Partial<Measurement>][] = [[5000, {}], ...silence(6000)]
    expect(callOf(...outage).steps).toEqual(['6300 paused-for-sound'])
    const back = callOf(...outage, [TICK, {}])
    expect(back.rung.level).toBe('smaller')
    expect(callOf(...outage, [2500, {}]).level).toBe('full')
  })

  function silence(ms: number): [number, Partial<Measurement>][] {
    return Array.from({ length: ms / TICK }, (_, i) => [TICK, { silentMs: (i + 1) * TICK }])
  }
})

describe('the word for a connection', () => {
  test.each([
    [null, null, 'unknown'],
    [99, 0.009, 'good'],
    [100, 0, 'fair'],
    [20, 0.01, 'fair'],
    [299, 0.049, 'fair'],
    [300, 0, 'poor'],
    [20, 0.05, 'poor'],
    [null, 0.001, 'good'],
    [400, null, 'poor'],
  ] as const)('[C14] %s ms and %s lost is %s', (roundTripMs, loss, word) => {
    expect(qualityOf(roundTripMs, loss)).toBe(word)
  })
})
