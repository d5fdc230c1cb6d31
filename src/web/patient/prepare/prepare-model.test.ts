// Getting ready, from the first question to the end, in a made-up visit.
import { describe, expect, it } from 'vitest'
import type { DeviceTalk } from '#contract/plan'
import type { DeviceAnswers } from '#domain/advice'
import { NOTHING_FOUND } from '#domain/equipment'
import { someFindings } from '../../../../test/made-up-findings.ts'
import { NINE, SEEN, settled, viewOf, WAITING } from '../../../../test/patient/made-up.ts'
import { CAMERA, madeUpCheck } from '../../../../test/patient/made-up-check.ts'
import { madeUpVisit, VISIT } from '../../../../test/patient/made-up-visit.ts'
import type { ThisDevice } from '../door/this-device.ts'
import { createPrepare } from './prepare-model.ts'
import type { Answer } from './talk.ts'

const WALKING = {
  id: 'walking-and-balance',
  basedOn: 'walking-and-balance',
  view: 'whole-body',
  devices: { first: ['laptop', 'tablet'], second: ['smartphone'], avoid: ['desktop'] },
  wording: { name: null, reason: null, position: null, wear: null, have: null, safety: null },
} satisfies ReturnType<typeof viewOf>['plan']

const ANSWERS: DeviceTalk['answers'] = {
  devices: ['smartphone', 'tablet'],
  preference: 'smartphone',
  canHold: 'yes',
  canMoveDevice: null,
  alone: true,
  helperCanHold: null,
  stand: true,
  ownKit: [],
}

async function preparing(first = viewOf(WAITING, { plan: WALKING }), here: ThisDevice = 'smartphone') {
  const one = madeUpVisit(first)
  await one.server.open()
  const checked = madeUpCheck()
  const shelf = { yes: false }
  const prepare = createPrepare(one.visit, {
    ...checked.world,
    here,
    lastWorked: {
      possible: true,
      kept: () => shelf.yes,
      keep: (yes) => {
        shelf.yes = yes
      },
    },
  })
  const push = async (talk: DeviceTalk, more: Parameters<typeof viewOf>[1] = {}) => {
    await one.push(WAITING, { plan: WALKING, talk, now: NINE + 1, ...more })
  }
  return { ...one, checked, shelf, prepare, pushTalk: push, step: () => prepare.state.get().step }
}

const ALL: readonly Answer[] = [
  { to: 'devices', devices: ['smartphone', 'tablet'] },
  { to: 'preference', preference: 'smartphone' },
  { to: 'hold', canHold: 'yes' },
  { to: 'alone', alone: true },
  { to: 'stand', stand: true },
  { to: 'hearing', hardOfHearing: false },
  { to: 'kit', ownKit: [] },
]

const given = (change: Partial<DeviceAnswers>): DeviceAnswers => ({ ...ANSWERS, ...change })

describe('the talk', () => {
  it('[GR3] goes from question to question, with the device in hand ticked, and one back', async () => {
    const one = await preparing()
    expect(one.step()).toEqual({ at: 'question', question: 'devices', number: 1, total: 6 })
    expect(one.prepare.state.get().answers.devices).toEqual(['smartphone'])
    expect(one.prepare.state.get().back).toBeNull()
    one.prepare.answer({ to: 'devices', devices: ['smartphone', 'tablet'] })
    expect(one.step()).toEqual({ at: 'question', question: 'preference', number: 2, total: 7 })
    one.prepare.state.get().back?.()
    expect(one.step()).toMatchObject({ question: 'devices' })
    expect(one.prepare.state.get().answers.devices).toEqual(['smartphone', 'tablet'])
  })

  it('[GR4] is kept when it is answered, and when it is agreed', async () => {
    const one = await preparing()
    for (const answer of ALL) one.prepare.answer(answer)
    expect(one.step()).toEqual({ at: 'advice' })
    expect(one.prepare.state.get().advice.offer.is).not.toBe('nothing-known')
    await settled()
    expect(one.kept.talks).toEqual([{ answers: given({ hardOfHearing: false }), agreed: null }])
    one.prepare.agree('smartphone')
    await settled()
    expect(one.kept.talks[1]).toEqual({ answers: given({ hardOfHearing: false }), agreed: 'smartphone' })
    expect(one.visit.view.get().talk.agreed).toMatchObject({ device: 'smartphone', by: 'patient' })
  })

  it('[GR4] what was answered is kept too when the rest is left out', async () => {
    const one = await preparing()
    one.prepare.answer({ to: 'devices', devices: ['tablet'] })
    one.prepare.next()
    await settled()
    expect(one.step()).toEqual({ at: 'place' })
    expect(one.kept.talks).toMatchObject([{ answers: { devices: ['tablet'] }, agreed: null }])
  })

  it('[GR6] the device in hand goes on; another one says how to get there', async () => {
    const one = await preparing()
    one.prepare.agree('smartphone')
    expect(one.step()).toEqual({ at: 'place' })
    one.prepare.agree('tablet')
    expect(one.step()).toEqual({ at: 'change', device: 'tablet' })
    one.prepare.state.get().back?.()
    expect(one.step()).toEqual({ at: 'advice' })
    one.prepare.stay()
    expect(one.step()).toEqual({ at: 'place' })
    expect(one.prepare.state.get().agreed?.device).toBe('smartphone')
    const desk = await preparing(viewOf(WAITING), 'computer')
    desk.prepare.agree('laptop')
    expect(desk.step()).toEqual({ at: 'place' })
    desk.prepare.agree('tablet')
    desk.prepare.stay()
    expect(desk.prepare.state.get()).toMatchObject({ agreed: null, step: { at: 'place' } })
  })

  it('[GR5] what a practitioner agrees comes at once, also in the midst of a question', async () => {
    const one = await preparing()
    const agreed = { device: 'tablet', by: 'practitioner', byName: 'Dev Rao', at: NINE } as const
    await one.pushTalk({ answers: ANSWERS, agreed })
    expect(one.step()).toEqual({ at: 'advice' })
    expect(one.prepare.state.get()).toMatchObject({ agreed, answers: ANSWERS })
  })

  it('[GR5] their answers alone leave the question where it is', async () => {
    const one = await preparing()
    one.prepare.answer({ to: 'devices', devices: ['tablet'] })
    const before = one.step()
    await one.pushTalk({ answers: { ...ANSWERS, alone: false }, agreed: null })
    expect(one.step()).toEqual(before)
    expect(one.prepare.state.get().answers.alone).toBe(false)
  })

  it('[GR5] another plan changes the advice at once', async () => {
    const one = await preparing(viewOf(WAITING))
    expect(one.prepare.state.get().purpose.id).toBe('talking')
    await one.push(WAITING, { plan: WALKING, now: NINE + 1 })
    expect(one.prepare.state.get().purpose.id).toBe('walking-and-balance')
  })
})

