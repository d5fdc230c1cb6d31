import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Me } from '#contract/people'
import type { PatientView } from '#contract/visit'
import { act, type Clinic, inNewArea, join, openClinic, openConsole, waitingPatient } from '../../../test/clinic.ts'
import { found } from '../../../test/made-up-equipment.ts'
import { patient } from '../../../test/people.ts'
import { PLAN, TALK } from '../../../test/plans.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'

const FINDINGS = found()

let server: TestServer
let people: Clinic
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer()
  people = await openClinic(server)
})
beforeEach(async () => {
  clinic = await inNewArea(people)
})
afterAll(() => server.close())

const choose = (visitId: string, planId: string, by = clinic.here) =>
  by.call('PUT', `/api/staff/visits/${visitId}/plan`, { planId })
const own = async (person: Awaited<ReturnType<typeof waitingPatient>>) =>
  (await person.call<PatientView>('GET', '/api/patient/visit')).body

describe('what a visit is for', () => {
  test('[V10] the plan of its area, until somebody who serves the area chooses another', async () => {
    const person = await waitingPatient(clinic)
    const console = await openConsole(clinic.colleague)
    expect(person.view.plan).toMatchObject({ id: 'talking', view: 'face' })
    expect((await choose(person.visitId, 'skin')).status).toBe(200)
    await person.page.hear('visit', ({ view }) => view.plan.id === 'skin' && view.plan.view === 'close-up')
    await console.hear('area', ({ view }) => view.visits[0]?.planId === 'skin')
    const { view } = await join(clinic.here, await openConsole(clinic.here), person.visitId)
    expect(view.plan).toMatchObject({ id: 'skin', view: 'close-up' })
  })

  test('[V10] during the consultation both sides hear of another', async () => {
    const person = await waitingPatient(clinic)
    const console = await openConsole(clinic.here)
    await join(clinic.here, console, person.visitId)
    await choose(person.visitId, 'upper-limb')
    await console.hear('consultation', ({ view }) => view.plan.id === 'upper-limb')
    await person.page.hear('visit', ({ view }) => view.plan.id === 'upper-limb')
  })

  test('[V10] everyone who waits hears what their area is for now, but for those for whom somebody chose', async () => {
    const [chosen, other] = [await waitingPatient(clinic), await waitingPatient(clinic)]
    await choose(chosen.visitId, 'skin')
    await clinic.administrator.call('PUT', `/api/staff/settings/areas/${clinic.area.id}/own`, {
      set: { planId: 'exercise-class' },
      giveBack: [],
    })
    await other.page.hear('visit', ({ view }) => view.plan.id === 'exercise-class')
    expect((await own(chosen)).plan.id).toBe('skin')
  })

  test('[V10] nothing can be chosen that the organisation does not offer', async () => {
    const person = await waitingPatient(clinic)
    const made = await clinic.otherAdministrator.call<{ plans: { id: string }[] }>('POST', '/api/staff/plans', PLAN)
    const theirs = made.body.plans.find(({ id }) => id.startsWith('own-'))?.id ?? ''
    for (const planId of ['no-such-plan', theirs])
      expect((await choose(person.visitId, planId)).code).toBe('plan/not-found')
    expect((await own(person)).plan.id).toBe('talking')
  })
})

describe('the talk about devices', () => {
  const talkAsStaff = (visitId: string, body: unknown, by = clinic.here) =>
    by.call('PUT', `/api/staff/visits/${visitId}/talk`, body)
  const talkAsPatient = (person: Awaited<ReturnType<typeof waitingPatient>>, body: unknown) =>
    person.call<PatientView>('PUT', '/api/patient/visit/talk', body)

  test('[V11] either side leads it; the newest answers stand and everyone sees them', async () => {
    const person = await waitingPatient(clinic)
    const console = await openConsole(clinic.here)
    const replied = await talkAsPatient(person, TALK)
    expect(replied.body.talk).toEqual({ answers: TALK.answers, agreed: null })
    await console.hear('area', ({ view }) => view.visits[0]?.talk.answers.preference === 'tablet')
    const answers = { ...TALK.answers, preference: 'smartphone' }
    expect((await talkAsStaff(person.visitId, { answers, agreed: null })).status).toBe(200)
    await person.page.hear('visit', ({ view }) => view.talk.answers.preference === 'smartphone')
    const { view } = await join(clinic.here, console, person.visitId)
    expect(view.talk).toEqual({ answers, agreed: null })
  })

  test('[V11] what was agreed says who, by name and when, and lasts until something else is agreed', async () => {
    const person = await waitingPatient(clinic)
    const agreedAt = server.clock.now().getTime()
    const first = (await talkAsPatient(person, { ...TALK, agreed: 'tablet' })).body.talk.agreed
    expect(first).toEqual({ device: 'tablet', by: 'patient', byName: person.typed.firstName, at: agreedAt })
    server.clock.advance(60_000)
    await talkAsStaff(person.visitId, TALK)
    await talkAsStaff(person.visitId, { ...TALK, agreed: 'tablet' })
    expect((await own(person)).talk.agreed).toEqual(first)
    await talkAsStaff(person.visitId, { ...TALK, agreed: 'smartphone' })
    expect((await own(person)).talk.agreed).toEqual({
      device: 'smartphone',
      by: 'practitioner',
      byName: 'Priya Raman',
      at: agreedAt + 60_000,
    })
  })

  test('[R43] what was agreed is forgotten once that device is no longer theirs', async () => {
    const person = await waitingPatient(clinic)
    await talkAsPatient(person, { ...TALK, agreed: 'tablet' })
    const answers = { ...TALK.answers, devices: ['smartphone'], preference: null }
    expect((await talkAsPatient(person, { answers, agreed: null })).body.talk).toEqual({ answers, agreed: null })
  })

  test("[V11] of names, the visit keeps a practitioner's alone", async () => {
    const person = await waitingPatient(clinic)
    await talkAsPatient(person, { ...TALK, agreed: 'tablet' })
    const [row] = await server.sql<{ talk: unknown }>('select talk from visits where id = $1', [person.visitId])
    expect(row?.talk).toMatchObject({ agreed: { by: 'patient', byName: '' } })
  })
})

