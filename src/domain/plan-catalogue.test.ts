import { describe, expect, it, test } from 'vitest'
import { CHECKLIST_IDS } from './checklist.ts'
import { DEVICE_KINDS, type Purpose } from './plan.ts'
import { DEFAULT_PURPOSE, PURPOSES, purposeOf, purposeOfPlan } from './plan-catalogue.ts'

const ORDER = [
  'walking-and-balance',
  'close-look',
  'talking',
  'transfers',
  'upper-limb',
  'home',
  'speech',
  'swallowing',
  'child-play',
  'gp-talk',
  'gp-sign',
  'breathing',
  'skin',
  'long-term',
  'neuro',
  'exercise-class',
  'care-round',
  'social-visit',
  'infant-feeding',
  'intimate',
]

describe('[PL1] twenty purposes', () => {
  it('stand in the order of the table', () => expect(PURPOSES.map(({ id }) => id)).toEqual(ORDER))
  it('name each device at most once, and only checklist items that there are', () => {
    for (const { devices, checklist } of PURPOSES) {
      const named = [...devices.first, ...devices.second, ...devices.avoid]
      expect(new Set(named).size).toBe(named.length)
      expect(checklist.filter((id) => !CHECKLIST_IDS.includes(id))).toEqual([])
    }
  })
  it('say what the guide says of movement, of a close look and of talking', () => {
    expect(purposeOf('walking-and-balance')).toMatchObject({
      views: ['whole-body'],
      devices: { first: ['laptop', 'tablet'], second: ['smartphone'], avoid: ['desktop'] },
      needsStand: true,
    })
    expect(purposeOf('close-look')?.devices).toEqual({ first: ['smartphone'], second: ['tablet'], avoid: ['desktop'] })
    expect(purposeOf('talking')).toMatchObject({
      devices: { first: ['desktop', 'laptop'] },
      avoidInHand: ['smartphone'],
    })
  })
  it('say where hands must be free, who must not be alone, and where sound matters most', () => {
    const where = (is: (purpose: Purpose) => boolean) => PURPOSES.filter(is).map(({ id }) => id)
    expect(where(({ needsStand }) => needsStand)).toEqual([
      'walking-and-balance',
      'transfers',
      'upper-limb',
      'swallowing',
      'child-play',
      'neuro',
      'exercise-class',
      'care-round',
      'infant-feeding',
    ])
    expect(where(({ needsHelper }) => needsHelper)).toEqual(['swallowing', 'breathing'])
    expect(where(({ headset }) => headset)).toEqual(['speech'])
    expect(where(({ avoidInHand }) => avoidInHand.length > 0)).toEqual(['talking', 'swallowing'])
    expect(where(({ intimate }) => intimate)).toEqual(['intimate'])
  })
  it('leave every device possible where any will do', () =>
    expect(purposeOf('gp-talk')?.devices).toEqual({ first: DEVICE_KINDS, second: [], avoid: [] }))
})

test('[PL2] what is not in the catalogue is no purpose; an area begins with talking', () => {
  expect(purposeOf('unheard-of')).toBeNull()
  expect(
    purposeOfPlan({ basedOn: 'unheard-of', view: 'face', devices: { first: [], second: [], avoid: [] } }),
  ).toBeNull()
  expect(purposeOf(DEFAULT_PURPOSE)?.id).toBe('talking')
})

describe('[PL3] the picture favours', () => {
  it('movement where the body is seen, and detail close up', () => {
    for (const { views, favour } of PURPOSES) {
      if (views.includes('whole-body')) expect(favour).toBe('frame-rate')
      if (views[0] === 'close-up') expect(favour).toBe('resolution')
    }
  })
})

describe('[PL4] the framing coach', () => {
  it('waits for the feet in walking and for the hands in the work of hands, and is not there for talking', () => {
    expect(purposeOf('walking-and-balance')?.coach).toContain('feet')
    expect(purposeOf('upper-limb')?.coach).toEqual(['head', 'shoulders', 'hands'])
    expect(purposeOf('talking')?.coach).toEqual([])
  })
})

describe("[PL5] an organisation's own plan", () => {
  const devices = { first: ['tablet'], second: [], avoid: [] } as const
  it('has its own view and devices, and everything else of what it is based on', () => {
    const own = purposeOfPlan({ basedOn: 'upper-limb', view: 'close-up', devices })
    expect(own).toMatchObject({ id: 'upper-limb', views: ['close-up', 'whole-body'], devices, needsStand: true })
    expect(own?.coach).toEqual(['head', 'shoulders', 'hands'])
  })
  it('follows a view that its purpose does not have', () => {
    expect(purposeOfPlan({ basedOn: 'talking', view: 'whole-body', devices })).toMatchObject({
      views: ['whole-body'],
      favour: 'frame-rate',
      coach: purposeOf('walking-and-balance')?.coach,
    })
    const seated = purposeOfPlan({ basedOn: 'walking-and-balance', view: 'face', devices })
    expect(seated).toMatchObject({ views: ['face'], favour: 'balanced', coach: [], needsStand: true })
  })
  it('stays intimate whatever its view', () =>
    expect(purposeOfPlan({ basedOn: 'intimate', view: 'face', devices })?.intimate).toBe(true))
})
