// What makes itself noticed, and when.
import { expect, it } from 'vitest'
import type { PatientView } from '#contract/visit'
import { SEEN, viewOf, WAITING } from '../../../test/patient/made-up.ts'
import type { CallMessage } from '../call/messages/message-queue.ts'
import { createStore } from '../kit/store.ts'
import { attend } from './attention.ts'
import type { PatientVisitModel } from './visit-model.ts'

function noticed(hidden: boolean) {
  const view = createStore(viewOf(WAITING))
  const messages = createStore<readonly CallMessage[]>([])
  const seen: string[] = []
  let look = () => {}
  let awake = 0
  const stop = attend({ view, messages } as unknown as PatientVisitModel, {
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
  })
  const show = (state: PatientView['state']) => view.set(viewOf(state))
  const write = (from: 'clinic' | 'patient') =>
    messages.update((all) => [
      ...all,
      { id: `${all.length}`, from, authorName: '', text: 'x', at: 0, status: 'stored' },
    ])
  return { seen, show, write, stop, look: () => look(), awake: () => awake }
}

it('[P22] a turn that comes rings and buzzes, once', () => {
  const { seen, show } = noticed(false)
  show(SEEN)
  show({ ...SEEN, status: 'on-hold' } as PatientView['state'])
  show(SEEN)
  expect(seen).toEqual(['bell', 'buzz'])
})

it('[P22] on a hidden page the tab is named, until it is looked at', () => {
  const { seen, show, look } = noticed(true)
  show(SEEN)
  look()
  expect(seen).toEqual(['bell', 'buzz', 'tab It is your turn', 'tab null'])
})

it('[P22] a message from the clinic buzzes; one of their own does not', () => {
  const { seen, write } = noticed(true)
  write('patient')
  expect(seen).toEqual([])
  write('clinic')
  expect(seen).toEqual(['buzz', 'tab New message'])
})

it('[P22] the screen stays awake until the visit ends', () => {
  const { show, awake } = noticed(false)
  expect(awake()).toBe(1)
  show({ status: 'ended', outcome: 'completed', afterText: '', afterLink: null })
  expect(awake()).toBe(0)
})
