import { expect, onTestFinished, test } from 'vitest'
import { openClinic, openConsole, waitingPatient } from '../../../test/clinic.ts'
import { freshDatabase } from '../../../test/fresh-database.ts'
import { serverForThisTest, startTestServer, type TestServer } from '../../../test/server.ts'
import { openConnection } from './db.ts'
import { LISTENER } from './listen.ts'

/** Far quicker than in the product, and slow enough for a machine that has much else to do. */
const QUICK = { everyMs: 500, patienceMs: 3000 }

const ready = async (server: TestServer) => (await fetch(`${server.url}/api/open/health/ready`)).status
const logged = (server: TestServer, what: string) => server.logLines.filter((line) => line.includes(what)).length

test('[LV3] the connection for events falls silent, closed by nobody: it is replaced, and who watches reads again', async () => {
  const server = await serverForThisTest({ cuttable: true, heartbeat: QUICK })
  const clinic = await openClinic(server)
  const console = await openConsole(clinic.here)
  server.line?.silence(LISTENER)
  const person = await waitingPatient(clinic)
  await console.hear('area', ({ view }) => view.visits.some(({ id }) => id === person.visitId))
  expect(logged(server, 'no heartbeat')).toBe(1)
  expect(server.served().deps.events.reconnects()).toBe(1)
})

test('[LV3] while no heartbeat comes back it is not ready, and is again by itself', async () => {
  const server = await serverForThisTest({ cuttable: true, heartbeat: QUICK })
  expect(await ready(server)).toBe(200)
  server.line?.silence(LISTENER, true)
  await expect.poll(() => ready(server), { timeout: 20_000 }).toBe(503)
  expect(logged(server, 'events: not heard')).toBe(1)
  server.line?.speak()
  await expect.poll(() => ready(server), { timeout: 20_000 }).toBe(200)
  expect(logged(server, 'listening again')).toBe(1)
})

test('[LV4] every connection falls silent, closed by nobody: they are given up in time, and all goes on', async () => {
  const server = await serverForThisTest({ cuttable: true, heartbeat: QUICK, patienceMs: 3000 })
  const clinic = await openClinic(server)
  const console = await openConsole(clinic.here)
  server.line?.silence()
  const slow = await fetch(`${server.url}/api/open/instance`)
  expect([200, 503]).toContain(slow.status)
  await expect.poll(() => ready(server), { timeout: 30_000 }).toBe(200)
  const person = await waitingPatient(clinic)
  await console.hear('area', ({ view }) => view.visits.some(({ id }) => id === person.visitId))
})

test('[LV5] events that are not heard from the start, as behind a pooler of transactions: it refuses, and says what to do', async () => {
  const database = await freshDatabase()
  onTestFinished(database.drop)
  const connection = await openConnection(database.url)
  await connection.query('create schema instead')
  await connection.query(
    "create function instead.pg_notify(channel text, payload text) returns void language sql as 'select null::void'",
  )
  await connection.query(
    "do $$ begin execute format('alter database %I set search_path = public, instead, pg_catalog', current_database()); end $$",
  )
  await connection.end()
  await expect(startTestServer({ database, heartbeat: QUICK })).rejects.toThrow('pool_mode = session')
}, 60_000)
