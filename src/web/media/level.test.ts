import { expect, test } from 'vitest'
import { loudnessOf } from './level.ts'

/** A tone whose loudest sample is `peak`. */
const tone = (peak: number) => Float32Array.from({ length: 1024 }, (_, i) => peak * Math.sin(i / 5))

test('[C25] silence is 0, a raised voice is 1, a quiet place stays below a quarter and a speaking voice above it', () => {
  expect(loudnessOf(tone(0))).toBe(0)
  expect(loudnessOf(tone(1))).toBe(1)
  expect(loudnessOf(tone(0.003))).toBeLessThan(0.25)
  expect(loudnessOf(tone(0.05))).toBeGreaterThan(0.5)
})

test('[C25] louder is never less', () => {
  const levels = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1].map((peak) => loudnessOf(tone(peak)))
  expect(levels).toEqual([...levels].sort((a, b) => a - b))
})
