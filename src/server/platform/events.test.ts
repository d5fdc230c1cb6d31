import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Clinic, join, openClinic, openConsole, waitingPatient } from '../../../test/clinic.ts'
import { practitioner } from '../../../test/people.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { publish } from './events.ts'

let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer()
  clinic = await openClinic(server)
})
afterAll(() => server.close())

/** Cuts the connection on which the server hears events. */
async function deafen(): Promise<void> {
  const ended = await server.sql(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query = 'listen bedside'",
  )
  expect(ended).toHaveLength(1)
}

test('[RT13] the connection for events is lost: everything that is watched comes again by itself', async () => {
  const person = await waitingPatient(clinic)
  const seen = await waitingPatient(clinic)
  const console = await openConsole(clinic.here)
  await join(clinic.here, console, seen.visitId)
  seen.page.close()
  await console.hear('consultation', ({ view }) => view.awaySince !== null)
  // Changes of which no event tells, as if it had been missed.
  await server.sql("update areas set name = 'Renamed' where id = $1", [clinic.area.id])
  await server.sql("update visits set sound = 'none' where id = $1", [seen.visitId])
  await deafen()
  await person.page.hear('visit', ({ view }) => view.area.name === 'Renamed')
  await console.hear('area', ({ view }) => view.name === 'Renamed')
  await console.hear('consultation', ({ view }) => view.sound === 'none')
  expect(server.logLines.filter((line) => line.includes('listening again'))).toHaveLength(1)
})

test('[RT16] a sign-in that ended while no event was heard ends its pages all the same', async () => {
  const person = await practitioner(server, clinic.administrator, 'Una Heard', [clinic.area])
  const page = await openConsole(person)
  const other = await openConsole(clinic.colleague)
  await server.sql('delete from sessions where person_id = $1', [person.me.personId])
  await deafen()
  await page.hear('signed-out')
  await page.ended()
  expect(other.connected).toBe(true)
})

test('[LV6] a queue that somebody may not see any more is theirs no longer, also when that was not heard', async () => {
  const person = await practitioner(server, clinic.administrator, 'Una Moved', [clinic.area])
  const page = await openConsole(person)
  await server.sql('delete from memberships where person_id = $1', [person.me.personId])
  await deafen()
  await page.hear('rights-changed')
  const { areas } = await page.ask({ type: 'staff.open', pageId: page.pageId })
  expect(areas).toEqual([])
})

test('[LV8] an event with more ids than one notification carries is heard whole, whatever their number', async () => {
  const { events } = server.served().deps
  const heard: string[] = []
  events.on((event) => {
    if (event.kind === 'session-locked') heard.push(...event.sessionIds)
  })
  const counts = [1, 201, 202, 203, 204, 205, 1000]
  const lists = counts.map((count) => Array.from({ length: count }, () => randomUUID()))
  for (const sessionIds of lists) await server.tell({ kind: 'session-locked', sessionIds })
  await expect.poll(() => heard).toEqual(lists.flat())
})

test('[RT13] an event is heard when its transaction is stored, and never when it is not', async () => {
  const { db, events } = server.served().deps
  const heard: string[] = []
  events.on((event) => {
    if (event.kind === 'area') heard.push(event.areaId)
  })
  const refused = db.transaction(async (tx) => {
    await publish(tx, { kind: 'area', areaId: 'undone' })
    throw new Error('undo')
  })
  await expect(refused).rejects.toThrow('undo')
  await server.tell({ kind: 'area', areaId: clinic.area.id })
  await expect.poll(() => heard).toEqual([clinic.area.id])
})
