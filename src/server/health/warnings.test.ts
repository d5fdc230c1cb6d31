import { expect, test } from 'vitest'
import type { Warning, WarningsView } from '#contract/warnings'
import { freshDatabase } from '../../../test/fresh-database.ts'
import { setUp } from '../../../test/people.ts'
import { serverForThisTest, type TestServer, type TestSettings } from '../../../test/server.ts'
import { noteBackup } from '../backup/save.ts'
import { LOW_BYTES } from '../platform/disk.ts'

async function clinic(settings: TestSettings = {}) {
  const server = await serverForThisTest(settings)
  const administrator = await setUp(server)
  const told = async (): Promise<readonly Warning[]> =>
    (await administrator.call<WarningsView>('GET', '/api/staff/warnings')).body.warnings
  return { server, told }
}

/** What readiness says meanwhile. */
const ready = async (server: TestServer) =>
  ((await (await fetch(`${server.url}/api/open/health/ready`)).json()) as { warnings?: string[] }).warnings

test('[LV14] a healthy server warns of nothing', async () => {
  const { told } = await clinic()
  expect(await told()).toEqual([])
})

test('[LV15] administrators are told of a full disk, of clocks and of timers with their facts, readiness by kind alone', async () => {
  const disk = { dataFolder: '/tmp', freeBytes: async () => LOW_BYTES / 2 }
  const { server, told } = await clinic({ disk })
  const { clock, timers } = server.served().deps
  server.clock.set(2 * 60 * 60_000)
  await clock.look()
  timers.start([{ name: 'made to fail', everyMs: 60_000, run: () => Promise.reject(new Error('no')) }])
  await expect.poll(told).toEqual([
    { kind: 'disk', freeMegabytes: 512 },
    { kind: 'clock', aheadSeconds: 7200 },
    { kind: 'timers', names: ['made to fail'] },
  ])
  expect(await ready(server)).toEqual(['clock', 'disk', 'timers'])
})

test('[LV15] a database that stores nothing is told to administrators all the same', async () => {
  const { server, told } = await clinic()
  await server.sql(`do $$ begin
    execute format('alter database %I set default_transaction_read_only = on', current_database());
  end $$`)
  await server.sql(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`)
  await expect.poll(async () => (await told()).map(({ kind }) => kind), { timeout: 20_000 }).toContain('storing')
})

test('[LV15] while events are not heard, administrators are told so', async () => {
  const { server, told } = await clinic()
  await server.served().deps.events.close()
  expect(await told()).toContainEqual({ kind: 'events' })
})

test('[LV16] an end of the audit that cannot be kept outside is a warning until it is', async () => {
  let works = false
  const keep = async () => {
    if (!works) throw new Error('no')
  }
  const { server, told } = await clinic({ heads: [{ name: 'webhook', keep }] })
  await server.served().deps.audit.settle()
  // The first round of a server comes with its start.
  await server.restart()
  await expect.poll(told).toEqual([{ kind: 'heads', keepers: ['webhook'] }])
  expect(await ready(server)).toEqual(['heads'])
  works = true
  await server.restart()
  await expect.poll(told).toEqual([])
})

test('[LV17] where somebody said how old a backup may be, none and an old one are warnings', async () => {
  const database = await freshDatabase()
  const { server, told } = await clinic({ backupDays: 2, now: new Date(), database })
  expect(await told()).toEqual([{ kind: 'backup', days: null, most: 2 }])
  expect(await noteBackup(database.url)).toBe(true)
  expect(await told()).toEqual([])
  await server.sql("update instance set backed_up_at = backed_up_at - interval '73 hours'")
  expect(await told()).toEqual([{ kind: 'backup', days: 3, most: 2 }])
})
