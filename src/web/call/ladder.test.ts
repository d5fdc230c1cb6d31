import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createLadder, isWithoutMedia } from './ladder.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function climbing(cameraWasOn = true) {
  const told: string[] = []
  const ladder = createLadder({
    cameraOff: () => {
      told.push('camera off')
      return cameraWasOn
    },
    cameraOn: () => told.push('camera on'),
    failed: () => told.push('failed'),
    cameBack: () => told.push('came back'),
  })
  return { ladder, told }
}

describe('[CS52] while neither picture nor sound comes', () => {
  test.each([
    [9_999, 'none', []],
    [10_000, 'trying', []],
    [20_000, 'camera-off', ['camera off']],
    [44_999, 'camera-off', ['camera off']],
    [45_000, 'phone', ['camera off', 'failed']],
  ])('after %d ms: %s', (ms, rung, did) => {
    const { ladder, told } = climbing()
    ladder.hear(true)
    vi.advanceTimersByTime(ms)
    expect([ladder.rung.get(), told]).toEqual([rung, did])
  })

  test('hearing it again does not begin anew', () => {
    const { ladder } = climbing()
    ladder.hear(true)
    vi.advanceTimersByTime(8000)
    ladder.hear(true)
    vi.advanceTimersByTime(2000)
    expect(ladder.rung.get()).toBe('trying')
  })
})

describe('[CS53] once something comes', () => {
  test('the camera that the ladder turned off is on again, and all begins anew', () => {
    const { ladder, told } = climbing()
    ladder.hear(true)
    vi.advanceTimersByTime(60_000)
    ladder.hear(false)
    expect(told).toEqual(['camera off', 'failed', 'camera on', 'came back'])
    vi.advanceTimersByTime(60_000)
    expect(ladder.rung.get()).toBe('none')
  })

  test('a camera that was off stays off, and what never failed does not come back', () => {
    const { ladder, told } = climbing(false)
    ladder.hear(true)
    vi.advanceTimersByTime(30_000)
    ladder.hear(false)
    expect(told).toEqual(['camera off'])
  })

  test('a camera that was turned by hand meanwhile is left as the person left it', () => {
    const { ladder, told } = climbing()
    ladder.camera(true)
    ladder.hear(true)
    vi.advanceTimersByTime(20_000)
    ladder.camera(false)
    ladder.camera(true)
    ladder.camera(false)
    ladder.hear(false)
    expect(told).toEqual(['camera off'])
  })

  test('the ladder’s own turning off is none by hand', () => {
    const { ladder, told } = climbing()
    ladder.camera(true)
    ladder.hear(true)
    vi.advanceTimersByTime(20_000)
    ladder.camera(false)
    ladder.hear(false)
    expect(told).toEqual(['camera off', 'camera on'])
  })

  test('closed, no camera goes on', () => {
    const { ladder, told } = climbing()
    ladder.hear(true)
    vi.advanceTimersByTime(20_000)
    ladder.close()
    vi.advanceTimersByTime(60_000)
    expect(told).toEqual(['camera off'])
  })

  test('closed, nothing more is done', () => {
    const { ladder, told } = climbing()
    ladder.hear(true)
    ladder.close()
    vi.advanceTimersByTime(60_000)
    expect(told).toEqual([])
  })
})

test('[CS52] faces that bring nothing are those before the first path and while one is made anew', () => {
  expect(isWithoutMedia({ kind: 'connecting' })).toBe(true)
  expect(isWithoutMedia({ kind: 'reconnecting', stoppedAt: null })).toBe(true)
  for (const kind of ['showing', 'camera-off', 'sound-only', 'on-hold', 'picture-coming', 'impossible'] as const)
    expect(isWithoutMedia({ kind })).toBe(false)
})
