import { describe, expect, it } from 'vitest'
import { answers, found, input, NOW, purpose } from '../../test/made-up-equipment.ts'
import { type AdviceInput, agreedStill, type RuleFacts, type RuleId } from './advice.ts'
import { adviseDevice } from './advice-rules.ts'

function ruled<R extends RuleId>(id: R, changes: Partial<AdviceInput>) {
  const rule = adviseDevice(input(changes)).fired.find((each) => each.id === id)
  return rule ? { verdict: rule.verdict, device: rule.device, facts: rule.facts as RuleFacts[R] } : null
}
const walking = purpose('walking-and-balance')
const closeLook = purpose('close-look')

describe('[R1] what else they have to measure with', () => {
  it('is asked of a patient, and repeated', () => {
    expect(ruled('R1', {})?.facts).toEqual({ kit: [] })
    const kit = ['step-counter', 'peak-flow-meter'] as const
    expect(ruled('R1', { answers: answers({ ownKit: kit }) })?.facts).toEqual({ kit })
  })
  it('is not asked of a practitioner', () => expect(ruled('R1', { role: 'practitioner' })).toBeNull())
})

describe('[R2] no device', () => {
  it('means the phone or in person', () => {
    expect(ruled('R2', { answers: answers(), answered: true, equipment: null })?.verdict).toBe('not-suitable')
    expect(ruled('R2', { answers: answers({ alone: true }), equipment: null })?.verdict).toBe('not-suitable')
    expect(adviseDevice(input({ answers: answers(), answered: true, equipment: null })).offer.is).toBe('no-device')
  })
  it('is not said before they answered, nor of somebody whose page is open on one', () => {
    expect(ruled('R2', { answers: answers(), equipment: null })).toBeNull()
    expect(ruled('R2', { answers: answers(), answered: true })).toBeNull()
    expect(adviseDevice(input({ answers: answers(), equipment: null })).offer.is).toBe('nothing-known')
  })
})

describe('[R3] memory', () => {
  it('below 2 GiB is little', () =>
    expect(ruled('R3', { equipment: found({ device: { memoryGiB: 1.99 } }) })?.verdict).toBe('poor'))
  it.each([2, 2.01, null])('%s is not', (memoryGiB) =>
    expect(ruled('R3', { equipment: found({ device: { memoryGiB } }) })).toBeNull(),
  )
})

describe('[R4] what stands in the way of a smooth call', () => {
  it.each([
    ['an old browser', { equipment: found({ device: { supported: 'too-old' } }) }, 'browser'],
    ['another app', { equipment: found({ device: { supported: 'in-app' } }) }, 'browser'],
    ['a VPN', { circumstances: { vpn: true } }, 'vpn'],
    ['a firewall', { equipment: found({ connection: { open: ['tls'] } }) }, 'firewall'],
  ] as const)('%s', (_, changes, cause) => {
    expect(ruled('R4', changes)).toMatchObject({ verdict: 'poor', facts: { cause } })
  })
  it('is not said where UDP goes, nor where no relay could be tried', () => {
    expect(ruled('R4', {})).toBeNull()
    expect(ruled('R4', { equipment: found({ connection: { open: null } }), circumstances: { vpn: false } })).toBeNull()
  })
})

describe('[R5] what is needed', () => {
  it('is said with its figures before anything is checked', () => {
    expect(ruled('R5', { equipment: null })?.facts).toEqual({ lines: 720, mbps: 2, roundTripMs: 100 })
    expect(ruled('R5', { equipment: null, participants: 3 })?.facts.mbps).toBe(3)
  })
  it('is checked instead of listed afterwards', () => expect(ruled('R5', {})).toBeNull())
})

describe('[R6] a suggestion', () => {
  it('is one until something is agreed', () => {
    expect(ruled('R6', {})?.facts).toEqual({ device: 'laptop' })
    const agreed = { device: 'laptop', by: 'patient', byName: 'Nia', at: NOW } as const
    expect(ruled('R6', { agreed })).toBeNull()
  })
})

describe('[R7] what they would rather use', () => {
  it('is fine where it fits', () => {
    const wish = answers({ devices: ['laptop', 'tablet'], preference: 'tablet', stand: true })
    expect(ruled('R7', { answers: wish })).toMatchObject({ verdict: 'good', facts: { fits: true, reason: null } })
  })
  it('is explained where the purpose avoids it', () => {
    const wish = answers({ devices: ['laptop', 'desktop'], preference: 'desktop' })
    expect(ruled('R7', { purpose: walking, answers: wish })).toMatchObject({
      verdict: 'poor',
      facts: { preferred: 'desktop', better: 'laptop', fits: false, reason: 'purpose' },
    })
  })
  it('has no better one where nothing else fits either', () => {
    const wish = answers({ devices: ['desktop', 'smartphone'], preference: 'desktop', canHold: 'no' })
    expect(ruled('R7', { purpose: walking, answers: wish })?.facts).toMatchObject({ better: null, fits: false })
  })
  it('is not spoken of without a wish, nor of what they do not have', () => {
    expect(ruled('R7', {})).toBeNull()
    expect(ruled('R7', { answers: answers({ devices: ['laptop'], preference: 'tablet' }) })).toBeNull()
  })
})

