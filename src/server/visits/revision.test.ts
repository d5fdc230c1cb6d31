import { randomUUID } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import type { PatientView } from '#contract/visit'
import { join, openClinic, openConsole, waitingPatient } from '../../../test/clinic.ts'
import { freshDatabase } from '../../../test/fresh-database.ts'
import { serverForThisTest } from '../../../test/server.ts'
import { openConnection } from '../platform/db.ts'
import { openSnapshots } from './snapshots.ts'

const HOUR = 60 * 60_000

test('[LV10] whatever is stored in between makes a later reading the newer one, in whatever order transactions end', async () => {
  const database = await freshDatabase()
  const server = await serverForThisTest({ database })
  const clinic = await openClinic(server)
  const { visitId } = await waitingPatient(clinic)
  const snapshots = openSnapshots(server.served().deps)
  const read = async () => {
    const [view, area] = [await snapshots.patient(visitId), await snapshots.area(clinic.area.id)]
    const none = await snapshots.some(clinic.area.id, [randomUUID()])
    expect([none.visits, none.revision >= area.queue.revision]).toEqual([[], true])
    expect(area.queue.revision).toBeGreaterThanOrEqual(view.revision)
    return view
  }
  const long = await openConnection(database.url)
  onTestFinished(() => long.end())
  const first = await read()
  await long.query('begin')
  await long.query("update visits set sound = 'none' where id = $1", [visitId])
  await server.sql("update areas set name = 'Renamed' where id = $1", [clinic.area.id])
  const second = await read()
  await long.query('commit')
  const third = await read()
  expect([first, second, third].map(({ area }) => area.name)).toEqual(['Knee clinic', 'Renamed', 'Renamed'])
  expect(second.revision).toBeGreaterThan(first.revision)
  expect(third.revision).toBeGreaterThan(second.revision)
}, 60_000)

test('[LV10] the clock is set back by an hour: what is told and answered afterwards is the newer all the same', async () => {
  const server = await serverForThisTest()
  const clinic = await openClinic(server)
  const person = await waitingPatient(clinic)
  const console = await openConsole(clinic.here)
  const before = (await person.call<PatientView>('GET', '/api/patient/visit')).body
  server.clock.set(-HOUR)
  const { view } = await join(clinic.here, console, person.visitId)
  const seen = await person.page.hear('visit', (heard) => heard.view.state.status === 'being-seen')
  expect(seen.view.now).toBe(before.now)
  expect(seen.view.revision).toBeGreaterThan(before.revision)
  const held = await clinic.here.call<{ view: typeof view }>('POST', `/api/staff/visits/${person.visitId}/hold`, {})
  expect(held.body.view.status).toBe('on-hold')
  expect(held.body.view.revision).toBeGreaterThan(view.revision)
  const told = await console.hear('consultation', (heard) => heard.view.status === 'on-hold')
  // Read beside the answer: either may be the first.
  expect(told.view.revision).toBeGreaterThan(view.revision)
}, 60_000)
