// Removing the sample clinic beside a real organisation.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { InstanceView, SampleRemoval } from '#contract/people'
import { openBrowser } from '../../../test/browser.ts'
import { patient, sampleAdministrator, setUp } from '../../../test/people.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { REMOVED } from './sample-store.ts'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

/** How many rows each table holds. */
async function rows(): Promise<Record<string, number>> {
  const tables = await server.sql<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  )
  const counted = tables.map(async ({ name }) => {
    const [found] = await server.sql<{ count: number }>(`select count(*)::int as count from "${name}"`)
    return [name, found?.count ?? 0] as const
  })
  return Object.fromEntries(await Promise.all(counted))
}

const AUDIT = /^audit/
const RIVERSIDE = { name: 'Riverside Community Health' }

describe('[SU8] removing the sample clinic', () => {
  test('all that is there because of it goes, nothing of the real organisation does, and the audit keeps all', async () => {
    const own = await setUp(server)
    const [ownArea] = own.me.areas
    await patient(server, { id: ownArea?.id ?? '', slug: ownArea?.slug ?? '' })
    const before = await rows()

    const sample = await sampleAdministrator(server)
    const [area] = sample.me.areas
    const waiting = await patient(server, { id: area?.id ?? '', slug: area?.slug ?? '' })
    expect(waiting.view.state).toMatchObject({ status: 'waiting' })
    const told = await own.call<SampleRemoval>('GET', '/api/staff/sample')
    expect(told.body.sample).toEqual({ name: 'Riverside Community Health', areas: 2, people: 3, visits: 1, notes: 0 })

    const audited = (await rows()).audit ?? 0
    const removed = await own.call<SampleRemoval>('POST', '/api/staff/sample/remove', RIVERSIDE)
    expect([removed.status, removed.body]).toEqual([200, { sample: null }])
    const after = await rows()
    for (const [table, count] of Object.entries(before))
      if (!AUDIT.test(table)) expect([table, after[table]]).toEqual([table, count])
    expect(after.audit ?? 0).toBeGreaterThanOrEqual(audited)
    const instance = await openBrowser(server).call<InstanceView>('GET', '/api/open/instance')
    expect(instance.body.organisations.map(({ name }) => name)).toEqual([own.me.organisationName])
  })

  test('every table that holds something of an organisation is thought of', async () => {
    const references = await server.sql<{ table: string; refers: string; cascades: boolean }>(
      `select conrelid::regclass::text as table, confrelid::regclass::text as refers, confdeltype = 'c' as cascades
       from pg_constraint where contype = 'f'`,
    )
    const named = new Set(REMOVED.map(([table]) => table))
    for (const { table, refers, cascades } of references)
      if (named.has(refers) && !cascades) expect([...named]).toContain(table)
  })

  test('its own people cannot, nobody without the right can, and what is gone is not removed twice', async () => {
    const own = await setUp(server)
    const sample = await sampleAdministrator(server)
    expect((await sample.call<SampleRemoval>('GET', '/api/staff/sample')).body).toEqual({ sample: null })
    expect((await sample.call('POST', '/api/staff/sample/remove', RIVERSIDE)).code).toBe('request/not-found')
    const wrong = { name: own.me.organisationName }
    expect((await own.call('POST', '/api/staff/sample/remove', wrong)).code).toBe('request/not-found')
    expect((await own.call('POST', '/api/staff/sample/remove', RIVERSIDE)).status).toBe(200)
    expect((await own.call('POST', '/api/staff/sample/remove', RIVERSIDE)).code).toBe('request/not-found')
    expect((await own.call<SampleRemoval>('GET', '/api/staff/sample')).body).toEqual({ sample: null })
    expect((await sample.call('GET', '/api/staff/me')).status).toBe(401)
  })
})
