import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Clinic, join, openClinic, openConsole, openPatient, waitingPatient } from '../../../test/clinic.ts'
import { serverForThisTest, startTestServer, type TestServer } from '../../../test/server.ts'

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

test('[RT2] the older page that stays open does not make up for the one that holds the visit', async () => {
  const person = await waitingPatient(clinic)
  const { page: newer } = await openPatient(person)
  await person.page.hear('taken-over')
  const console = await openConsole(clinic.here)
  newer.close()
  await hears(console, person.visitId, true)
})

test('[RT2] a page that closes while the database does not answer is shown as away once it does', async () => {
  const own = await serverForThisTest()
  const clinic = await openClinic(own)
  const person = await waitingPatient(clinic)
  const console = await openConsole(clinic.here)
  await own.sql('alter table visits rename to elsewhere')
  person.page.close()
  // Two would look by themselves: one after the page closed, one after the arrival.
  const refused = () => own.logLines.filter((line) => line.includes('presence not stored')).length
  await expect.poll(refused, { timeout: 20_000 }).toBeGreaterThan(2)
  await own.sql('alter table elsewhere rename to visits')
  await hears(console, person.visitId, true)
})
