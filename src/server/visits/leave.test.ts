import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lastLine, linesSince } from '../../../test/audit/written.ts'
import {
  act,
  type Clinic,
  join,
  openClinic,
  openConsole,
  openPatient,
  patientIn,
  waitingPatient,
} from '../../../test/clinic.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'

let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer()
  clinic = await openClinic(server)
})
afterAll(() => server.close())

/** A patient in a call with a practitioner's page. */
async function live(console = openConsole(clinic.here)) {
  const person = await waitingPatient(clinic)
  const desk = await console
  const { ticket } = await join(clinic.here, desk, person.visitId)
  await person.page.hear('call.live')
  return { person, desk, visitId: person.visitId, callId: ticket.callId }
}

/** From the practitioner's page to the patient's. */
const signal = (call: { visitId: string; callId: string }) =>
  ({ type: 'call.signal', ...named(call), to: patientIn(call.visitId), payload: { candidate: null } }) as const

const statusOf = async (visitId: string) =>
  (await server.sql<{ status: string }>('select status from visits where id = $1', [visitId]))[0]?.status

describe('a page that leaves a consultation', () => {
  test('[RT27] hears no more of it: another page of its patient brings no call to whoever is seen now', async () => {
    const anna = await live()
    await act(clinic.here, anna.visitId, 'hold')
    await anna.desk.ask({ type: 'call.leave', visitId: anna.visitId })
    const bert = await live(Promise.resolve(anna.desk))
    anna.desk.forget()
    anna.person.page.close()
    const { page } = await openPatient(anna.person)
    await page.hear('call.live')
    // What it would have heard came before the answer to this.
    await anna.desk.ask({ type: 'call.release', visitId: bert.visitId, callId: randomUUID() })
    expect(anna.desk.heard('call.offered')).toEqual([])
    expect(await anna.desk.say(signal(anna))).toMatchObject({
      code: 'access/not-allowed',
    })
    await anna.desk.ask(signal(bert))
    expect(await bert.person.page.hear('call.signal')).toMatchObject(named(bert))
  })

  test('[V18] leaves nobody in a call: the patient is put on hold at once', async () => {
    const { person, desk, visitId } = await live()
    const before = await lastLine(server)
    await desk.ask({ type: 'call.leave', visitId })
    await person.page.hear('visit', ({ view }) => view.state.status === 'on-hold')
    expect(await statusOf(visitId)).toBe('on-hold')
    expect((await linesSince(server, before)).filter(({ action }) => action === 'visit.left-alone')).toMatchObject([
      { who_kind: 'system', subject_kind: 'visit', subject_id: visitId },
    ])
  })

  test('[V18] that is not the one that holds it changes nothing', async () => {
    const { desk, visitId } = await live()
    const newer = await openConsole(clinic.here)
    await newer.ask({ type: 'call.attach', visitId, callId: null, claim: true })
    await desk.ask({ type: 'call.leave', visitId })
    await (await openConsole(clinic.colleague)).ask({ type: 'call.leave', visitId })
    expect(await statusOf(visitId)).toBe('being-seen')
  })
})

test('[RT28] a confirmation whose page is gone is released; a live call is not', async () => {
  const person = await waitingPatient(clinic)
  const desk = await openConsole(clinic.here)
  const { ticket } = await desk.ask({ type: 'call.prepare', visitId: person.visitId })
  desk.close()
  expect(await person.page.hear('call.released')).toMatchObject({ visitId: person.visitId, callId: ticket.callId })
  const call = await live()
  call.desk.close()
  await sleep(200)
  expect(call.person.page.heard('call.released')).toEqual([])
})

test('[RT29] of two pages that attach at once the later has the consultation, and both know', async () => {
  for (let round = 0; round < 10; round++) {
    const { desk, visitId } = await live()
    const other = await openConsole(clinic.here)
    const attach = { type: 'call.attach', visitId, callId: null, claim: true } as const
    const [one, two] = await Promise.all([desk.ask(attach), other.ask(attach)])
    const [row] = await server.sql<{ page: string; call: string }>(
      'select page_id as page, call_id as call from consultations where visit_id = $1 and ended_at is null',
      [visitId],
    )
    const [winner, loser] = row?.page === desk.pageId ? [desk, other] : [other, desk]
    expect((winner === desk ? one : two).ticket.callId).toBe(row?.call)
    await loser.hear('taken-over', (heard) => heard.visitId === visitId)
    expect(winner === other ? winner.heard('taken-over') : []).toEqual([])
    await winner.ask(signal({ visitId, callId: row?.call ?? '' }))
  }
})

test('[RT30] a page of another visit of the same browser is told that it is gone, and nothing is mixed', async () => {
  const [anna, bert] = [await waitingPatient(clinic), await waitingPatient(clinic)]
  const say = (headers: Record<string, string>) =>
    bert.call('POST', '/api/patient/messages', { id: randomUUID(), text: 'From the other tab' }, headers)
  expect(await say({ 'x-bedside': '1', 'x-bedside-visit': anna.visitId })).toMatchObject({
    status: 404,
    code: 'visit/not-found',
  })
  expect((await say({ 'x-bedside': '1', 'x-bedside-visit': bert.visitId })).status).toBe(200)
  expect(
    await bert.page.say({ type: 'patient.open', visitId: anna.visitId, pageId: bert.page.pageId, claim: true }),
  ).toMatchObject({ ok: false, code: 'visit/not-found' })
})

test('[RT30] a page of somebody else who was signed in at this browser before does nothing in their place', async () => {
  const other = { 'x-bedside-person': clinic.colleague.me.personId }
  expect(await clinic.here.call('GET', '/api/staff/me', undefined, other)).toMatchObject({
    status: 401,
    code: 'access/sign-in-needed',
  })
  await expect(clinic.here.socket({ personId: clinic.colleague.me.personId })).rejects.toThrow('access/sign-in-needed')
})

const named = ({ visitId, callId }: { visitId: string; callId: string }) => ({ visitId, callId })