describe('[R8] somebody who cannot hold or move a device', () => {
  const phone = (more: Parameters<typeof answers>[0]) => ({
    purpose: closeLook,
    answers: answers({ devices: ['smartphone'], ...more }),
  })
  it.each([
    [{ canHold: 'no' }, 'none', 'poor'],
    [{ canHold: 'short-time' }, 'none', 'poor'],
    [{ canMoveDevice: false }, 'none', 'poor'],
    [{ canHold: 'no', stand: true }, 'stand', 'ok'],
    [{ canHold: 'no', helperCanHold: true }, 'helper', 'ok'],
  ] as const)('%o: %s', (more, support, verdict) => {
    expect(ruled('R8', phone(more))).toMatchObject({ verdict, facts: { device: 'smartphone', support } })
  })
  it('is not spoken of to who can, who has not said, or who has a laptop', () => {
    expect(ruled('R8', phone({ canHold: 'yes', canMoveDevice: true }))).toBeNull()
    expect(ruled('R8', phone({}))).toBeNull()
    expect(ruled('R8', { answers: answers({ devices: ['laptop'], canHold: 'no' }) })).toBeNull()
  })
})

describe('[R9] somebody alone', () => {
  it('may find a laptop easiest', () => {
    expect(ruled('R9a', { answers: answers({ devices: ['laptop'], alone: true }) })?.facts).toEqual({ best: true })
    const phoneToo = answers({ devices: ['laptop', 'smartphone'], alone: true })
    expect(ruled('R9a', { purpose: closeLook, answers: phoneToo })?.facts).toEqual({ best: false })
  })
  it('hears nothing of a laptop where it does not suit, where they have none, or are not alone', () => {
    const laptop = answers({ devices: ['laptop', 'smartphone'], alone: true })
    expect(ruled('R9a', { purpose: purpose('home'), answers: laptop })).toBeNull()
    expect(ruled('R9a', { answers: answers({ devices: ['tablet'], alone: true }) })).toBeNull()
    expect(ruled('R9a', { answers: answers({ devices: ['laptop'], alone: false }) })).toBeNull()
  })
  it('needs a fixed place for a phone or tablet when moving', () => {
    const wish = { devices: ['smartphone'], preference: 'smartphone', alone: true } as const
    const said = (stand: boolean | null) => ruled('R9b', { purpose: walking, answers: answers({ ...wish, stand }) })
    expect([said(true), said(false), said(null)].map((each) => each?.verdict)).toEqual(['ok', 'poor', 'poor'])
    expect([said(true), said(false)].map((each) => each?.facts.stand)).toEqual([true, false])
  })
  it('needs none with somebody there, with a laptop, or when only the face is seen', () => {
    const wish = { devices: ['smartphone'], preference: 'smartphone' } as const
    expect(ruled('R9b', { purpose: walking, answers: answers({ ...wish, alone: false }) })).toBeNull()
    expect(ruled('R9b', { answers: answers({ ...wish, alone: true }) })).toBeNull()
    const laptop = answers({ devices: ['laptop'], preference: 'laptop', alone: true })
    expect(ruled('R9b', { purpose: walking, answers: laptop })).toBeNull()
  })
})

describe('[R10] a desktop computer for movement', () => {
  const desktop = answers({ devices: ['desktop'] })
  it('is the last resort', () =>
    expect(ruled('R10', { purpose: walking, answers: desktop })).toMatchObject({ verdict: 'poor', device: 'desktop' }))
  it('is spoken of wherever one is in use or wished for', () => {
    const both = { devices: ['laptop', 'desktop'] } as const
    const inUse = found({ device: { kind: 'desktop' } })
    expect(ruled('R10', { purpose: walking, answers: answers(both), equipment: inUse })).not.toBeNull()
    const wish = answers({ ...both, preference: 'desktop' })
    expect(ruled('R10', { purpose: walking, answers: wish })).not.toBeNull()
    const agreed = { device: 'desktop', by: 'patient', byName: 'Nia', at: NOW } as const
    expect(ruled('R10', { purpose: walking, answers: answers(both), agreed })).not.toBeNull()
  })
  it('is fine for talking, and not spoken of while it stands in a corner', () => {
    expect(ruled('R10', { answers: desktop })).toBeNull()
    expect(ruled('R10', { purpose: walking, answers: answers({ devices: ['laptop', 'desktop'] }) })).toBeNull()
  })
})

describe('[R11] a phone or tablet', () => {
  const phone = answers({ devices: ['smartphone'] })
  it('is turned sideways, and its camera and microphone are looked at', () => {
    expect(ruled('R11', { answers: phone })?.facts).toEqual({ device: 'smartphone', checked: true })
    expect(ruled('R11', { answers: phone, equipment: null })?.facts.checked).toBe(false)
    expect(ruled('R11', { answers: phone, equipment: { ...found(), microphone: null } })?.facts.checked).toBe(false)
  })
  it('is not spoken of with a laptop', () => expect(ruled('R11', {})).toBeNull())
})

