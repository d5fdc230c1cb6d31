import { describe, expect, it } from 'vitest'
import { purpose } from '../../test/made-up-equipment.ts'
import { CHECKLIST_IDS, type ChecklistFacts, checklistOf, isChecklistId, PHASES } from './checklist.ts'
import { PURPOSES } from './plan-catalogue.ts'

const ADULT: ChecklistFacts = { age: 40 }
const ids = (id: string, facts: Partial<ChecklistFacts> = {}) =>
  checklistOf(purpose(id), { ...ADULT, ...facts }).map((item) => item.id)

describe('[CL1] every consultation', () => {
  it.each(PURPOSES.map(({ id }) => id))('%s: who, where, how to reach them, and how it goes on', (id) => {
    const always = ['open.hear', 'open.id', 'open.self', 'open.others', 'open.loc', 'open.phone', 'open.consent']
    expect(ids(id)).toEqual(expect.arrayContaining([...always, 'close.sum', 'close.net', 'close.fu']))
  })
  it('goes from opening to closing', () => {
    for (const plan of PURPOSES) {
      const phases = checklistOf(plan, { age: 5, risk: true, recording: true }).map(({ phase }) =>
        PHASES.indexOf(phase),
      )
      expect(phases).toEqual([...phases].sort())
    }
  })
  it('confirms number, address and who is there', () => {
    const confirms = checklistOf(purpose('talking'), ADULT).flatMap((item) => item.confirms ?? [])
    expect(confirms).toEqual(['companions', 'address', 'phone'])
  })
  it('writes down who, where, which number, and what was planned, and needs no words for the rest', () => {
    const recorded = checklistOf(purpose('gp-talk'), ADULT).filter(({ records }) => records)
    expect(recorded.map((item) => item.id)).toEqual([
      'open.id',
      'open.others',
      'open.loc',
      'open.phone',
      'close.sum',
      'close.net',
      'close.fu',
      'close.mode',
    ])
  })
  it('has each item once', () => {
    expect(new Set(CHECKLIST_IDS).size).toBe(CHECKLIST_IDS.length)
    for (const { id } of PURPOSES) expect(new Set(ids(id)).size).toBe(ids(id).length)
  })
})

describe('[OP7] items of the organisation', () => {
  const own = [
    { id: 'own.0123abcd', phase: 'opening', text: 'Asked about falls', records: true },
    { id: 'own.0123abce', phase: 'closing', text: 'Gave the sheet', records: false },
  ] as const
  it('come last in their phase, with the words they were given', () => {
    const items = checklistOf(purpose('gp-talk'), ADULT, own)
    for (const { id, phase, text } of own)
      expect(items.findLast((item) => item.phase === phase)).toMatchObject({ id, text })
    expect(items).toHaveLength(checklistOf(purpose('gp-talk'), ADULT).length + own.length)
  })
  it.each([
    ['own.0123abcd', true],
    ['own.0123ABCD', false],
    ['own.0123abcde', false],
    ['open.id', true],
    ['open.other', false],
  ])('%s may be ticked: %s', (id, may) => expect(isChecklistId(id)).toBe(may))
})

describe('[CL2] what must be done only sometimes', () => {
  it('an emergency contact in talking, in breathing, and for whoever is at risk', () => {
    expect(ids('talking')).toContain('open.emerg')
    expect(ids('breathing')).toContain('open.emerg')
    expect(ids('skin')).not.toContain('open.emerg')
    expect(ids('skin', { risk: true })).toContain('open.emerg')
  })
  it.each([
    [17, true],
    [18, false],
    [19, false],
    [null, false],
  ])('a child is seen: at %s %s', (age, seen) => expect(ids('talking', { age }).includes('open.child')).toBe(seen))
  it('a recording is explained when there is one', () => {
    expect(ids('talking')).not.toContain('open.rec')
    expect(ids('talking', { recording: true })).toContain('open.rec')
  })
  it('falls are thought of wherever the whole body is seen, and nowhere else', () => {
    for (const { id, views } of PURPOSES) expect(ids(id).includes('ex.safe')).toBe(views.includes('whole-body'))
  })
})

describe('[CL3] an examination', () => {
  it('is explained, can be stopped, and has limits that are said', () => {
    for (const id of [
      'walking-and-balance',
      'transfers',
      'close-look',
      'skin',
      'swallowing',
      'neuro',
      'infant-feeding',
    ])
      expect(ids(id)).toEqual(expect.arrayContaining(['ex.explain', 'ex.stop', 'ex.limit']))
  })
  it('is not there where people only talk', () => {
    for (const id of ['talking', 'gp-talk', 'long-term', 'child-play', 'care-round'])
      expect(ids(id).filter((item) => item.startsWith('ex.'))).toEqual([])
  })
  it('is one wherever the body or a place is seen, also in a plan that names nothing to do', () => {
    const seen = (view: 'whole-body' | 'close-up' | 'mixed' | 'face') =>
      checklistOf({ ...purpose('talking'), views: [view] }, ADULT).some(({ id }) => id === 'ex.limit')
    expect([seen('whole-body'), seen('close-up'), seen('mixed'), seen('face')]).toEqual([true, true, true, false])
  })
  it('has what its purpose names', () => {
    expect(ids('skin')).toEqual(expect.arrayContaining(['ex.light', 'ex.scale']))
    expect(ids('intimate')).toEqual(expect.arrayContaining(['ex.need', 'ex.agreed', 'ex.chaperone', 'ex.private']))
    expect(ids('skin')).not.toContain('ex.chaperone')
  })
})
