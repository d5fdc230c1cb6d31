import { expect, onTestFinished, test } from 'vitest'
import { act, openClinic, openConsole } from '../../../test/clinic.ts'
import { emptyDatabase, freshDatabase } from '../../../test/fresh-database.ts'
import { patient } from '../../../test/people.ts'
import { serverForThisTest } from '../../../test/server.ts'
import { verifyAudit } from './audit/verify.ts'
import { openConnection, openDatabase } from './db.ts'
import { migrate } from './migrate.ts'
import { letServe } from './rights.ts'

const ROLE = 'bedside server'
const OTHER = 'bedside newcomer'

test('[AU20] a server that finds tables it may not bring forward says what the owner is to run', async () => {
  const database = await emptyDatabase()
  const owner = await openConnection(database.url)
  await owner.query(`create role "${OTHER}" login password 'x'`)
  onTestFinished(async () => {
    await owner.query(`drop role "${OTHER}"`)
    await owner.end()
    await database.drop()
  })
  const url = new URL(database.url)
  url.username = encodeURIComponent(OTHER)
  url.password = 'x'
  await expect(migrate(url.href)).rejects.toThrow('database:prepare')
})

test('[AU20] a server whose account does not own the tables works, and can switch no guard off', async () => {
  const database = await freshDatabase()
  const owner = await openConnection(database.url)
  await owner.query(`create role "${ROLE}" login password 'a server of its own'`)
  onTestFinished(async () => {
    const after = await openConnection(database.url)
    await after.query(`drop owned by "${ROLE}"; drop role "${ROLE}"`)
    await after.end()
    await database.drop()
  })
  await letServe(owner, ROLE)
  // Asked again after an upgrade it changes nothing.
  await letServe(owner, ROLE)
  await owner.end()
  const url = new URL(database.url)
  url.username = encodeURIComponent(ROLE)
  url.password = encodeURIComponent('a server of its own')
  const server = await serverForThisTest({ database: { url: url.href, drop: async () => {} }, locks: true })

  const clinic = await openClinic(server)
  const person = await patient(server, clinic.area)
  const page = await openConsole(clinic.here)
  const joined = await act(clinic.here, person.visitId, 'join', { pageId: page.pageId, callId: null })
  expect(joined.status).toBe(200)
  // Into another month, whose partition the server may have made.
  server.clock.advance(40 * 24 * 60 * 60_000)
  await person.call('GET', '/api/patient/visit')
  const { db, audit } = server.served().deps
  await audit.settle()
  const asServer = await verifyAudit(db)
  expect([asServer.owner, asServer.findings]).toEqual([false, []])
  const { db: asOwner, close } = openDatabase(database.url, () => {}, 1)
  expect(await verifyAudit(asOwner)).toMatchObject({ owner: true, findings: [] })
  await close()

  const connection = await openConnection(url.href)
  onTestFinished(() => connection.end())
  for (const statement of [
    'alter table audit disable trigger audit_only_grows',
    'create or replace function audit_refuse() returns trigger language plpgsql as $$ begin return null; end $$',
    'drop table audit_2026_06',
    'alter table audit detach partition audit_2026_06',
    'delete from audit',
    'truncate audit',
    'delete from audit_2026_06',
    'update audit_head set seq = 1',
    "insert into audit_archives values ('2026-01-01', 1, 1, '', '', now())",
    'set session_replication_role = replica',
    'create rule nothing as on insert to audit do instead nothing',
  ])
    await expect(connection.query(statement), statement).rejects.toThrow(/permission denied|must be owner|only grows/)
})
