// Trying everything out, without a visit.
import { expect, it } from 'vitest'
import { fakeLocal } from '../../../../test/call/fake-call.ts'
import { settled } from '../../../../test/patient/made-up.ts'
import { madeUpCheck } from '../../../../test/patient/made-up-check.ts'
import { Refusal } from '../../net/api.ts'
import type { EquipmentModel, EquipmentResult } from '../equipment/equipment-model.ts'
import { createCheck } from '../prepare/check-model.ts'
import { createPractice } from './practice-model.ts'

function practising(answers = true) {
  const checked = madeUpCheck()
  const closed: string[] = []
  const person = { done: (_: EquipmentResult) => {} }
  let opened = 0
  const practice = createPractice({
    async welcome() {
      if (!answers) throw new Refusal('offline')
      return { organisationName: 'Hillside Health', sample: false, support: { phone: '', email: '' }, now: 0 }
    },
    openLocal() {
      const name = `local ${++opened}`
      return { ...fakeLocal(), close: () => void closed.push(name) }
    },
    openEquipment(_, done) {
      person.done = done
      return { close: () => void closed.push('equipment') } as unknown as EquipmentModel
    },
    openCheck: (_, heard) => {
      checked.facts.heard = heard
      return createCheck(checked.world, null)
    },
  })
  return { practice, checked, closed, person, at: () => practice.step.get().at }
}

const WELL = { picture: 'works', sound: 'works', heard: true, spoke: true } as const

it('[GR16] goes from the start through the proofs to the check, and lets the camera go once it was looked at', async () => {
  const one = practising()
  expect(one.at()).toBe('start')
  one.practice.begin()
  expect(one.at()).toBe('equipment')
  one.person.done(WELL)
  expect(one.at()).toBe('check')
  expect(one.closed).toEqual(['equipment'])
  expect(one.checked.facts.heard).toBe(true)
  one.checked.devicesDone()
  await settled()
  expect(one.closed).toEqual(['equipment', 'local 1'])
})

it('[GR16] once more begins with camera and microphone of its own', async () => {
  const one = practising()
  one.practice.begin()
  one.person.done(WELL)
  one.practice.begin()
  expect(one.at()).toBe('equipment')
  expect(one.checked.told.stopped).toBe(1)
  expect(one.closed).toEqual(['equipment', 'local 1'])
})

it('[GR16] waits for nothing: a server that does not answer only leaves the name away', async () => {
  const named = practising()
  const silent = practising(false)
  await settled()
  expect(named.practice.welcome.get()?.organisationName).toBe('Hillside Health')
  expect(silent.practice.welcome.get()).toBeNull()
  silent.practice.begin()
  expect(silent.at()).toBe('equipment')
})
