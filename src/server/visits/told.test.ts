import { expect, onTestFinished, test } from 'vitest'
import { openClinic, openConsole, waitingPatient } from '../../../test/clinic.ts'
import { freshDatabase } from '../../../test/fresh-database.ts'
import { serverForThisTest, type TestServer } from '../../../test/server.ts'
import { openConnection } from '../platform/db.ts'

/** From now on no event of a patient's presence can be published; returns the way to let them through again. */
async function refusePresence(server: TestServer): Promise<() => Promise<unknown>> {
  await server.sql('create schema instead')
  await server.sql(`create function instead.pg_notify(channel text, payload text) returns void language plpgsql as $$
    begin
      if payload like '%"presence"%' then raise exception 'refused'; end if;
      perform pg_catalog.pg_notify(channel, payload);
    end $$`)
  // Found before the database's own, on connections that begin from now on.
  await server.sql(`do $$ begin
    execute format('alter database %I set search_path = instead, public, pg_catalog', current_database());
  end $$`)
  await server.sql(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'bedside' and pid <> pg_backend_pid()`)
  return () => server.sql('drop schema instead cascade')
}

test('[LV7] a presence that could not be told is not stored either, and is both once it can be', async () => {
  const server = await serverForThisTest()
  const clinic = await openClinic(server)
  const person = await waitingPatient(clinic)
  const console = await openConsole(clinic.here)
  const allow = await refusePresence(server)
  person.page.close()
  await expect
    .poll(() => server.logLines.some((line) => line.includes('presence not stored')), { timeout: 20_000 })
    .toBe(true)
  const stored = () => server.sql('select away_since is not null as away from visits where id = $1', [person.visitId])
  expect(await stored()).toEqual([{ away: false }])
  await allow()
  await console.hear('area', ({ view }) => view.visits[0]?.awaySince !== null)
  expect(await stored()).toEqual([{ away: true }])
}, 60_000)

test('[LV7] a start that takes everyone for away tells whoever watches through another server', async () => {
  const database = await freshDatabase()
  const server = await serverForThisTest({ database })
  const clinic = await openClinic(server)
  const person = await waitingPatient(clinic)
  const other = await openConnection(database.url)
  onTestFinished(() => other.end())
  const heard: string[] = []
  other.on('notification', ({ payload }) => heard.push(payload ?? ''))
  await other.query('listen bedside')
  // It closes before the absence of its page would be stored.
  person.page.close()
  await server.restart()
  const told = JSON.stringify({ kind: 'presence', visitId: person.visitId, areaId: clinic.area.id })
  await expect.poll(() => heard).toContain(told)
})
