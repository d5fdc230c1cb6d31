// Which drawing is shown.
import { expect, it } from 'vitest'
import { PURPOSES } from '#domain/plan-catalogue'
import { SCENES, sceneFor } from './scene-for.ts'

const purpose = (id: string) => {
  const found = PURPOSES.find((one) => one.id === id)
  if (!found) throw new Error(`no purpose ${id}`)
  return found
}

it.each([
  ['walking-and-balance', 'laptop', 'stands', 'whole-body'],
  ['walking-and-balance', 'tablet', 'stands', 'whole-body-tablet'],
  ['walking-and-balance', 'smartphone', 'helper-holds', 'helper'],
  ['upper-limb', 'tablet', 'stands', 'propped'],
  ['close-look', 'smartphone', 'in-hand', 'close-up'],
  ['talking', 'desktop', 'stands', 'face'],
  ['talking', 'tablet', 'stands', 'face-tablet'],
  ['child-play', 'laptop', 'stands', 'family'],
  ['care-round', 'laptop', 'stands', 'family'],
  ['home', 'smartphone', 'in-hand', 'home-tour'],
  ['breathing', null, null, 'helper'],
  ['neuro', 'laptop', 'stands', 'propped'],
] as const)('[GR7] %s with %s that %s: %s', (id, device, placing, scene) => {
  expect(sceneFor(purpose(id), device, placing)).toBe(scene)
})

it('[GR7] every purpose has one, also before anything is known', () => {
  for (const one of PURPOSES) expect(SCENES).toContain(sceneFor(one, null, null))
})
