import { expect, test } from 'vitest'
import type { InvitationView, OwnPreparation, PrepareBody } from '#contract/appointment'
import type { EquipmentFindings } from '#domain/equipment'
import { someFindings } from '../../../../test/made-up-findings.ts'
import { NO_TALK, TALKING } from '../../../../test/made-up-plan.ts'
import { handClock, settled } from '../../../../test/patient/made-up.ts'
import { Refusal } from '../../net/api.ts'
import type { PracticeModel } from '../practice/practice-model.ts'
import type { Prepared, PrepareModel } from '../prepare/prepare-model.ts'
import { createPreparation, goesOn } from './preparation-model.ts'

const NOTHING: OwnPreparation = {
  ...{ steps: { read: false, device: false, tell: false }, talk: NO_TALK, equipment: null, questions: '' },
}
const VIEW: InvitationView = {
  ...{ state: 'early', firstName: 'Jean', lastName: 'Ellis', dateOfBirth: '1948-03-03', phone: '' },
  ...{ startsAt: 0, minutes: 20, timeZone: 'Europe/London', opensAt: 0, practitionerName: null, practitionerTitle: '' },
  ...{ organisationName: 'Harbour Health', areaName: 'Clinic', slug: 'clinic', consent: '', visitId: null, now: 0 },
  ...{ plan: TALKING, preparation: NOTHING },
}

function open(preparation = NOTHING) {
  const clock = handClock()
  const log: string[] = []
  const server = { saved: [] as Omit<PrepareBody, 'secret'>[], refuse: null as Refusal | null, formLeft: false }
  const around = { placed: () => {}, found: (_: EquipmentFindings) => {}, whose: null as Prepared | null }
  let { steps } = preparation
  const model = createPreparation({
    view: { ...VIEW, preparation },
    async save(change) {
      if (server.refuse) throw server.refuse
      server.saved.push(change)
      steps = {
        read: steps.read || change.read === true,
        device: steps.device || change.equipment !== undefined,
        tell: steps.tell || (change.told === true && !server.formLeft),
      }
      return { ...preparation, steps }
    },
    openPrepare(whose, placed) {
      Object.assign(around, { whose, placed })
      return { close: () => void log.push('talk closed') } as unknown as PrepareModel
    },
    openPractice(found) {
      around.found = found
      const practice = { begin: () => void log.push('camera'), close: () => void log.push('camera closed') }
      return practice as unknown as PracticeModel
    },
    async addToCalendar() {
      if (server.refuse) throw server.refuse
      log.push('calendar')
    },
    now: () => 0,
    later: clock.later,
  })
  return { model, clock, log, server, around, at: () => model.state.get().at, steps: () => model.kept.get().steps }
}

test('[PG1] the steps go in any order, and each leads back to the three', async () => {
  const one = open()
  one.model.begin('tell')
  expect(one.at()).toBe('tell')
  one.model.back()
  one.model.begin('read')
  one.model.done()
  expect(one.at()).toBe('overview')
  expect(one.steps()).toEqual({ read: true, device: false, tell: false })
  await settled()
  expect(one.server.saved).toEqual([{ read: true }])
})

test('[PG2] what could not be sent is sent with what came since, as soon as there is a network', async () => {
  const one = open()
  one.server.refuse = new Refusal('offline')
  one.model.begin('read')
  one.model.done()
  one.model.begin('tell')
  one.model.typeQuestions('May I swim?')
  await one.clock.pass(2000)
  one.server.refuse = null
  await one.clock.pass(60_000)
  expect(one.server.saved).toEqual([{ read: true, questions: 'May I swim?' }])
})

test('[PG2] questions are kept as they are typed, and at once when one goes on', async () => {
  const one = open()
  one.model.begin('tell')
  one.model.typeQuestions('May I')
  one.model.typeQuestions('May I swim?')
  expect(one.server.saved).toEqual([])
  one.model.back()
  await settled()
  expect(one.server.saved).toEqual([{ questions: 'May I swim?' }])
  await one.clock.pass(60_000)
  expect(one.server.saved).toHaveLength(1)
})

test('[PG3] camera and microphone are opened once the device has its place, and let go with the step', async () => {
  const one = open()
  one.model.begin('device')
  expect([one.at(), one.log]).toEqual(['device', []])
  one.around.whose?.keepTalk({ answers: NO_TALK.answers, agreed: 'tablet' })
  one.around.placed()
  expect([one.at(), one.log]).toEqual(['check', ['talk closed', 'camera']])
  one.around.found(someFindings(0))
  expect(one.steps().device).toBe(true)
  one.model.done()
  expect(one.log.at(-1)).toBe('camera closed')
  await settled()
  expect(Object.assign({}, ...one.server.saved)).toMatchObject({ talk: { agreed: 'tablet' }, equipment: { at: 0 } })
})

test('[PG3] who agreed on a device tries camera and sound at once', () => {
  const agreed = { device: 'tablet', by: 'patient', byName: '', at: 0 } as const
  const one = open({ ...NOTHING, talk: { ...NO_TALK, agreed } })
  one.model.begin('device')
  expect([one.at(), one.log]).toEqual(['check', ['camera']])
})

test('[PG5] the last step is done when the clinic says so: a form may be left', async () => {
  const one = open()
  one.server.formLeft = true
  one.model.begin('tell')
  one.model.done()
  await settled()
  expect(one.steps().tell).toBe(false)
  one.server.formLeft = false
  one.model.begin('tell')
  one.model.done()
  await settled()
  expect(one.steps().tell).toBe(true)
})

test('[CAL1] the calendar’s file that does not come is said, and can be asked for again', async () => {
  const one = open()
  one.server.refuse = new Refusal('offline')
  await one.model.addToCalendar()
  expect(one.model.calendar.get()).toBe('failed')
  one.server.refuse = null
  await one.model.addToCalendar()
  expect([one.model.calendar.get(), one.log]).toEqual(['idle', ['calendar']])
})

test('[PG7] when the time comes a step goes on, and the three steps give way to coming in', () => {
  const one = open()
  expect(goesOn('early', one.at())).toBe(true)
  expect(goesOn('open', one.at())).toBe(false)
  one.model.begin('read')
  expect(goesOn('open', one.at())).toBe(true)
  one.model.back()
  expect(goesOn('open', one.at())).toBe(false)
  for (const over of ['cancelled', 'over', 'arrived'] as const) expect(goesOn(over, 'read')).toBe(false)
})
