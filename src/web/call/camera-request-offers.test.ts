import { describe, expect, test } from 'vitest'
import type { CameraFinding } from '#domain/equipment'
import type { CameraAbility } from '../media/local.ts'
import { cameraRequestOffers, canDo, insteadOf } from './camera-request-offers.ts'

const FIXED: CameraAbility = { facing: null, flip: false, zoomIn: false, zoomOut: false, light: null }
const FRONT: CameraAbility = { ...FIXED, facing: 'front', flip: true }
const BACK: CameraAbility = { facing: 'back', flip: true, zoomIn: true, zoomOut: true, light: 'off' }
const FOUND: CameraFinding = {
  state: 'works',
  lines: 720,
  fps: 30,
  brightness: 0.5,
  light: 'good',
  zoom: true,
  panTilt: false,
  torch: true,
  canFlip: true,
}
const offered = (able: CameraAbility | null, found: CameraFinding | null = null, mayTakeStills = true) =>
  cameraRequestOffers({ able, found, picture: true, mayTakeStills }).camera

describe('[CS35] only what that camera can do is offered', () => {
  test.each<[string, CameraAbility, string[]]>([
    ['a fixed webcam', FIXED, ['still']],
    ['the front of a phone', FRONT, ['back-camera', 'still']],
    ['the back of a phone', BACK, ['front-camera', 'zoom-in', 'zoom-out', 'torch-on', 'still']],
    [
      'zoomed in fully, with its light on',
      { ...BACK, zoomIn: false, light: 'on' },
      ['front-camera', 'zoom-out', 'torch-off', 'still'],
    ],
  ])('[CS35] %s', (_, able, kinds) => {
    expect(offered(able, FOUND)).toEqual(kinds)
  })

  test('[CS35] until their page says what it can, the check before the call counts; without either, nothing is guessed', () => {
    expect(offered(null, FOUND)).toEqual(['back-camera', 'zoom-in', 'torch-on', 'still'])
    expect(offered(null)).toEqual(['still'])
  })

  test('[CS35] without a picture nothing is asked of a camera, and the words remain', () => {
    const none = cameraRequestOffers({ able: BACK, found: FOUND, picture: false, mayTakeStills: true })
    expect(none.camera).toEqual([])
    expect(none.person).toEqual(
      expect.arrayContaining(['turn-sideways', 'move-back', 'move-nearer', 'tilt-back', 'tilt-forward', 'more-light']),
    )
  })

  test('[CS39] a still is never offered nor taken where the purpose is intimate', () => {
    expect(offered(BACK, FOUND, false)).not.toContain('still')
    expect(canDo('still', BACK, false)).toBe(false)
  })
})

describe('[CS37] what the asked page knows of itself', () => {
  test.each([
    ['back-camera', FRONT, true],
    ['back-camera', FIXED, false],
    ['zoom-in', BACK, true],
    ['zoom-in', FRONT, false],
    ['zoom-out', { ...BACK, zoomOut: false }, false],
    ['torch-on', FRONT, false],
    ['torch-off', BACK, true],
    ['still', FIXED, true],
    ['still', null, false],
    ['move-back', null, true],
  ] as const)('[CS37] %s', (kind, able, can) => {
    expect(canDo(kind, able, true)).toBe(can)
  })

  test('[CS35] where a camera cannot, there are words that help', () => {
    expect([insteadOf('zoom-in'), insteadOf('torch-on'), insteadOf('back-camera')]).toEqual([
      'move-nearer',
      'more-light',
      null,
    ])
  })
})
