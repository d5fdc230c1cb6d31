import { describe, expect, test } from 'vitest'
import type { CallStage } from './practitioner-state.ts'
import { possibleActions, type Steps } from './practitioner-steps.ts'

const none = () => {}
const steps: Steps = {
  hold: none,
  resume: none,
  sendBack: none,
  end: none,
  refresh: none,
  noAnswer: none,
  askVideo: none,
  sendMessage: none,
  useThisPage: none,
  callBack: none,
}
const call: CallStage = { kind: 'call' }
const possible = (moment: Partial<Parameters<typeof possibleActions>[0]>) =>
  Object.entries(
    possibleActions(
      { stage: call, status: 'being-seen', medium: 'video', underWay: null, link: 'open', ...moment },
      steps,
    ),
  )
    .filter(([, act]) => act !== null)
    .map(([name]) => name)
    .join(' ')

describe('what can be done', () => {
  test.each([
    ['being seen', {}, 'hold sendBack end refresh sendMessage'],
    ['on hold', { status: 'on-hold' }, 'resume sendBack end refresh sendMessage'],
    ['server lost', { link: 'lost' }, 'hold sendBack end sendMessage'],
    ['a step under way', { underWay: 'hold' }, 'sendMessage'],
    ['taken over', { stage: { kind: 'taken-over' } }, 'useThisPage'],
    ['opening', { stage: { kind: 'opening' } }, ''],
    ['by phone', { medium: 'phone' }, 'hold sendBack end noAnswer askVideo sendMessage'],
    ['by phone, on hold', { medium: 'phone', status: 'on-hold' }, 'resume sendBack end sendMessage'],
    ['ended', { stage: { kind: 'close-out', endedBy: 'patient' } }, ''],
  ] as const)('[CS20] %s', (_, moment, actions) => {
    expect(possible(moment)).toBe(actions)
  })

  const closeOut: CallStage = { kind: 'close-out', endedBy: 'practitioner' }
  test.each([
    ['soon after the end', { stage: closeOut, canCallBack: true }, 'callBack'],
    ['later', { stage: closeOut, canCallBack: false }, ''],
    ['while that is on its way', { stage: closeOut, canCallBack: true, underWay: 'call-back' }, ''],
  ] as const)('[CS60] calling back: %s', (_, moment, actions) => {
    expect(possible(moment)).toBe(actions)
  })

  test.each([
    ['only the end', {}, 'end'],
    ['also on hold', { status: 'on-hold' }, 'end'],
    ['not twice', { underWay: 'end' }, ''],
  ] as const)('[CS61] while the patient has not come back: %s', (_, moment, actions) => {
    expect(possible({ calledBack: true, ...moment })).toBe(actions)
  })

  test.each([
    ['nobody is put on hold', {}, 'sendBack end sendMessage'],
    ['nothing twice', { underWay: 'end' }, 'sendMessage'],
  ] as const)('[CS65] while the patient is being called: %s', (_, moment, actions) => {
    expect(possible({ called: true, ...moment })).toBe(actions)
  })
})
