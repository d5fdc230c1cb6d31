import { describe, expect, it } from 'vitest'
import { answers, found, input, purpose } from '../../test/made-up-equipment.ts'
import type { AdviceInput, DeviceAnswers } from './advice.ts'
import { adviseDevice } from './advice-rules.ts'
import { PURPOSES } from './plan-catalogue.ts'

const advised = (id: string, said: Partial<DeviceAnswers>, more: Partial<AdviceInput> = {}) =>
  adviseDevice(input({ purpose: purpose(id), answers: answers(said), equipment: null, ...more }))
const order = (id: string, said: Partial<DeviceAnswers>, more?: Partial<AdviceInput>) =>
  advised(id, said, more).devices.map(({ device, score }) => [device, score])

describe('[AD1] points', () => {
  it('come from how a device suits: first 3, second 2, possible 1, avoided 0', () => {
    const said = { devices: ['desktop', 'laptop', 'smartphone'] } as const
    expect(order('walking-and-balance', said)).toEqual([
      ['laptop', 3],
      ['smartphone', 2],
    ])
    expect(order('walking-and-balance', { devices: ['desktop'] })).toEqual([['desktop', 0]])
    expect(order('upper-limb', { devices: ['smartphone'] })).toEqual([['smartphone', 1]])
  })
  it('go up by 2 for a wish and by 1 for a laptop of somebody alone', () => {
    expect(order('gp-talk', { devices: ['smartphone'], preference: 'smartphone' })).toEqual([['smartphone', 5]])
    expect(order('gp-talk', { devices: ['laptop'], alone: true })).toEqual([['laptop', 4]])
    expect(order('gp-talk', { devices: ['laptop'], alone: false })).toEqual([['laptop', 3]])
  })
  it('go down by 3 for what they cannot hold, unless it stands or is held for them', () => {
    const phone = { devices: ['smartphone'], canHold: 'no' } as const
    expect(order('skin', phone)).toEqual([['smartphone', 0]])
    expect(order('skin', { ...phone, stand: true })).toEqual([['smartphone', 3]])
    expect(order('skin', { ...phone, helperCanHold: true })).toEqual([['smartphone', 3]])
    expect(order('gp-talk', { devices: ['laptop'], canHold: 'no' })).toEqual([['laptop', 3]])
  })
  it('go down by 1 for the device in use when its camera is poor', () => {
    const said = { devices: ['laptop', 'tablet'] } as const
    expect(order('gp-talk', said, { equipment: found({ camera: { lines: 719 } }) })).toEqual([
      ['tablet', 3],
      ['laptop', 2],
    ])
    expect(order('gp-talk', said, { equipment: found({ camera: { lines: 720 } }) })[0]).toEqual(['laptop', 3])
  })
  it('name the rules they come from', () => {
    const said = { devices: ['laptop'], preference: 'laptop', alone: true } as const
    expect(advised('walking-and-balance', said).devices[0]?.rules).toEqual(['R7', 'R9a', 'R13'])
    const rulesOf = (id: string, device: DeviceAnswers['devices'][number]) =>
      advised(id, { devices: [device] }).devices[0]?.rules
    expect(rulesOf('walking-and-balance', 'tablet')).toEqual(['R13'])
    expect(rulesOf('walking-and-balance', 'smartphone')).toEqual([])
    expect(rulesOf('walking-and-balance', 'desktop')).toEqual(['R10'])
    expect(rulesOf('talking', 'laptop')).toEqual(['R15'])
    expect(rulesOf('skin', 'laptop')).toEqual([])
    const held = { devices: ['smartphone'], canHold: 'no' } as const
    expect(
      advised('skin', held, { equipment: found({ device: { kind: 'smartphone' }, camera: { lines: 480 } }) }),
    ).toMatchObject({ devices: [{ rules: ['R8', 'R14', 'R18'] }] })
  })
})

describe('[AD2] at most two of their own devices are shown', () => {
  it('whatever they have', () => {
    for (const { id } of PURPOSES) {
      const { devices } = advised(id, { devices: ['desktop', 'smartphone', 'tablet', 'laptop'] })
      expect(devices).toHaveLength(2)
      expect(new Set(devices.map(({ device }) => device)).size).toBe(2)
    }
  })
  it('and the one their page is on where they named none', () =>
    expect(advised('gp-talk', {}, { equipment: found() }).devices.map(({ device }) => device)).toEqual(['laptop']))
})

