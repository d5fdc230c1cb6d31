import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { act, type Clinic, join, openClinic, openConsole, openPatient, waitingPatient } from '../../../test/clinic.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'

let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer()
  clinic = await openClinic(server)
})
afterAll(() => server.close())

test('[RT4] the newer page takes over, the older is told and hears no more', async () => {
  const person = await waitingPatient(clinic)
  const older = person.page
  const { page: newer } = await openPatient(person)
  await older.hear('taken-over')
  older.forget()
  await newer.ask({ type: 'patient.equipment', picture: 'off', sound: 'off' })
  await newer.hear('visit')
  expect(older.heard('visit')).toEqual([])
})

test('[RT4] [RT5] the older page stays where it was: reconnecting takes nothing back, choosing it does', async () => {
  const person = await waitingPatient(clinic)
  const older = person.page
  const { page: newer } = await openPatient(person)
  await older.cut()
  const returned = await older.ask({
    type: 'patient.open',
    visitId: person.visitId,
    pageId: older.pageId,
    claim: false,
  })
  expect(returned.holder).toBe(false)
  expect(newer.heard('taken-over')).toEqual([])
  const chosen = await older.ask({ type: 'patient.open', visitId: person.visitId, pageId: older.pageId, claim: true })
  expect(chosen.holder).toBe(true)
  await newer.hear('taken-over')
})

/** Keeps whoever wants to change this row waiting for a moment. */
const heldUp = (table: 'visits' | 'consultations', column: 'id' | 'visit_id', id: string) =>
  server.sql(`select pg_sleep(0.5) from (select 1 from ${table} where ${column} = $1 for update) held`, [id])

test('[RT4] whoever takes a page back at once has it, and the newer is told', async () => {
  const person = await waitingPatient(clinic)
  const older = person.page
  const held = heldUp('visits', 'id', person.visitId)
  const opening = openPatient(person)
  await older.hear('taken-over')
  const chosen = await older.ask({ type: 'patient.open', visitId: person.visitId, pageId: older.pageId, claim: true })
  expect(chosen.holder).toBe(true)
  const { page: newer } = await opening
  await newer.hear('taken-over')
  const again = await newer.ask({ type: 'patient.open', visitId: person.visitId, pageId: newer.pageId, claim: false })
  expect(again.holder).toBe(false)
  await held
})

test('[RT5] a page that reconnects while another takes over takes nothing back', async () => {
  const person = await waitingPatient(clinic)
  const older = person.page
  const held = heldUp('visits', 'id', person.visitId)
  const opening = openPatient(person)
  // Its own place in what waits for the row is behind the newer page's.
  await sleep(100)
  const returned = older.ask({ type: 'patient.open', visitId: person.visitId, pageId: older.pageId, claim: false })
  const { page: newer } = await opening
  expect((await returned).holder).toBe(false)
  expect(newer.heard('taken-over')).toEqual([])
  await held
})

test('[RT17] whoever takes a call back at once has it, and the newer window is told', async () => {
  const { visitId } = await waitingPatient(clinic)
  const older = await openConsole(clinic.here)
  const { ticket } = await join(clinic.here, older, visitId)
  const newer = await openConsole(clinic.here)
  const held = heldUp('consultations', 'visit_id', visitId)
  const attach = { type: 'call.attach', visitId, callId: ticket.callId, claim: true } as const
  const taking = newer.ask({ ...attach, callId: null })
  await older.hear('taken-over')
  expect((await older.ask(attach)).holder).toBe(true)
  await taking
  await newer.hear('taken-over')
  await held
})

test('[RT1] what was missed while the line was cut is in the answer to opening again', async () => {
  const person = await waitingPatient(clinic)
  const console = await openConsole(clinic.here)
  const { page, visitId } = person
  await page.cut()
  await act(clinic.here, visitId, 'messages', { id: randomUUID(), text: 'Nearly there.' })
  const { view } = await page.ask({ type: 'patient.open', visitId: person.visitId, pageId: page.pageId, claim: false })
  expect(view.messages.map(({ text }) => text)).toEqual(['Nearly there.'])
  await console.cut()
  await person.call('POST', '/api/patient/visit/leave', {})
  const { areas } = await console.ask({ type: 'staff.open', pageId: console.pageId })
  expect(areas[0]?.visits.some(({ id }) => id === visitId)).toBe(false)
})

test('[RT5] the page that holds the visit holds it still after a reconnect', async () => {
  const person = await waitingPatient(clinic)
  await person.page.cut()
  const returned = await person.page.ask({
    type: 'patient.open',
    visitId: person.visitId,
    pageId: person.page.pageId,
    claim: false,
  })
  expect(returned.holder).toBe(true)
  expect(returned.view.visitId).toBe(person.visitId)
})
