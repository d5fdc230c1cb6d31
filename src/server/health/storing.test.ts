import { expect, test } from 'vitest'
import { serverForThisTest, type TestServer } from '../../../test/server.ts'
import { LOW_BYTES } from '../platform/disk.ts'

const ready = async (server: TestServer) => {
  const response = await fetch(`${server.url}/api/open/health/ready`)
  const body = (await response.json()) as { warnings?: string[]; detail?: { missing?: string } }
  return [response.status, body.detail?.missing ?? body.warnings]
}

/** Connections that begin from now on have this setting; those that are there end. */
async function setDatabase(server: TestServer, setting: string): Promise<void> {
  // In one transaction, which may write even where none begins so.
  await server.sql(`set transaction_read_only = off; do $$ begin
    execute format('alter database %I set ${setting}', current_database());
  end $$`)
  await server.sql(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`)
}

test.each([
  ['a database that only reads', 'default_transaction_read_only = on'],
  ['a database whose disk takes no more', 'temp_file_limit = 0'],
])(
  '[LV12] %s is not ready, though it answers, and the log says so; it is again by itself',
  async (_, setting) => {
    const server = await serverForThisTest()
    expect(await ready(server)).toEqual([200, []])
    await setDatabase(server, setting)
    await expect.poll(() => ready(server), { timeout: 20_000 }).toEqual([503, 'storing'])
    expect(server.logLines.filter((line) => line.includes('nothing can be stored'))).toHaveLength(1)
    await setDatabase(server, setting.replace(/=.*/, 'to default'))
    await expect.poll(() => ready(server), { timeout: 20_000 }).toEqual([200, []])
  },
  60_000,
)

test('[LV12] whoever asks all the time makes it write no more often', async () => {
  const server = await serverForThisTest()
  const { storing } = server.served().deps
  const proofs = Array.from({ length: 100 }, () => storing.prove())
  expect(new Set(proofs).size).toBe(1)
  await Promise.all(proofs)
})

test('[LV13] a disk that is almost full is a warning of readiness, a line of the log and a figure', async () => {
  let free = 5 * LOW_BYTES
  const disk = { dataFolder: '/tmp', freeBytes: async () => free }
  const server = await serverForThisTest({ disk, metricsToken: 'a-token-of-26-characters!!' })
  expect(await ready(server)).toEqual([200, []])
  free = LOW_BYTES - 1
  await server.served().deps.disk.watch()
  await server.served().deps.disk.watch()
  expect(await ready(server)).toEqual([200, ['disk']])
  expect(server.logLines.filter((line) => line.includes('disk: almost full'))).toHaveLength(1)
  const metrics = await fetch(`${server.url}/metrics`, {
    headers: { authorization: 'Bearer a-token-of-26-characters!!' },
  })
  expect(await metrics.text()).toContain(`bedside_data_free_bytes ${free}`)
})

test('[LV13] clocks that are not believed, and timers that fail, are warnings of readiness', async () => {
  const server = await serverForThisTest()
  const { clock, timers } = server.served().deps
  server.clock.set(40 * 24 * 60 * 60_000)
  await clock.look()
  timers.start([{ name: 'made to fail', everyMs: 60_000, run: () => Promise.reject(new Error('no')) }])
  await expect.poll(() => ready(server)).toEqual([200, ['clock', 'timers']])
})
