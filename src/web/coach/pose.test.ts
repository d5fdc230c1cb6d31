import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { canPose, seenIn } from './pose.ts'

beforeEach(() => void vi.stubGlobal('Worker', class {}))
afterEach(() => void vi.unstubAllGlobals())

test.each([
  ['a usual phone', { hardwareConcurrency: 8, deviceMemory: 4 }, true],
  ['a browser that does not say', {}, true],
  ['two processors', { hardwareConcurrency: 2 }, false],
  ['one gigabyte', { deviceMemory: 1 }, false],
  ['data is being saved', { connection: { saveData: true } }, false],
])('[FC7] %s', (_, hints, can) => {
  expect(canPose(hints)).toBe(can)
})

test('[FC7] without a second thread there is no coach', () => {
  vi.stubGlobal('Worker', undefined)
  expect(canPose({ hardwareConcurrency: 8 })).toBe(false)
})

test('[FC1] points of the square are told as points of the picture in it', () => {
  const inside = { x: 0, y: 42, width: 192, height: 108 }
  const values = [42 / 192, 0, 0.9, (42 + 108) / 192, 1, 0.8, ...new Array(45).fill(0)]
  const { points } = seenIn({ values, brightness: 0.4, sides: { left: 0.4, right: 0.4 } }, inside)
  expect(points.nose).toEqual({ x: 0, y: 0, score: 0.9 })
  expect(points['left-eye']).toEqual({ x: 1, y: 1, score: 0.8 })
})
