// What the waiting screen says, and what its own questions do.
import { describe, expect, it } from 'vitest'
import { SENT_BACK_REASONS } from '#domain/sent-back'
import { words } from '#text/waiting'
import { fakeLocal } from '../../../../test/call/fake-call.ts'
import { someFindings } from '../../../../test/made-up-findings.ts'
import { handClock, NINE, settled, viewOf, WAITING } from '../../../../test/patient/made-up.ts'
import { createStore } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'
import { unmarked } from '../../text/typed.ts'
import type { PatientVisitModel } from '../visit-model.ts'
import { createWaiting } from './waiting-model.ts'
import { delayLine, equipmentLine, firstLine } from './waiting-words.ts'

function waitingFor(pressed = true, view = viewOf(WAITING)) {
  const link = createStore<'connecting' | 'open' | 'lost'>('connecting')
  const local = fakeLocal()
  const done: string[] = []
  const fail = { next: null as Refusal | null }
  const act = async (what: string) => {
    if (fail.next) throw fail.next
    done.push(what)
  }
  const visit = {
    view: createStore(view),
    link,
    local,
    sendMessage: (text: string) => void done.push(`message ${text}`),
    useVideo: () => act('video'),
    setCameraOn: (on: boolean) => local.setCameraOn(on),
    leave: () => act('leave'),
  } as unknown as PatientVisitModel
  const clock = handClock()
  const ring = () => void done.push('bell')
  const waiting = createWaiting(visit, { pressed: () => pressed, ring, later: clock.later })
  return { waiting, link, local, done, clock, fail, state: () => waiting.state.get() }
}

describe('in words', () => {
  it('[P16] the place', () => {
    expect([1, 2, 3, 12].map(words.place)).toEqual([
      'You are next',
      '1 person is before you',
      '2 people are before you',
      '11 people are before you',
    ])
  })

  it('[P40] who asked them to wait again, and why', () => {
    expect(unmarked(words.sentBack('Helen'))).toBe('Helen asked you to wait again.')
    expect(words.sentBack('')).toBe('The clinic asked you to wait again.')
    for (const reason of SENT_BACK_REASONS) expect(words.sentBackWhy[reason]).not.toBe('')
  })

  it('[P64] what is to be done', () => {
    const { area } = viewOf(WAITING)
    const pressed = { ...area, waiting: { ...area.waiting, joinsByItself: false } }
    expect(firstLine({ phoneMe: false, area })).toBe('You need do nothing. The call starts by itself.')
    expect(firstLine({ phoneMe: false, area: pressed })).toBe('You press “Join now” when it is your turn.')
    expect(firstLine({ phoneMe: true, area: pressed })).toBe('You need do nothing. We phone you.')
  })

  it('[P63] what is half typed can be taken on, once', () => {
    const { waiting } = waitingFor()
    waiting.typeMessage('I have a')
    expect(waiting.takeMessage()).toBe('I have a')
    expect(waiting.takeMessage()).toBe('')
  })

  it('[P17] the delay: only what is known', () => {
    expect(delayLine({ kind: 'unknown' }, false)).toBe('We do not know yet how long it will be.')
    expect(delayLine({ kind: 'said', minutes: 20, at: 0 }, false)).toBe('The clinic is running about 20 minutes late.')
    expect(delayLine({ kind: 'said', minutes: 75, at: 0 }, false)).toBe(
      'The clinic is running about 1 hour 15 minutes late.',
    )
    expect(delayLine({ kind: 'said', minutes: 20, at: 0 }, true)).toContain('longer than we thought')
    expect(delayLine({ kind: 'measured', minutes: 1 }, false)).toBe('Today most people waited about a minute.')
  })

  it('[P18] the equipment: what works, what is off by choice, and what is to mend', () => {
    const line = (camera: string, microphone: string) => equipmentLine({ camera, microphone } as never)
    expect(line('on', 'on')).toEqual({ tone: 'good', text: words.works, mend: false })
    expect(line('off', 'on')).toEqual({ tone: 'good', text: words.worksSoundOnly, mend: false })
    expect(line('refused', 'on')).toMatchObject({ text: words.worksSoundOnly })
    expect(line('on', 'off')).toEqual({ tone: 'plain', text: words.worksMuted, mend: false })
    expect(line('on', 'refused')).toEqual({ tone: 'trouble', text: words.noSound, mend: true })
    expect(line('lost', 'on')).toEqual({ tone: 'trouble', text: words.cameraTrouble, mend: true })
    expect(line('lost', 'busy')).toMatchObject({ text: words.bothTrouble })
    expect(line('not-asked', 'not-asked')).toMatchObject({ tone: 'trouble', mend: true })
  })
})

describe('the screen', () => {
  it('[P18] says for a while that the connection is back, but not at the first connection', async () => {
    const { link, clock, state } = waitingFor()
    link.set('open')
    expect(state().backAgain).toBe(false)
    link.set('lost')
    link.set('connecting')
    link.set('open')
    expect(state().backAgain).toBe(true)
    await clock.pass(6000)
    expect(state().backAgain).toBe(false)
  })

  it('[P19] keeps a message while it is typed, and sends nothing empty or too long', () => {
    const { waiting, done, state } = waitingFor()
    waiting.sendMessage()
    waiting.typeMessage('x'.repeat(waiting.messageLimit + 1))
    waiting.sendMessage()
    expect(done).toEqual([])
    waiting.typeMessage('I am here')
    waiting.sendMessage()
    expect(done).toEqual(['message I am here'])
    expect(state().message).toBe('')
  })

  it('[P13] a question that could not be answered stays open and says why', async () => {
    const { waiting, fail, done, state } = waitingFor()
    fail.next = new Refusal('offline')
    waiting.ask('leave')
    waiting.leave()
    await settled()
    expect(state()).toMatchObject({ question: 'leave', busy: false })
    expect(state().refused).toContain('internet')
    fail.next = null
    waiting.leave()
    await settled()
    expect(state()).toMatchObject({ question: 'none', refused: null })
    expect(done).toEqual(['leave'])
  })

  it('[P13] sound only is one press, and back again one more', async () => {
    const { waiting, local } = waitingFor()
    waiting.toggleSoundOnly()
    expect(local.state.get().camera).toBe('off')
    waiting.toggleSoundOnly()
    expect(local.state.get().camera).toBe('on')
  })

  it('[P22] a page that was never pressed says that its bell is off', () => {
    expect(waitingFor(true).state().bellOff).toBe(false)
    const { waiting, done, state } = waitingFor(false)
    expect(state().bellOff).toBe(true)
    waiting.turnBellOn()
    expect(state().bellOff).toBe(false)
    expect(done).toEqual(['bell'])
  })

  it('[GR2] getting ready is offered, can be put off, and is open where something of it is known', () => {
    const { waiting, state } = waitingFor()
    expect(state().prepare).toBe('offered')
    waiting.setPrepare('put-off')
    expect(state().prepare).toBe('put-off')
    waiting.setPrepare('open')
    expect(state().prepare).toBe('open')
    expect(waitingFor(true, viewOf(WAITING, { equipment: someFindings(NINE) })).state().prepare).toBe('open')
  })
})
