// What makes itself noticed, and when.
import { expect, it } from 'vitest'
import type { PatientView } from '#contract/visit'
import { words } from '#text/waiting'
import { handClock, NINE, SEEN, viewOf, WAITING } from '../../../test/patient/made-up.ts'
import type { CallMessage } from '../call/messages/message-queue.ts'
import { createStore } from '../kit/store.ts'
import { attend } from './attention.ts'
import type { PatientVisitModel } from './visit-model.ts'

function noticed(hidden: boolean, first: PatientView['state'] = WAITING) {
  const clock = handClock()
  const view = createStore(viewOf(first))
  const messages = createStore<readonly CallMessage[]>([])
  const seen: string[] = []
  let look = () => {}
  let awake = 0
  const stop = attend({ view, messages, takenOver: createStore(false) } as unknown as PatientVisitModel, {
    ring: () => seen.push('bell'),
    buzz: () => seen.push('buzz'),
    nameTab: (name) => seen.push(`tab ${name}`),
    hidden: () => hidden,
    onLook(run) {
      look = run
      return () => {}
    },
    keepAwake() {
      awake++
      return () => awake--
    },
    later: clock.later,
  })
  const show = (state: PatientView['state']) => view.set(viewOf(state))
  const write = (from: 'clinic' | 'patient') =>
    messages.update((all) => [
      ...all,
      { id: `${all.length}`, from, authorName: '', text: 'x', at: 0, status: 'stored' },
    ])
  return { clock, seen, view, show, write, stop, look: () => look(), awake: () => awake }
}

it('[P22] a turn that comes rings and buzzes, once', () => {
  const { seen, show } = noticed(false)
  show(SEEN)
  show({ ...SEEN, status: 'on-hold' } as PatientView['state'])
  show(SEEN)
  expect(seen).toEqual(['bell', 'buzz'])
})

it('[P60] called, it rings and buzzes every four seconds until they join, for a minute at most', async () => {
  const { seen, show, clock } = noticed(false)
  show({ ...SEEN, calledAt: NINE })
  expect(seen).toEqual(['bell', 'buzz'])
  await clock.pass(4000)
  expect(seen).toEqual(['bell', 'buzz', 'bell', 'buzz'])
  show(SEEN)
  await clock.pass(60_000)
  expect(seen.length).toBe(4)
  show({ ...SEEN, calledAt: NINE + 1 })
  await clock.pass(600_000)
  expect(seen.length).toBe(4 + 2 * 15)
})

it('[P60] a page that is loaded anew while they are called rings too', () => {
  expect(noticed(false, { ...SEEN, calledAt: NINE }).seen).toEqual(['bell', 'buzz'])
  expect(noticed(false, SEEN).seen).toEqual([])
})

it('[P22] on a hidden page the tab is named, until it is looked at', () => {
  const { seen, show, look } = noticed(true)
  show(SEEN)
  look()
  expect(seen).toEqual(['bell', 'buzz', 'tab It is your turn', 'tab null'])
})

it('[P22] [P65] a message from the clinic rings and buzzes; one of their own does not', () => {
  const { seen, write } = noticed(true)
  write('patient')
  expect(seen).toEqual([])
  write('clinic')
  expect(seen).toEqual(['bell', 'buzz', 'tab New message'])
})

it('[P22] the screen stays awake until the visit ends', () => {
  const { show, awake } = noticed(false)
  expect(awake()).toBe(1)
  show({ status: 'ended', outcome: 'completed', afterText: '', afterLink: null })
  expect(awake()).toBe(0)
})

it('[P68] whoever cannot talk now is told by the screen alone', async () => {
  const { seen, view, write, clock } = noticed(true)
  view.set(viewOf({ ...SEEN, calledAt: NINE }, { cannotTalk: true }))
  await clock.pass(60_000)
  expect(new Set(seen)).toEqual(new Set([`tab ${words.tabReady}`]))
  view.set(viewOf(WAITING, { cannotTalk: true }))
  write('clinic')
  expect(seen).not.toContain('bell')
  expect(seen).not.toContain('buzz')
})
