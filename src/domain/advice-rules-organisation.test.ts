import { describe, expect, it } from 'vitest'
import { answers, found, input, purpose } from '../../test/made-up-equipment.ts'
import type { AdviceInput, RuleFacts, RuleId } from './advice.ts'
import { adviseDevice } from './advice-rules.ts'

function ruled<R extends RuleId>(id: R, changes: Partial<AdviceInput>) {
  const rule = adviseDevice(input(changes)).fired.find((each) => each.id === id)
  return rule ? { verdict: rule.verdict, facts: rule.facts as RuleFacts[R] } : null
}

describe('[R32] what the organisation says is secure', () => {
  it('stops what is not on its list, unless it only warns', () => {
    expect(ruled('R32', { organisation: { approved: false } })?.verdict).toBe('not-suitable')
    expect(adviseDevice(input({ organisation: { approved: false } })).stops).toEqual(['R32'])
    expect(adviseDevice(input({ organisation: { approved: false, blocksUnapproved: false } })).stops).toEqual([])
  })
  it('is silent when it is approved, and when nobody said', () => {
    expect(ruled('R32', { organisation: { approved: true } })).toBeNull()
    expect(ruled('R32', { organisation: {} })).toBeNull()
    expect(ruled('R32', {})).toBeNull()
  })
})

describe('[R33] a patient who has never used it', () => {
  it('is helped', () => expect(ruled('R33', { history: { usedBefore: false } })).not.toBeNull())
  it('is not told so when they have, or when nobody knows', () => {
    expect(ruled('R33', { history: { usedBefore: true } })).toBeNull()
    expect(ruled('R33', { history: {} })).toBeNull()
    expect(ruled('R33', { role: 'practitioner', history: { usedBefore: false } })).toBeNull()
  })
})

describe('[R34] wishes for another tool', () => {
  const wishes = (...counts: number[]) =>
    ruled('R34', { organisation: { wishes: counts.map((count) => ({ tool: `tool ${count}`, count })) } })?.facts.wishes
  it('are told from ten a month on', () => {
    expect(wishes(10)?.map(({ count }) => count)).toEqual([10])
    expect(wishes(9, 11)?.map(({ count }) => count)).toEqual([11])
  })
  it('are not below', () => expect([wishes(9), wishes(), ruled('R34', {})]).toEqual([undefined, undefined, null]))
})

describe('[R35] what may be intimate', () => {
  it('is face to face by default', () => {
    const advice = adviseDevice(input({ purpose: purpose('intimate') }))
    expect(advice.inPerson).toBe(true)
    expect(ruled('R35', { purpose: purpose('intimate') })?.verdict).toBe('not-suitable')
    expect(ruled('R35', { purpose: purpose('intimate'), role: 'practitioner' })).not.toBeNull()
  })
  it('is no other purpose', () => {
    expect(adviseDevice(input()).inPerson).toBe(false)
    expect(ruled('R35', { purpose: purpose('skin') })).toBeNull()
  })
})

describe('[R36] a group', () => {
  it.each([3, 4])('is one with %i', (participants) =>
    expect(ruled('R36', { participants })?.facts).toEqual({ participants }),
  )
  it('is none with 2', () => expect(ruled('R36', {})).toBeNull())
})

describe('[R37] opened from the record', () => {
  it('is told', () => expect(ruled('R37', { openedFrom: 'SystmOne' })?.facts).toEqual({ openedFrom: 'SystmOne' }))
  it('is silent otherwise', () => expect([ruled('R37', {}), ruled('R37', { openedFrom: null })]).toEqual([null, null]))
})

describe('[R38] a digital champion', () => {
  const champion = { name: 'Ama', extension: '214' }
  it('is named', () => expect(ruled('R38', { organisation: { champion } })?.facts).toEqual(champion))
  it('is silent without one', () => expect(ruled('R38', { organisation: {} })).toBeNull())
})

describe('[R39] everything tested', () => {
  it('names what is not, for both', () => {
    expect(ruled('R39', { equipment: { ...found(), speaker: null } })?.facts.missing).toEqual(['speaker'])
    expect(ruled('R39', { role: 'practitioner', equipment: null })?.facts.missing).toHaveLength(4)
  })
  it('is silent when all is', () => expect(ruled('R39', {})).toBeNull())
})

describe('[R40] the device of the practice call', () => {
  it('is to be used on the day', () => {
    expect(ruled('R40', { history: { practisedOn: null } })?.facts.practisedOn).toBeNull()
    expect(ruled('R40', { history: { practisedOn: 'tablet' } })?.facts).toEqual({
      practisedOn: 'tablet',
      now: 'laptop',
    })
  })
  it('is silent on the same one, before it is known which is used, and when nobody knows', () => {
    expect(ruled('R40', { history: { practisedOn: 'laptop' } })).toBeNull()
    expect(ruled('R40', { history: { practisedOn: 'tablet' }, equipment: null })).toBeNull()
    expect(ruled('R40', { history: {} })).toBeNull()
  })
})

describe('[R41] staff practise first', () => {
  const fresh = { role: 'practitioner', circumstances: { practised: false } } as const
  it('is asked for, and stops only where the organisation says so', () => {
    expect(ruled('R41', fresh)).toMatchObject({ verdict: 'ok', facts: { stops: false } })
    expect(adviseDevice(input({ ...fresh, organisation: { blocksUnpractised: true } })).stops).toEqual(['R41'])
  })
  it('is silent after it, when nobody knows, and for patients', () => {
    expect(ruled('R41', { role: 'practitioner', circumstances: { practised: true } })).toBeNull()
    expect(ruled('R41', { role: 'practitioner' })).toBeNull()
    expect(ruled('R41', { circumstances: { practised: false }, answers: answers() })).toBeNull()
  })
})
