// Being called: between the practitioner's join and the patient's own.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { PatientView } from '#contract/visit'
import { JOINS_AFTER_MS } from '#domain/called'
import {
  act,
  type Clinic,
  inNewArea,
  join,
  openClinic,
  openConsole,
  openPatient,
  type WaitingPatient,
  waitingPatient,
} from '../../../test/clinic.ts'
import type { Page } from '../../../test/page.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'

let server: TestServer
let people: Clinic
let clinic: Clinic
let person: WaitingPatient
let console: Page
beforeAll(async () => {
  server = await startTestServer()
  people = await openClinic(server)
})
beforeEach(async () => {
  clinic = await inNewArea(people)
  person = await waitingPatient(clinic)
  console = await openConsole(clinic.here)
})
afterAll(() => server.close())

const now = () => server.clock.now().getTime()
const call = async () => (await join(clinic.here, console, person.visitId)).view
const answer = (calledAt: number) => person.call<PatientView>('POST', '/api/patient/visit/join', { calledAt })
const own = async () => (await person.call<PatientView>('GET', '/api/patient/visit')).body
const attach = async () =>
  (await console.ask({ type: 'call.attach', visitId: person.visitId, callId: null, claim: true })).view
const calledAt = ({ state }: PatientView) => ('calledAt' in state ? state.calledAt : undefined)

describe('[V30] joined out of the queue', () => {
  test('the patient is called, and both sides are told until when', async () => {
    const at = now()
    expect((await call()).called).toEqual({ until: at + JOINS_AFTER_MS })
    const live = await person.page.hear('call.live')
    expect(live.state.calledAt).toBe(at)
    expect(calledAt(await own())).toBe(at)
  })

  test('their answer is told to both sides; a second one changes nothing', async () => {
    const at = now()
    await call()
    const { body } = await answer(at)
    expect(body.state.status).toBe('being-seen')
    expect(calledAt(body)).toBeUndefined()
    await console.hear('consultation', ({ view }) => view.status === 'being-seen' && view.called === undefined)
    await person.page.hear('visit', ({ view }) => view.state.status === 'being-seen' && calledAt(view) === undefined)
    expect((await answer(at)).status).toBe(200)
  })

  test('an answer to another call is none', async () => {
    await call()
    const { body } = await answer(now() - 1)
    expect(calledAt(body)).toBe(now())
  })

  test('where the area says so, only a press joins', async () => {
    await server.sql(`update areas set own = own || '{"joinsByItself": false}' where id = $1`, [clinic.area.id])
    expect((await call()).called).toEqual({ until: null })
    expect((await own()).area.waiting.joinsByItself).toBe(false)
  })

  test('once they have joined, neither page is called by coming anew', async () => {
    await call()
    await answer(now())
    expect((await attach())?.called).toBeUndefined()
    expect(calledAt((await openPatient(person)).opened)).toBeUndefined()
  })

  test('who is phoned is not called', async () => {
    await person.call('PUT', '/api/patient/visit', { phoneMe: true })
    const { body } = await act(clinic.here, person.visitId, 'join', { pageId: console.pageId, callId: null })
    expect((body as { view: object }).view).not.toHaveProperty('called')
    expect(calledAt(await own())).toBeUndefined()
  })

  test('who chooses the phone while they are called is called no more', async () => {
    await call()
    await person.call('PUT', '/api/patient/visit', { phoneMe: true })
    expect(calledAt(await own())).toBeUndefined()
    expect((await attach())?.called).toBeUndefined()
  })
})

describe('[V31] while they are called', () => {
  test('a page that is loaded anew has what is left of the time', async () => {
    const at = now()
    await call()
    server.clock.advance(4000)
    const { opened } = await openPatient(person)
    expect(calledAt(opened)).toBe(at)
    expect(opened.now).toBe(at + 4000)
  })

  test('who was away when the time was up is called anew', async () => {
    await call()
    await server.sql('update visits set away_since = now() where id = $1', [person.visitId])
    server.clock.advance(JOINS_AFTER_MS)
    const { opened } = await openPatient(person)
    expect(calledAt(opened)).toBe(now())
    expect((await attach())?.called).toEqual({ until: now() + JOINS_AFTER_MS })
  })

  test('on hold nobody is called, and after it anew', async () => {
    await call()
    await act(clinic.here, person.visitId, 'hold')
    expect(calledAt(await own())).toBeUndefined()
    server.clock.advance(60_000)
    await act(clinic.here, person.visitId, 'resume')
    expect(calledAt(await own())).toBe(now())
  })

  test('sent back, nobody is called, and the next join calls again', async () => {
    await call()
    await act(clinic.here, person.visitId, 'send-back')
    server.clock.advance(60_000)
    await call()
    expect(calledAt(await own())).toBe(now())
  })
})
