// A migrated, empty database for one test file. Copied from a template that the first to ask makes.
import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { openConnection } from '../src/server/platform/db.ts'
import { migrate } from '../src/server/platform/migrate.ts'

export interface FreshDatabase {
  readonly url: string
  /** Closes whatever is still connected, too. */
  drop(): Promise<void>
}

/** A database in which nothing is yet. */
export async function emptyDatabase(): Promise<FreshDatabase> {
  const name = newName()
  await asAdministrator(async (query) => void (await query(`create database ${name}`)))
  return { url: urlOf(name), drop: () => drop(name) }
}

const TEMPLATE = 'migrated'
const TEMPLATE_LOCK = 1

export async function freshDatabase(): Promise<FreshDatabase> {
  const name = newName()
  await asAdministrator(async (query) => {
    await query(`select pg_advisory_lock(${TEMPLATE_LOCK})`)
    const made = await query(`select 1 from pg_database where datname = '${TEMPLATE}'`)
    if (made === 0) {
      // Named only when it is complete: a migration that fails is then told to every file, not to the first alone.
      await query('drop database if exists migrating with (force)')
      await query('create database migrating')
      await migrate(urlOf('migrating'))
      await query(`alter database migrating rename to ${TEMPLATE}`)
    }
    await query(`create database ${name} template ${TEMPLATE}`)
  })
  return { url: urlOf(name), drop: () => drop(name) }
}

const newName = () => `t${randomBytes(6).toString('hex')}`

const drop = (name: string) =>
  asAdministrator(async (query) => void (await query(`drop database if exists ${name} with (force)`)))

function urlOf(name: string): string {
  return inject('databaseUrl').replace(/[^/]+$/, name)
}

async function asAdministrator(work: (query: (sql: string) => Promise<number>) => Promise<void>): Promise<void> {
  const connection = await openConnection(inject('databaseUrl'))
  try {
    await work(async (sql) => (await connection.query(sql)).rowCount ?? 0)
  } finally {
    await connection.end()
  }
}
