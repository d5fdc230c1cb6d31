import { expect, test } from 'vitest'
import type { CameraAbility } from './local.ts'
import { readAbility, writeAbility } from './peer-ability.ts'

test.each<[string, CameraAbility]>([
  ['a fixed webcam', { facing: null, flip: false, zoomIn: false, zoomOut: false, light: null }],
  ['the front of a phone', { facing: 'front', flip: true, zoomIn: false, zoomOut: false, light: null }],
  ['the back of a phone, zoomed and lit', { facing: 'back', flip: true, zoomIn: true, zoomOut: true, light: 'on' }],
  ['a light that is off', { facing: 'back', flip: true, zoomIn: true, zoomOut: false, light: 'off' }],
])('[C30] %s arrives as it was told', (_, able) => {
  expect(readAbility(writeAbility(able))).toEqual(able)
})

test('[C30] a light that is told as on without being there is none', () => {
  expect(readAbility(64).light).toBeNull()
})
