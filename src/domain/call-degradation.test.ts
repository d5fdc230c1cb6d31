import { describe, expect, test } from 'vitest'
import { RUNGS } from './call.ts'
import { favoured } from './call-degradation.ts'

const between = RUNGS.slice(1, -1)

describe('[C29] what a picture gives up first', () => {
  test('[C29] movement keeps more frames and fewer lines than talking does, on every rung between', () => {
    for (const rung of between) {
      const moving = favoured(rung, 'frame-rate')
      expect(moving.maxFps ?? 0).toBeGreaterThanOrEqual(rung.maxFps ?? 0)
      expect(moving.maxFps ?? 0).toBeGreaterThanOrEqual(15)
      expect(moving.lines ?? 0).toBeLessThan(rung.lines ?? 0)
    }
  })

  test('[C29] a close look keeps more lines and fewer frames', () => {
    for (const rung of between) {
      const still = favoured(rung, 'resolution')
      expect(still.lines ?? 0).toBeGreaterThan(rung.lines ?? 0)
      expect(still.maxFps ?? 0).toBeLessThan(rung.maxFps ?? 0)
    }
  })

  test('[C29] talking changes nothing', () => {
    for (const rung of RUNGS) expect(favoured(rung, 'balanced')).toBe(rung)
  })

  test.each(['frame-rate', 'resolution'] as const)(
    '[C29] %s takes no more bits, and leaves the pause and the whole',
    (favour) => {
      for (const rung of RUNGS) expect(favoured(rung, favour).maxKbps).toBe(rung.maxKbps)
      for (const rung of [RUNGS[0], RUNGS.at(-1)]) expect(rung && favoured(rung, favour)).toEqual(rung)
    },
  )

  test('[C29] a rung that was braced for trouble is still known', () => {
    const [, , small] = RUNGS
    if (!small) throw new Error('no such rung')
    expect(favoured({ ...small, maxKbps: 40 }, 'resolution')).toEqual({ ...small, maxKbps: 40, lines: 360, maxFps: 6 })
  })
})
