import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PatientView } from '#contract/visit'
import { act, type Clinic, join, openClinic, openConsole, waitingPatient } from '../../../test/clinic.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'

let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer()
  clinic = await openClinic(server)
})
afterAll(() => server.close())

interface Row {
  id: string
  kind: string
  standing: string
  visit_id: string | null
  person_id: string | null
  state: string
  left: boolean
}

/** Of every consultation of a visit, the oldest first. */
const participantsOf = (visitId: string) =>
  server.sql<Row>(
    `select one.id, kind, standing, one.visit_id, person_id, state, left_at is not null as left
     from participants one join consultations held on held.id = consultation_id
     where held.visit_id = $1 order by held.started_at, kind`,
    [visitId],
  )

const statesOf = async (visitId: string) => (await participantsOf(visitId)).map(({ kind, state }) => `${kind} ${state}`)
const both = (state: string) => [`patient ${state}`, `practitioner ${state}`]

async function joined() {
  const person = await waitingPatient(clinic)
  const console = await openConsole(clinic.here)
  const { ticket } = await join(clinic.here, console, person.visitId)
  return { person, console, ticket, visitId: person.visitId }
}

test('[PT1] the join makes the patient and the practitioner participants, by the ids of the ticket', async () => {
  const { visitId, ticket } = await joined()
  const personId = clinic.here.me.personId
  const here = { state: 'admitted', left: false }
  expect(await participantsOf(visitId)).toEqual([
    { id: ticket.remoteId, kind: 'patient', standing: 'participant', visit_id: visitId, person_id: null, ...here },
    { id: ticket.participantId, kind: 'practitioner', standing: 'host', visit_id: null, person_id: personId, ...here },
  ])
})

test('[PT5] both sides’ views name them as the ticket does, with where they are', async () => {
  const { person, console, visitId, ticket } = await joined()
  const live = await person.page.hear('call.live')
  const { body } = await person.call<PatientView>('GET', '/api/patient/visit')
  for (const state of [live.state, body.state]) expect(state).toMatchObject({ participantId: ticket.participantId })
  const named = (state: string) => [
    { participantId: ticket.remoteId, kind: 'patient', standing: 'participant', state },
    { participantId: ticket.participantId, kind: 'practitioner', standing: 'host', state },
  ]
  const attach = { type: 'call.attach', visitId, callId: ticket.callId, claim: false } as const
  expect((await console.ask(attach)).view?.participants).toEqual(named('admitted'))
  await act(clinic.here, visitId, 'hold')
  expect((await console.ask(attach)).view?.participants).toEqual(named('on-hold'))
  expect(JSON.stringify([live, body])).not.toContain(clinic.here.me.personId)
})

test('[PT2] they go on hold and come back with the visit, and joining again makes nobody twice', async () => {
  const { visitId } = await joined()
  await act(clinic.here, visitId, 'hold')
  expect(await statesOf(visitId)).toEqual(both('on-hold'))
  await act(clinic.here, visitId, 'resume')
  expect(await statesOf(visitId)).toEqual(both('admitted'))
  await join(clinic.here, await openConsole(clinic.here), visitId)
  expect(await statesOf(visitId)).toEqual(both('admitted'))
})

test('[PT2] they have left when the patient waits again, and are in the next consultation by the same ids', async () => {
  const { visitId } = await joined()
  await act(clinic.here, visitId, 'send-back')
  expect((await participantsOf(visitId)).map(({ state, left }) => [state, left])).toEqual([
    ['left', true],
    ['left', true],
  ])
  server.clock.advance(1000)
  await join(clinic.here, await openConsole(clinic.here), visitId)
  expect(await statesOf(visitId)).toEqual([...both('left'), ...both('admitted')])
  const ids = (await participantsOf(visitId)).map(({ id }) => id)
  expect(ids.slice(2)).toEqual(ids.slice(0, 2))
})

test('[PT2] they have left when the patient leaves by themselves', async () => {
  const { visitId, person } = await joined()
  await person.call('POST', '/api/patient/visit/leave', {})
  expect(await statesOf(visitId)).toEqual(both('left'))
})

test('[PT3] called back they are there again; after a signed note in a consultation of its own', async () => {
  const { visitId } = await joined()
  await act(clinic.here, visitId, 'end')
  expect(await statesOf(visitId)).toEqual(both('left'))
  await clinic.here.call('POST', `/api/staff/visits/${visitId}/reopen`, {})
  expect(await statesOf(visitId)).toEqual(both('admitted'))
  const [note] = await server.sql<{ id: string }>('select id from consultations where visit_id = $1', [visitId])
  await clinic.here.call('PUT', `/api/staff/notes/${note?.id}`, { text: 'Better.', revision: 0 })
  await act(clinic.here, visitId, 'end')
  await clinic.here.call('POST', `/api/staff/notes/${note?.id}/sign`, {})
  server.clock.advance(1000)
  await clinic.here.call('POST', `/api/staff/visits/${visitId}/reopen`, {})
  expect(await statesOf(visitId)).toEqual([...both('left'), ...both('admitted')])
})
