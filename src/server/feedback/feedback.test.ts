// Feedback of patients: who may give it, and what it comes to for those who keep the service.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { FeedbackBody, FeedbackReport } from '#contract/feedback'
import type { PatientView } from '#contract/visit'
import { act, type Clinic, inNewArea, join, openClinic, openConsole } from '../../../test/clinic.ts'
import { type PatientPerson, type Person, patient } from '../../../test/people.ts'
import { deleteWhatIsDue } from '../../../test/retention.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'

const DAY = 24 * 60 * 60_000
let server: TestServer
let people: Clinic
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer()
  people = await openClinic(server)
})
beforeEach(async () => {
  clinic = await inNewArea(people)
  await asks(true)
})
afterAll(() => server.close())

const asks = (feedback: boolean) =>
  server.sql('update areas set own = own || $2 where id = $1', [clinic.area.id, { feedback }])
const give = (who: PatientPerson, answers: FeedbackBody) =>
  who.call<FeedbackBody>('PUT', '/api/patient/feedback', answers)
const own = async (who: PatientPerson) => (await who.call<FeedbackBody>('GET', '/api/patient/feedback')).body

async function seen(): Promise<PatientPerson> {
  const person = await patient(server, clinic.area)
  await join(clinic.here, await openConsole(clinic.here), person.visitId)
  await act(clinic.here, person.visitId, 'end')
  return person
}
const reportTo = async (who: Person) => (await who.call<FeedbackReport>('GET', '/api/staff/feedback')).body
const ofArea = async (who: Person) => (await reportTo(who)).areas.find(({ id }) => id === clinic.area.id)

test('[FB1] the end says that it is asked, where the area asks, and nothing is taken before or elsewhere', async () => {
  const person = await seen()
  const end = async () => (await person.call<PatientView>('GET', '/api/patient/visit')).body.state
  expect(await end()).toMatchObject({ status: 'ended', feedback: true })
  const waits = await patient(server, clinic.area)
  expect((await give(waits, { media: 'yes' })).code).toBe('visit/no-feedback')
  await waits.call('POST', '/api/patient/visit/leave', {})
  expect((await give(waits, { media: 'yes' })).code).toBe('visit/no-feedback')
  await asks(false)
  expect(await end()).not.toHaveProperty('feedback')
  expect((await give(person, { media: 'yes' })).code).toBe('visit/no-feedback')
})

test('[FB1] who was phoned is not asked about a video call', async () => {
  const person = await patient(server, clinic.area)
  await person.call('PUT', '/api/patient/visit', { phoneMe: true })
  await join(clinic.here, await openConsole(clinic.here), person.visitId)
  await act(clinic.here, person.visitId, 'end')
  const { state } = (await person.call<PatientView>('GET', '/api/patient/visit')).body
  expect(state).toMatchObject({ status: 'ended', outcome: 'completed' })
  expect(state).not.toHaveProperty('feedback')
  expect((await give(person, { again: 'no' })).code).toBe('visit/no-feedback')
  expect(await ofArea(clinic.administrator)).toMatchObject({ visits: 0, patients: 0 })
})

test('[FB2] each answer is kept by itself, and can be changed', async () => {
  const person = await seen()
  expect(await own(person)).toEqual({})
  await give(person, { media: 'partly' })
  await give(person, { again: 'yes' })
  expect((await give(person, { media: 'no' })).body).toEqual({ media: 'no', again: 'yes' })
  expect(await own(person)).toEqual({ media: 'no', again: 'yes' })
  expect((await give(person, { media: 'wonderful' } as never)).code).toBe('request/invalid')
})

test('[FB3] counts for who keeps the area, from five patients on, of the last ninety days', async () => {
  for (let at = 0; at < 4; at += 1) await give(await seen(), { media: at === 0 ? 'no' : 'yes' })
  expect(await ofArea(clinic.administrator)).toMatchObject({ asks: true, visits: 4, patients: 4, told: null })
  await give(await seen(), { media: 'yes', needs: 'partly' })
  const { told } = (await ofArea(clinic.administrator)) ?? {}
  expect(told?.answers).toEqual({
    media: { yes: 4, partly: 0, no: 1 },
    needs: { yes: 0, partly: 1, no: 0 },
    again: { yes: 0, partly: 0, no: 0 },
  })
  expect(await ofArea(clinic.serviceAdministrator)).toBeUndefined()
  expect(await ofArea(clinic.otherAdministrator)).toBeUndefined()
  server.clock.advance(91 * DAY)
  expect(await ofArea(await freshly(clinic.administrator))).toMatchObject({ visits: 0, patients: 0 })
})

test('[FB3] a service administrator reads those of their own areas alone', async () => {
  const { areas } = await reportTo(await freshly(people.serviceAdministrator))
  expect(areas.map(({ name }) => name)).toEqual(['Knee clinic'])
})

test('[FB5] the answers stay as statistics once nothing says whose visit it was', async () => {
  const person = await seen()
  await give(person, { media: 'no' })
  server.clock.advance(2 * 60 * 60_000)
  await deleteWhatIsDue(server)
  const [row] = await server.sql(
    'select f.media, d.visit_id as details from feedback f left join visit_details d using (visit_id) where f.visit_id = $1',
    [person.visitId],
  )
  expect(row).toEqual({ media: 'no', details: null })
})

/** Their sign-in does not last as long as the clock was moved. */
async function freshly<P extends Person>(who: P): Promise<P> {
  await server.sql('update sessions set expires_at = $1, last_active_at = $2', [
    new Date(server.clock.now().getTime() + DAY),
    server.clock.now(),
  ])
  return who
}
