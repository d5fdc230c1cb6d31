// Every rule, step, purpose and item has words for whoever reads it, and none for whoever must not.
import { describe, expect, it } from 'vitest'
import { adviseDevice } from '#domain/advice-rules'
import { CHECKLIST_IDS, checklistOf } from '#domain/checklist'
import { ITEMS, STEPS } from '#domain/equipment-judged'
import { VIEWS } from '#domain/plan'
import { PURPOSES } from '#domain/plan-catalogue'
import { words as advice } from '#text/advice'
import { words as practitioner } from '#text/advice-practitioner'
import { words as checklist } from '#text/checklist'
import { words as findings } from '#text/findings'
import { words as plans } from '#text/plans'
import { answers, found, input, purpose } from '../../../test/made-up-equipment.ts'

describe('[PL6] words of plans', () => {
  it('stand for every purpose and no other, and fit the fields', () => {
    expect(Object.keys(plans.purposes)).toEqual(PURPOSES.map(({ id }) => id))
    for (const { name, reason, position, wear, have, safety } of Object.values(plans.purposes)) {
      expect([name, reason, position, have, safety].every((text) => text.length > 0)).toBe(true)
      expect(name.length).toBeLessThanOrEqual(80)
      expect([reason, wear, have].every((text) => text.length <= 300)).toBe(true)
      expect([position, safety].every((text) => text.length <= 400)).toBe(true)
    }
  })
  it('stand for every view at the door', () => expect(Object.keys(plans.door).sort()).toEqual([...VIEWS].sort()))
})

describe('[PL6] words of the advice', () => {
  const said = adviseDevice(
    input({
      purpose: purpose('walking-and-balance'),
      answers: answers({ devices: ['laptop', 'desktop'], preference: 'desktop', ownKit: ['step-counter', 'scales'] }),
      equipment: found({ camera: { lines: 719 }, connection: { upMbps: 1.25, roundTripMs: 120 } }),
    }),
  ).fired
  const patients = said.map(advice.patient)

  it('tell the patient what to do, with their own things by name', () => {
    expect(patients).toContain('Have your step counter and scales near you.')
    expect(patients).toContain('With your computer it may be hard for us to see you. Could you use your laptop?')
    expect(patients).toContain('Put your laptop on a table. Step back until we can see your head and your feet.')
    expect(patients).toContain('Your picture may be fuzzy. Wipe the lens and turn on a light.')
  })
  it('tell the practitioner the figures', () => {
    const all = said.map(practitioner.practitioner)
    expect(all).toContain('1.3 Mbps on their side; the guide asks 2 both ways. Expect a smaller picture.')
    expect(all).toContain('120 ms there and back: speak more slowly, pause, repeat key points.')
    expect(all).toContain(
      'Check that head and feet are in the picture before you start: the device waist-high, 2 to 3 m away.',
    )
  })
  it("tell the patient nothing of the practitioner's equipment", () => {
    const own = adviseDevice(input({ role: 'practitioner', equipment: null, organisation: { approved: false } })).fired
    expect(own.length).toBeGreaterThan(2)
    expect(own.map(advice.patient).filter((text) => text !== null)).toEqual([])
    expect(own.map(practitioner.practitioner).filter((text) => text === null)).toEqual([])
  })
  it('know the sentence of the guide behind each rule', () => {
    const numbers = Object.keys(practitioner.guide).map((id) => Number.parseInt(id.slice(1), 10))
    expect([...new Set(numbers)]).toEqual(Array.from({ length: 41 }, (_, index) => index + 1))
  })
})

describe('[PL6] words of what was found', () => {
  it('stand for every item and every step', () => {
    expect(Object.keys(findings.items).sort()).toEqual([...ITEMS].sort())
    expect(Object.keys(findings.steps).sort()).toEqual([...STEPS].sort())
  })
})

describe('[PL6] words of the checklist', () => {
  it('stand for every item, with what to write down where there is something', () => {
    expect(Object.keys(checklist.items).sort()).toEqual([...CHECKLIST_IDS].sort())
    for (const plan of PURPOSES)
      for (const { id, records } of checklistOf(plan, { age: 3, risk: true, recording: true }))
        expect([id, checklist.items[id]?.value !== undefined]).toEqual([id, records])
  })
  it('write a line into the note, with the value and without', () => {
    expect(checklist.note('open.loc', ' 12 Mill Lane, Truro ')).toBe('Present address: 12 Mill Lane, Truro.')
    expect(checklist.note('open.loc', '')).toBe('Present address confirmed.')
    expect(checklist.note('open.hear', '')).toBe('We could see and hear each other.')
    expect(checklist.note('unheard-of', 'x')).toBe('')
  })
})
