// What the clinic says to who has waited a while, and when the waiting sound plays.
import { expect, it } from 'vitest'
import type { PatientView } from '#contract/visit'
import { handClock, NINE, SEEN, viewOf, WAITING } from '../../../../test/patient/made-up.ts'
import { createStore } from '../../kit/store.ts'
import { createTimedMessages } from './timed-messages.ts'
import { createWaitingSound } from './waiting-sound-model.ts'

const MINUTE = 60_000
const SAID = [
  { afterMinutes: 5, text: 'We have not forgotten you.' },
  { afterMinutes: 20, text: 'A cup of tea?' },
]
const view = (arrivedAt: number, messages = SAID) => {
  const plain = viewOf(WAITING)
  return viewOf(WAITING, {
    arrivedAt,
    area: { ...plain.area, waiting: { messages, sound: true, joinsByItself: true, recall: false } },
  })
}

function waiting(arrivedAt: number) {
  const clock = handClock()
  let now = NINE
  const visit = { view: createStore<PatientView>(view(arrivedAt)), serverNow: () => now }
  const messages = createTimedMessages(visit, clock.later)
  const pass = async (ms: number) => {
    now += ms
    await clock.pass(ms)
  }
  return { visit, messages, pass, said: () => messages.due.get() }
}

it('[P31] what the clinic says after so many minutes comes when it is due', async () => {
  const { said, pass } = waiting(NINE)
  expect(said()).toEqual([])
  await pass(5 * MINUTE - 1)
  expect(said()).toEqual([])
  await pass(1)
  expect(said()).toEqual([SAID[0]?.text])
  await pass(15 * MINUTE)
  expect(said()).toEqual(SAID.map(({ text }) => text))
})

it('[P31] a reload counts from the arrival, and what the clinic changes counts at once', async () => {
  const { said, pass, visit } = waiting(NINE - 12 * MINUTE)
  expect(said()).toEqual([SAID[0]?.text])
  visit.view.set(view(NINE - 12 * MINUTE, [{ afterMinutes: 13, text: 'Soon now.' }]))
  expect(said()).toEqual([])
  await pass(MINUTE)
  expect(said()).toEqual(['Soon now.'])
})

function sounding() {
  const heard = { playing: 0, begun: 0 }
  const visit = {
    view: createStore<PatientView>(view(NINE)),
    awaited: createStore<MediaStream | null>(null),
    takenOver: createStore(false),
  }
  const measuring = createStore(false)
  const play = () => {
    heard.begun++
    heard.playing++
    return { stop: () => void heard.playing-- }
  }
  return { heard, visit, measuring, sound: createWaitingSound(visit, { play, measuring }) }
}

it('[P32] the sound is off until it is wanted, and can be stopped', () => {
  const { heard, sound } = sounding()
  expect([sound.state.get(), heard.begun]).toEqual(['off', 0])
  sound.toggle()
  expect([sound.state.get(), heard.playing]).toEqual(['playing', 1])
  sound.toggle()
  expect([sound.state.get(), heard.playing]).toEqual(['off', 0])
})

it('[P32] it keeps quiet while somebody is about to join, and while the page measures', () => {
  const { heard, visit, measuring, sound } = sounding()
  sound.toggle()
  for (const [begin, end] of [
    [() => visit.awaited.set({} as MediaStream), () => visit.awaited.set(null)],
    [() => measuring.set(true), () => measuring.set(false)],
  ] as const) {
    begin()
    expect([sound.state.get(), heard.playing]).toEqual(['paused', 0])
    end()
    expect([sound.state.get(), heard.playing]).toEqual(['playing', 1])
  }
})

it('[P32] a call ends it for good; so do another page and the end of the wait', () => {
  for (const end of [
    ({ visit }: ReturnType<typeof sounding>) => visit.view.set(viewOf(SEEN)),
    ({ visit }: ReturnType<typeof sounding>) => visit.takenOver.set(true),
    ({ sound }: ReturnType<typeof sounding>) => sound.close(),
  ]) {
    const all = sounding()
    all.sound.toggle()
    end(all)
    expect([all.sound.state.get(), all.heard.playing]).toEqual(['off', 0])
    all.visit.view.set(view(NINE))
    all.visit.takenOver.set(false)
    expect([all.sound.state.get(), all.heard.begun]).toEqual(['off', 1])
  }
})
