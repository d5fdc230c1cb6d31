// Which questions are asked, what answers change, and whether data may cost money.
import { describe, expect, it } from 'vitest'
import { NO_ANSWERS } from '#domain/advice'
import { mayCost } from './metered.ts'
import { outcomeOf } from './result.ts'
import { type Answer, answered, answeredOf, nextQuestion, type Question, questionBefore, questionsFor } from './talk.ts'

const given = (...answers: Answer[]) => answers.reduce(answered, NO_ANSWERS)
const PHONE: Answer = { to: 'devices', devices: ['smartphone'] }

describe('the questions', () => {
  it('[GR3] fit their devices', () => {
    expect(questionsFor(NO_ANSWERS)).toEqual(['devices', 'alone', 'hearing', 'kit'])
    expect(questionsFor(given({ to: 'devices', devices: ['desktop'] }))).toEqual(['devices', 'alone', 'hearing', 'kit'])
    expect(questionsFor(given(PHONE))).toEqual(['devices', 'hold', 'alone', 'stand', 'hearing', 'kit'])
    expect(questionsFor(given({ to: 'devices', devices: ['tablet', 'laptop'] }))).toContain('preference')
    expect(questionsFor(given(PHONE, { to: 'hold', canHold: 'yes' }))).not.toContain('move')
    expect(questionsFor(given(PHONE, { to: 'hold', canHold: 'short-time' }))).toContain('move')
    expect(questionsFor(given(PHONE, { to: 'alone', alone: false }))).toContain('helper')
  })

  it('[GR3] an answer that no longer fits is forgotten', () => {
    const chosen = given({ to: 'devices', devices: ['tablet', 'laptop'] }, { to: 'preference', preference: 'tablet' })
    expect(answered(chosen, PHONE).preference).toBeNull()
    const helped = given(PHONE, { to: 'alone', alone: false }, { to: 'helper', helperCanHold: true })
    expect(answered(helped, { to: 'alone', alone: true }).helperCanHold).toBeNull()
    const still = given(PHONE, { to: 'hold', canHold: 'no' }, { to: 'move', canMoveDevice: false })
    expect(answered(still, { to: 'hold', canHold: 'yes' }).canMoveDevice).toBeNull()
  })

  it('[GR3] come one after the other, and go back one', () => {
    const done = new Set<Question>(['devices', 'hold'])
    expect(nextQuestion(given(PHONE), done)).toBe('alone')
    expect(questionBefore(given(PHONE), 'alone')).toBe('hold')
    expect(questionBefore(given(PHONE), 'devices')).toBeNull()
    expect(nextQuestion(given(PHONE), new Set(questionsFor(given(PHONE))))).toBeNull()
  })

  it('[GR4] what somebody answered before is not asked again', () => {
    expect([...answeredOf(given(PHONE, { to: 'alone', alone: false }))]).toEqual(['devices', 'alone'])
  })
})

describe('[GR10] whether data may cost money', () => {
  it.each([
    [{ saveData: true, type: 'wifi' }, false, true],
    [{ type: 'cellular' }, false, true],
    [{ type: 'wifi' }, true, false],
    [{ type: 'ethernet' }, false, false],
    [{}, true, true],
    [{}, false, false],
  ])('%j, carried about: %s → %s', (facts, carried, cost) => {
    expect(mayCost(facts, carried)).toBe(cost)
  })
})

describe('[GR14] the outcome', () => {
  it.each([
    ['good', 'video', 'well'],
    ['ok', 'video', 'well'],
    ['poor', 'video', 'better'],
    ['not-suitable', 'video', 'better'],
    ['unknown', 'video', 'partly'],
    ['not-suitable', 'sound-first', 'soundFirst'],
    ['not-suitable', 'phone', 'phone'],
  ] as const)('%s with %s is %s', (overall, means, outcome) => {
    expect(outcomeOf({ overall, means })).toBe(outcome)
  })
})