describe('[AD3] what they would rather use', () => {
  it('wins wherever it fits, whatever the points', () => {
    const said = { devices: ['laptop', 'smartphone'], alone: true, preference: 'smartphone' } as const
    expect(advised('upper-limb', said).offer).toEqual({ is: 'one', device: 'smartphone', preferred: true })
  })
  it('is offered beside the better one, with the reason, where the purpose avoids it', () => {
    const said = { devices: ['desktop', 'tablet'], preference: 'desktop' } as const
    const advice = advised('skin', said)
    expect(advice.offer).toEqual({ is: 'both', device: 'tablet', preferred: 'desktop', reason: 'purpose' })
    expect(advice.devices.map(({ device }) => device)).toEqual(['tablet', 'desktop'])
  })
  it('is offered beside the better one where it would be held in the hand', () => {
    const said = { devices: ['smartphone', 'laptop'], preference: 'smartphone' } as const
    expect(advised('talking', said).offer).toMatchObject({ is: 'both', device: 'laptop', reason: 'in-hand' })
    expect(advised('talking', { ...said, stand: true }).offer).toMatchObject({ is: 'one', device: 'smartphone' })
  })
  it('is offered beside the better one where they cannot hold it', () => {
    const said = { devices: ['smartphone', 'laptop'], preference: 'smartphone', canHold: 'short-time' } as const
    expect(advised('skin', said).offer).toMatchObject({ is: 'both', device: 'laptop', reason: 'cannot-hold' })
  })
  it('is all there is when they have nothing else', () =>
    expect(advised('skin', { devices: ['desktop'], preference: 'desktop' }).offer).toMatchObject({
      is: 'one',
      device: 'desktop',
    }))
  it('stays in front of an equal', () =>
    expect(order('gp-talk', { devices: ['laptop', 'tablet'], preference: 'tablet' })[0]?.[0]).toBe('tablet'))
})

describe('[AD4] how it is kept in its place', () => {
  const placing = (id: string, said: Partial<DeviceAnswers>) =>
    advised(id, { devices: ['smartphone'], ...said }).devices[0]?.placing
  it('stands where hands must be free, or is held by a helper without a stand', () => {
    expect(placing('walking-and-balance', {})).toBe('stands')
    expect(placing('walking-and-balance', { helperCanHold: true })).toBe('helper-holds')
    expect(placing('walking-and-balance', { helperCanHold: true, stand: true })).toBe('stands')
    expect(placing('skin', { canHold: 'no', stand: true })).toBe('stands')
  })
  it('stands where somebody owns a stand, but not for a close look or a walk round the home', () => {
    expect(placing('gp-talk', { stand: true })).toBe('stands')
    expect(placing('gp-talk', {})).toBe('in-hand')
    expect(placing('home', { stand: true })).toBe('in-hand')
    expect(placing('talking', {})).toBe('stands')
    expect(advised('skin', { devices: ['laptop'], helperCanHold: true }).devices[0]?.placing).toBe('stands')
  })
  it('is in the hand for a close look', () => {
    expect(placing('skin', {})).toBe('in-hand')
    expect(placing('skin', { stand: true })).toBe('in-hand')
  })
})

describe('[AD5] a practitioner', () => {
  it('is advised for their own part, whatever the patient has to show', () => {
    const said = { devices: ['smartphone', 'desktop'] } as const
    expect(order('skin', said, { role: 'practitioner' })[0]).toEqual(['desktop', 3])
    const tablet = advised('skin', { devices: ['tablet'] }, { role: 'practitioner' })
    expect(tablet.devices[0]?.placing).toBe('stands')
  })
})

describe('[AD6] the rules', () => {
  it('come in the order of their numbers, and say whom they are about', () => {
    const { fired, about } = advised('walking-and-balance', { devices: ['smartphone'], alone: true })
    const numbers = fired.map(({ id }) => Number.parseInt(id.slice(1), 10))
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
    expect(new Set([about, ...fired.map((each) => each.about)])).toEqual(new Set(['patient']))
  })
})

describe('[R42] who moves cannot hold it', () => {
  const phone = { devices: ['smartphone', 'laptop'], preference: 'smartphone', alone: true } as const
  const offer = (said: Partial<DeviceAnswers>, id = 'walking-and-balance') => advised(id, { ...phone, ...said }).offer

  it('gives the laptop to somebody alone with nothing to stand the phone on', () =>
    expect(offer({ stand: false })).toEqual({
      is: 'both',
      device: 'laptop',
      preferred: 'smartphone',
      reason: 'in-hand',
    }))
  it.each([
    ['it can stand', { stand: true }],
    ['that was not asked yet', {}],
    ['somebody holds it', { stand: false, alone: false, helperCanHold: true }],
  ] as const)('gives the phone where %s', (_, said) => expect(offer(said)).toMatchObject({ device: 'smartphone' }))
  it('says nothing where hands need not be free', () =>
    expect(offer({ stand: false }, 'gp-talk')).toMatchObject({ device: 'smartphone' }))
})