describe('after a reload', () => {
  const agreed = { device: 'tablet', by: 'patient', byName: 'Nia', at: NINE } as const

  it('[GR4] goes on where the visit is', async () => {
    const talk = { answers: ANSWERS, agreed: null }
    expect((await preparing(viewOf(WAITING, { talk: { ...talk, agreed } }))).step()).toEqual({ at: 'place' })
    expect((await preparing(viewOf(WAITING, { equipment: someFindings(NINE) }))).step()).toEqual({
      at: 'ready',
    })
    // What was left open is asked.
    const half = { ...ANSWERS, stand: null }
    expect((await preparing(viewOf(WAITING, { talk: { answers: half, agreed: null } }))).step()).toMatchObject({
      question: 'stand',
    })
  })

  it('[GR5] what a practitioner agreed meanwhile is shown first', async () => {
    const theirs = { answers: ANSWERS, agreed: { ...agreed, by: 'practitioner' as const } }
    expect((await preparing(viewOf(WAITING, { talk: theirs }))).step()).toEqual({ at: 'advice' })
  })
})

describe('the check in it', () => {
  async function checking() {
    const one = await preparing()
    one.prepare.next()
    one.prepare.next()
    expect(one.step()).toEqual({ at: 'check' })
    one.checked.know({ camera: CAMERA })
    return one
  }

  it('[GR12] a call that begins stops it at once, and keeps what was found', async () => {
    const one = await checking()
    await one.push(SEEN, { now: NINE + 1 })
    expect(one.checked.told.stopped).toBe(1)
    expect(one.kept.findings).toMatchObject([{ camera: CAMERA, connection: null }])
  })

  it('[GR12] so does another page of the same person', async () => {
    const one = await checking()
    await one.server.push({ type: 'taken-over', visitId: VISIT })
    expect(one.checked.told.stopped).toBe(1)
  })

  it('[GR2] each part can be left out', async () => {
    const one = await preparing()
    const seen = [one.step().at]
    for (let press = 0; press < 3; press++) {
      one.prepare.next()
      seen.push(one.step().at)
    }
    expect(seen).toEqual(['question', 'place', 'check', 'ready'])
  })

  it('[GR15] remembers on this device only when it is ticked', async () => {
    const one = await checking()
    expect(one.prepare.state.get().remembered).toBe(false)
    one.prepare.remember(true)
    expect(one.shelf.yes).toBe(true)
    expect(one.prepare.state.get().remembered).toBe(true)
    one.prepare.remember(false)
    expect(one.shelf.yes).toBe(false)
  })
})

it('[EC47] who has only been through the proofs at the door has not finished getting ready', async () => {
  const { step } = await preparing(viewOf(WAITING, { plan: WALKING, equipment: { ...NOTHING_FOUND, camera: CAMERA } }))
  expect(step()).toMatchObject({ at: 'question' })
})
