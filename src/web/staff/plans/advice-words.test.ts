import { describe, expect, it } from 'vitest'
import type { DeviceAnswers } from '#domain/advice'
import { TALKING } from '../../../../test/made-up-plan.ts'
import { adviceFor } from './advice-for.ts'
import { deviceReasons, guideSentence, readOut, toldToStaff } from './advice-words.ts'

const ANSWERS: DeviceAnswers = {
  devices: ['smartphone', 'laptop'],
  preference: 'smartphone',
  canHold: 'no',
  canMoveDevice: true,
  alone: true,
  helperCanHold: null,
  stand: false,
  ownKit: ['scales'],
}
const PLAN = { ...TALKING, id: 'walking-and-balance', basedOn: 'walking-and-balance', view: 'whole-body' } as const

describe('the words of the advice', () => {
  it('[PD9] every sentence names its rule, and the guide’s own sentence is there for each', () => {
    const advice = adviceFor({ plan: PLAN, answers: ANSWERS, agreed: null, patient: null, own: null, now: 0 })
    if (!advice) throw new Error('no advice')
    const lines = [
      ...advice.devices.flatMap((ranked) => deviceReasons(ranked, advice)),
      ...readOut(advice),
      ...toldToStaff(advice),
    ]
    expect(lines.length).toBeGreaterThan(4)
    for (const { id, text } of lines) {
      expect(text, id).not.toBe('')
      expect(guideSentence(id), id).not.toBe('')
    }
  })

  it('says nothing for a plan whose purpose is not known', () => {
    const plan = { ...PLAN, basedOn: 'from-tomorrow' }
    expect(adviceFor({ plan, answers: ANSWERS, agreed: null, patient: null, own: null, now: 0 })).toBeNull()
  })
})