describe('[R12] the battery', () => {
  const battery = (batteryPercent: number | null, charging: boolean | null) =>
    ruled('R12', { equipment: found({ device: { batteryPercent, charging } }) })
  it('is spoken of below half', () =>
    expect(battery(49, false)).toMatchObject({ verdict: 'ok', facts: { percent: 49 } }))
  it('is not at half, above, on the charger, or where the browser does not say', () => {
    expect([
      battery(50, false),
      battery(51, false),
      battery(10, true),
      battery(10, null),
      battery(null, false),
    ]).toEqual([null, null, null, null, null])
  })
})

describe('[R13] the whole body', () => {
  it('is seen by a laptop or tablet on a table', () => {
    const both = answers({ devices: ['desktop', 'smartphone', 'tablet'], stand: true })
    expect(ruled('R13', { purpose: walking, answers: both })).toMatchObject({
      device: 'tablet',
      facts: { feet: true, placing: 'stands' },
    })
    const phone = answers({ devices: ['smartphone'], helperCanHold: true })
    expect(ruled('R13', { purpose: walking, answers: phone })?.facts.placing).toBe('helper-holds')
    expect(ruled('R13', { purpose: purpose('upper-limb') })?.facts.feet).toBe(false)
  })
  it('speaks of the device that is offered or agreed, and of none where only a desktop is', () => {
    const wish = answers({ devices: ['tablet', 'smartphone'], preference: 'smartphone', stand: true })
    expect(ruled('R13', { purpose: walking, answers: wish })?.device).toBe('smartphone')
    const agreed = { device: 'tablet', by: 'patient', byName: 'Nia', at: NOW } as const
    expect(ruled('R13', { purpose: walking, answers: wish, agreed })?.device).toBe('tablet')
    expect(ruled('R13', { purpose: walking, answers: answers({ devices: ['desktop'] }) })?.device).toBeNull()
  })
  it('is not asked for in talking, nor of a practitioner', () => {
    expect(ruled('R13', {})).toBeNull()
    expect(ruled('R13', { purpose: walking, role: 'practitioner' })).toBeNull()
  })
})

describe('[R14] a close look', () => {
  it.each([
    [['laptop', 'tablet', 'smartphone'], 'smartphone'],
    [['laptop', 'tablet'], 'tablet'],
    [['laptop'], null],
  ] as const)('%j: by %s', (devices, device) => {
    expect(ruled('R14', { purpose: closeLook, answers: answers({ devices }) })?.facts).toEqual({ device })
  })
  it('is taken with the tablet that they chose', () => {
    const wish = answers({ devices: ['smartphone', 'tablet'], preference: 'tablet' })
    expect(ruled('R14', { purpose: closeLook, answers: wish })?.device).toBe('tablet')
    const laptop = answers({ devices: ['tablet', 'smartphone', 'laptop'], preference: 'laptop' })
    expect(ruled('R14', { purpose: closeLook, answers: laptop })?.device).toBe('smartphone')
  })
  it('is not asked for in talking', () => expect(ruled('R14', {})).toBeNull())
})

describe('[R15] a larger screen that stands still', () => {
  it('serves talking, with everyone in the picture', () => {
    const both = answers({ devices: ['smartphone', 'desktop'] })
    expect(ruled('R15', { answers: both })).toMatchObject({
      device: 'desktop',
      facts: { bigScreen: true, several: true },
    })
    expect(ruled('R15', { purpose: purpose('speech') })?.facts.several).toBe(false)
    expect(ruled('R15', { purpose: purpose('social-visit') })?.facts.bigScreen).toBe(false)
    const laptopFirst = { first: ['laptop'], second: [], avoid: [] } as const
    expect(ruled('R15', { purpose: { ...purpose('speech'), devices: laptopFirst } })?.facts.bigScreen).toBe(true)
  })
  it('is not spoken of where the body or a place has to be seen', () => {
    expect(ruled('R15', { purpose: walking })).toBeNull()
    expect(ruled('R15', { purpose: closeLook })).toBeNull()
  })
})

describe('[R43] an agreed device that is theirs no more', () => {
  const agreed = { device: 'tablet' } as const
  it.each([
    ['stands while they have it', ['tablet'], ['tablet', 'laptop'], agreed],
    ['is forgotten once they do not', ['tablet', 'laptop'], ['laptop'], null],
    ['stands where it was never named', [], ['laptop'], agreed],
  ] as const)('%s', (_, before, after, left) => expect(agreedStill(agreed, before, after)).toBe(left))
})

describe('[R44] no device', () => {
  it.each(['walking-and-balance', 'close-look', 'talking', 'speech'])('%s: nothing of where to put one', (id) => {
    const none = { purpose: purpose(id), answers: answers({ hardOfHearing: true }), answered: true, equipment: null }
    for (const rule of ['R8', 'R13', 'R14', 'R15', 'R21'] as const) expect(ruled(rule, none)).toBeNull()
    expect(ruled('R2', none)).not.toBeNull()
  })
})
