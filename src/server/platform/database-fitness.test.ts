import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { emptyDatabase, freshDatabase } from '../../../test/fresh-database.ts'
import { startTestServer } from '../../../test/server.ts'
import { type DatabaseFacts, ensureFit, unfitness } from './database-fitness.ts'
import { openConnection } from './db.ts'
import { ensureSameSchema, migrate } from './migrate.ts'

const right: DatabaseFacts = {
  version: 150_004,
  encoding: 'UTF8',
  isolation: 'read committed',
  readOnly: false,
  name: 'bedside',
  role: 'bedside',
  schema: 'public',
  tablesDue: true,
  mayCreateSchema: true,
  mayCreateTables: true,
  foreignTables: 0,
}

const on = async (url: string, ...statements: string[]) => {
  const connection = await openConnection(url)
  try {
    for (const statement of statements) await connection.query(statement)
  } finally {
    await connection.end()
  }
}
const nameOf = (url: string) => url.replace(/.*\//, '')

describe('[S26] a database that Bedside cannot use', () => {
  test.each([
    [{ version: 140_011 }, 'It is PostgreSQL 14, and Bedside needs 15 or newer'],
    [{ encoding: 'SQL_ASCII' }, "encoding 'UTF8' template template0"],
    [{ isolation: 'serializable' }, "set default_transaction_isolation = 'read committed'"],
    [{ readOnly: true }, 'it is a standby'],
    [{ schema: 'bedside' }, 'set search_path = public'],
    [{ schema: null }, 'no schema'],
    [{ mayCreateSchema: false }, 'alter database bedside owner to bedside'],
    [{ mayCreateTables: false }, 'grant create on schema public to bedside'],
    [{ foreignTables: 3 }, '3 of Bedside’s tables'],
  ])('%j is told with what to do', (wrong, says) => {
    expect(unfitness(right)).toEqual([])
    expect(unfitness({ ...right, ...wrong })).toEqual([expect.stringContaining(says)])
  })

  test('is refused before anything is changed, with all that is wrong at once', async () => {
    const name = `latin${process.pid}`
    const admin = inject('databaseUrl')
    const url = admin.replace(/[^/]+$/, name)
    await on(admin, `create database ${name} encoding 'LATIN1' locale 'C' template template0`)
    onTestFinished(() => on(admin, `drop database ${name} with (force)`))
    await on(url, `alter database ${name} set default_transaction_isolation = 'repeatable read'`)
    const refused = startTestServer({ database: { url, drop: async () => {} } })
    await expect(refused).rejects.toThrow(/^Bedside cannot use the database latin\d+:\n.*LATIN1.*\n.*repeatable read/)
    const connection = await openConnection(url)
    expect((await connection.query("select to_regclass('drizzle.__drizzle_migrations') as there")).rows).toEqual([
      { there: null },
    ])
    await connection.end()
  })

  test('a role without rights is told which it needs, and one that is let in by another’s tables as well', async () => {
    const database = await freshDatabase()
    const [name, role] = [nameOf(database.url), `guest${process.pid}`]
    await on(database.url, `create role ${role} login`)
    onTestFinished(async () => {
      await database.drop()
      await on(inject('databaseUrl'), `drop role ${role}`)
    })
    const asGuest = database.url.replace(/\/\/[^@]+@/, `//${role}@`)
    const told = await ensureFit(asGuest).catch(String)
    expect(told).toContain(`alter database ${name} owner to ${role}`)
    expect(told).toContain(`grant create on schema public to ${role}`)
    expect(told).toMatch(/\d+ of Bedside’s tables in it belong to another role/)
    // It may serve tables of another role once they are this version's.
    const tables = 'grant usage on schema drizzle to'
    await on(database.url, `${tables} ${role}`, `grant select on drizzle.__drizzle_migrations to ${role}`)
    await ensureFit(asGuest)
    await ensureFit(database.url)
  })
})

test.each([
  [
    'a name that the server does not know',
    (url: string) => url.replace(/[^/]+$/, 'nowhere'),
    'no database of this name',
  ],
  [
    'a role that it does not know',
    (url: string) => url.replace(/\/\/[^@]+@/, '//nobody-here@'),
    'does not let this role in',
  ],
  ['a socket that is not there', () => 'postgres://x:hush@%2Fnowhere/x', 'socket is not there'],
  ['a port where nothing listens', () => 'postgres://x:hush@127.0.0.1:1/x', 'Nothing listens'],
])('[S27] %s is told in words, without the address', async (_, wrong, says) => {
  const told = await ensureFit(wrong(inject('databaseUrl'))).catch(String)
  expect(told).toMatch(/^StartProblem: /)
  expect(told).toContain(says)
  expect(told).not.toContain('hush')
})

describe('[S28] a database of another version of Bedside', () => {
  test('a newer one is refused and not touched; a command refuses an older one, too', async () => {
    const database = await emptyDatabase()
    onTestFinished(() => database.drop())
    await expect(ensureSameSchema(database.url)).rejects.toThrow('No Bedside has run on this database yet')
    await migrate(database.url)
    await ensureSameSchema(database.url)
    const newest = 'select max(created_at) from drizzle.__drizzle_migrations'
    await on(
      database.url,
      `insert into drizzle.__drizzle_migrations (hash, created_at) select 'later', max + 1 from (${newest}) as newest`,
    )
    await expect(migrate(database.url)).rejects.toThrow('of a newer version of Bedside than this one')
    await expect(ensureSameSchema(database.url)).rejects.toThrow('of a newer version')
    await expect(startTestServer({ database: { ...database, drop: async () => {} } })).rejects.toThrow('newer version')
    await on(
      database.url,
      `delete from drizzle.__drizzle_migrations where created_at >= (${newest.replace('max(created_at)', 'max(created_at) - 1')})`,
    )
    await expect(ensureSameSchema(database.url)).rejects.toThrow('Start the server once')
  })
})
