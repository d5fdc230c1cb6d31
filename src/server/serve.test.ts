import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { freshDatabase } from '../../test/fresh-database.ts'
import { openConnection } from './platform/db.ts'
import { serve } from './serve.ts'

const log = { info() {}, warn() {}, error() {} }

test('[S30] a start that fails leaves no connection to the database behind', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void taken.close())
  await once(taken, 'listening')
  const database = await freshDatabase()
  onTestFinished(database.drop)
  const settings = { databaseUrl: database.url, host: '127.0.0.1', port: (taken.address() as AddressInfo).port }
  const ice = { stunUrls: [], turn: null, policy: 'all' as const }
  await expect(
    serve({ ...settings, https: null, trustProxy: false, rateLimits: false, ice }, log),
  ).rejects.toMatchObject({
    code: 'EADDRINUSE',
  })
  const watching = await openConnection(database.url)
  const others = async () => {
    const { rows } = await watching.query(
      'select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    return rows.length
  }
  try {
    await expect.poll(others, { timeout: 10_000 }).toBe(0)
  } finally {
    await watching.end()
  }
})
