import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { act, type Clinic, join, openClinic, openConsole, openPatient, waitingPatient } from '../../../test/clinic.ts'
import { patient } from '../../../test/people.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'

let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer()
  clinic = await openClinic(server)
})
afterAll(() => server.close())

/** Waits until the console hears of this visit that `when` holds. */
const hears = (console: Awaited<ReturnType<typeof openConsole>>, visitId: string, away: boolean) =>
  console.hear('area', ({ view }) =>
    view.visits.some((visit) => visit.id === visitId && (visit.awaySince !== null) === away),
  )

test('[RT2] a page that closes is shown as away since it was last there, and as there when it returns', async () => {
  const person = await waitingPatient(clinic)
  const console = await openConsole(clinic.here)
  const leftAt = server.clock.now().getTime()
  person.page.close()
  server.clock.advance(5000)
  const gone = await hears(console, person.visitId, true)
  const shown = gone.view.visits.find(({ id }) => id === person.visitId)
  expect(shown?.awaySince).toBeGreaterThanOrEqual(leftAt)
  console.forget()
  const back = await openPatient(person)
  await hears(console, person.visitId, false)
  expect(back.opened.state).toMatchObject({ status: 'waiting' })
})

test('[RT2] the practitioner who holds the visit hears it, too', async () => {
  const person = await waitingPatient(clinic)
  const console = await openConsole(clinic.here)
  await join(clinic.here, console, person.visitId)
  person.page.close()
  await console.hear('consultation', ({ view }) => view.awaySince !== null)
  console.forget()
  await openPatient(person)
  await console.hear('consultation', ({ view }) => view.awaySince === null)
})

test('[RT2] a reload is no absence', async () => {
  const person = await waitingPatient(clinic)
  const witness = await waitingPatient(clinic)
  const console = await openConsole(clinic.here)
  person.page.close()
  await openPatient(person)
  console.forget()
  // Whoever closed at the same time and did not return is shown as away: by then the grace is over for both.
  witness.page.close()
  const { view } = await hears(console, witness.visitId, true)
  expect(view.visits.find(({ id }) => id === person.visitId)?.awaySince).toBeNull()
})

test('[RT3] a page that never connects after arriving is away before long, and no ghost', async () => {
  const console = await openConsole(clinic.here)
  const person = await patient(server, clinic.area)
  await hears(console, person.visitId, false)
  await hears(console, person.visitId, true)
})

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
  const returned = await older.ask({ type: 'patient.open', pageId: older.pageId, claim: false })
  expect(returned.holder).toBe(false)
  expect(newer.heard('taken-over')).toEqual([])
  const chosen = await older.ask({ type: 'patient.open', pageId: older.pageId, claim: true })
  expect(chosen.holder).toBe(true)
  await newer.hear('taken-over')
})

test('[RT1] what was missed while the line was cut is in the answer to opening again', async () => {
  const person = await waitingPatient(clinic)
  const console = await openConsole(clinic.here)
  const { page, visitId } = person
  await page.cut()
  await act(clinic.here, visitId, 'messages', { id: randomUUID(), text: 'Nearly there.' })
  const { view } = await page.ask({ type: 'patient.open', pageId: page.pageId, claim: false })
  expect(view.messages.map(({ text }) => text)).toEqual(['Nearly there.'])
  await console.cut()
  await person.call('POST', '/api/patient/visit/leave', {})
  const { areas } = await console.ask({ type: 'staff.open', pageId: console.pageId })
  expect(areas[0]?.visits.some(({ id }) => id === visitId)).toBe(false)
})

test('[RT5] the page that holds the visit holds it still after a reconnect', async () => {
  const person = await waitingPatient(clinic)
  await person.page.cut()
  const returned = await person.page.ask({ type: 'patient.open', pageId: person.page.pageId, claim: false })
  expect(returned.holder).toBe(true)
  expect(returned.view.visitId).toBe(person.visitId)
})

test('[RT2] the older page that stays open does not make up for the one that holds the visit', async () => {
  const person = await waitingPatient(clinic)
  const { page: newer } = await openPatient(person)
  await person.page.hear('taken-over')
  const console = await openConsole(clinic.here)
  newer.close()
  await hears(console, person.visitId, true)
})
