import { describe, expect, test } from 'vitest'
import type { View } from '#domain/plan'
import { purposeOf } from '#domain/plan-catalogue'
import { callPlan, layoutOf } from './call-plan.ts'

const DEVICES = { first: [], second: [], avoid: [] }
const planOf = (basedOn: string) => {
  const purpose = purposeOf(basedOn)
  if (!purpose) throw new Error(`no purpose ${basedOn}`)
  return callPlan({ basedOn, view: purpose.views[0], devices: purpose.devices })
}

describe('[CS30] the screen fits the purpose', () => {
  test.each([
    ['walking-and-balance', 'frame-rate', { panel: false, stillReady: false, eyeLevel: false }],
    ['close-look', 'resolution', { panel: true, stillReady: true, eyeLevel: false }],
    ['talking', 'balanced', { panel: true, stillReady: false, eyeLevel: true }],
    ['child-play', 'balanced', { panel: true, stillReady: false, eyeLevel: true }],
    ['care-round', 'balanced', { panel: false, stillReady: false, eyeLevel: false }],
  ] as const)('[CS30] %s', (id, favour, layout) => {
    const plan = planOf(id)
    expect(plan.favour).toBe(favour)
    expect(layoutOf(plan)).toEqual(layout)
  })

  test('[CS30] a plan of the organisation’s own follows its own view', () => {
    const plan = callPlan({ basedOn: 'talking', view: 'whole-body', devices: DEVICES })
    expect(plan).toMatchObject({ favour: 'frame-rate', view: 'whole-body' })
    expect(plan.coach).toContain('feet')
  })

  test('[CS39] no still picture where the purpose is intimate, and none where it is not known', () => {
    expect(planOf('intimate').mayTakeStills).toBe(false)
    expect(layoutOf(planOf('intimate')).stillReady).toBe(false)
    expect(planOf('skin').mayTakeStills).toBe(true)
    const unknown = callPlan({ basedOn: 'of-a-later-year', view: 'close-up' as View, devices: DEVICES })
    expect(unknown).toMatchObject({ mayTakeStills: false, favour: 'balanced', coach: [], view: 'close-up' })
  })
})