describe('equipment', () => {
  const send = (person: Pick<Clinic['here'], 'call'>, findings: unknown, path = '/api/patient/visit/equipment') =>
    person.call('PUT', path, findings)

  test('[V12] what a page found out is kept with the visit by the clock of the server, and staff see it', async () => {
    const person = await waitingPatient(clinic)
    const console = await openConsole(clinic.here)
    const aDayWrong = { ...FINDINGS, at: server.clock.now().getTime() - 86_400_000 }
    expect((await send(person, aDayWrong)).status).toBe(200)
    const kept = { ...FINDINGS, at: server.clock.now().getTime() }
    await console.hear('area', ({ view }) => view.visits[0]?.equipment?.at === kept.at)
    expect((await person.page.hear('visit', ({ view }) => view.equipment !== null)).view.equipment).toEqual(kept)
    const { view } = await join(clinic.here, console, person.visitId)
    expect(view.equipment).toEqual(kept)
    await send(person, { ...FINDINGS, camera: null })
    await console.hear('consultation', ({ view }) => view.equipment !== null && view.equipment.camera === null)
  })

  test('[V12] what it does not declare, or cannot be, is not kept', async () => {
    const person = await waitingPatient(clinic)
    const camera = { ...FINDINGS.camera, label: 'Jean\u2019s webcam' }
    expect((await send(person, { ...FINDINGS, camera, serial: 'C02' })).status).toBe(200)
    expect((await own(person)).equipment).toEqual({ ...FINDINGS, at: server.clock.now().getTime() })
    for (const device of [
      { ...FINDINGS.device, systemVersion: 'Jean' },
      { ...FINDINGS.device, systemVersion: '1'.repeat(21) },
    ])
      expect((await send(person, { ...FINDINGS, device })).code).toBe('request/invalid')
  })

  test('[V13] a practitioner finds their own wherever they sign in; a consultation keeps them as they were at its start', async () => {
    const { here } = clinic
    const reply = await here.call<Me>('PUT', '/api/staff/equipment', FINDINGS)
    const kept = { ...FINDINGS, at: server.clock.now().getTime() }
    expect(reply.body.equipment).toEqual(kept)
    const person = await waitingPatient(clinic)
    const { view } = await join(here, await openConsole(here), person.visitId)
    server.clock.advance(60_000)
    await here.call('PUT', '/api/staff/equipment', { ...FINDINGS, camera: null })
    expect((await here.call<Me>('GET', '/api/staff/me')).body.equipment).toMatchObject({ camera: null })
    const rows = await server.sql('select practitioner_equipment as kept from consultations where id = $1', [
      view.consultationId,
    ])
    expect(rows).toEqual([{ kept }])
    expect((await clinic.colleague.call<Me>('GET', '/api/staff/me')).body.equipment).toBeNull()
  })
})

test('[V14] nothing of a visit that has ended is changed', async () => {
  const person = await patient(server, clinic.area)
  await act(clinic.here, person.visitId, 'remove')
  const tried = [
    await choose(person.visitId, 'skin'),
    await clinic.here.call('PUT', `/api/staff/visits/${person.visitId}/talk`, TALK),
    await person.call('PUT', '/api/patient/visit/talk', TALK),
    await person.call('PUT', '/api/patient/visit/equipment', FINDINGS),
  ]
  expect(tried.map(({ code }) => code)).toEqual(Array(4).fill('visit/already-ended'))
})
