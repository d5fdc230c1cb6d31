// Whether a database is one that Bedside can keep its data in: asked at the start, because each of these would otherwise
// come out later, as a fault in front of a patient.
import type pg from 'pg'
import { openConnection } from './db.ts'
import { StartProblem } from './embedded/problem.ts'
import { newestSchema, schemaOf } from './migrate.ts'

export interface DatabaseFacts {
  /** As `server_version_num`: 150004 for 15.4. */
  readonly version: number
  readonly encoding: string
  readonly isolation: string
  /** A standby, or a database or role that was made read-only. */
  readonly readOnly: boolean
  readonly name: string
  readonly role: string
  /** Where new tables would go; null where nowhere. */
  readonly schema: string | null
  /** Whether tables are still to be made or brought forward. A role that only serves needs no right to. */
  readonly tablesDue: boolean
  readonly mayCreateSchema: boolean
  readonly mayCreateTables: boolean
  /** Tables of Bedside that another role owns. */
  readonly foreignTables: number
}

const OLDEST_MAJOR = 15

/** What keeps Bedside from using it, each in a sentence that says what to do. */
export function unfitness(facts: DatabaseFacts): string[] {
  const { name, role } = facts
  const major = Math.floor(facts.version / 10_000)
  const faults: string[] = []
  if (major < OLDEST_MAJOR)
    faults.push(`It is PostgreSQL ${major}, and Bedside needs ${OLDEST_MAJOR} or newer: update the server.`)
  if (facts.encoding !== 'UTF8')
    faults.push(
      `Its encoding is ${facts.encoding}, in which not every name can be written: make one with create database … encoding 'UTF8' template template0.`,
    )
  if (facts.isolation !== 'read committed')
    faults.push(
      `Its default_transaction_isolation is "${facts.isolation}", and Bedside is made for "read committed": alter database ${name} set default_transaction_isolation = 'read committed' (or alter role, if it was set there).`,
    )
  if (facts.readOnly)
    faults.push(
      'It takes no changes: it is a standby, or default_transaction_read_only is on. Name the server that takes changes.',
    )
  if (facts.schema !== 'public')
    faults.push(
      `New tables would go to ${facts.schema === null ? 'no schema' : `the schema ${facts.schema}`}, and Bedside’s are in public: alter role ${role} in database ${name} set search_path = public.`,
    )
  if (!facts.tablesDue) return faults
  if (!facts.mayCreateSchema)
    faults.push(`The role ${role} may not make a schema in it: alter database ${name} owner to ${role}.`)
  if (!facts.mayCreateTables)
    faults.push(`The role ${role} may not make tables in its schema public: grant create on schema public to ${role}.`)
  if (facts.foreignTables > 0)
    faults.push(
      `${facts.foreignTables} of Bedside’s tables in it belong to another role than ${role}, which so cannot update them: connect as that role, or reassign owned by it to ${role}.`,
    )
  return faults
}

/** Throws a `StartProblem` that says all of it at once. */
export async function ensureFit(url: string): Promise<void> {
  const connection = await openConnection(url)
  try {
    const facts = await readFacts(connection)
    const faults = unfitness(facts)
    if (faults.length === 0) return
    const told = faults.map((fault) => `  - ${fault}`).join('\n')
    throw new StartProblem(`Bedside cannot use the database ${facts.name}:\n${told}`)
  } finally {
    await connection.end()
  }
}

async function readFacts(connection: pg.Client): Promise<DatabaseFacts> {
  const { rows } = await connection.query<Omit<DatabaseFacts, 'tablesDue'>>(`
    select current_setting('server_version_num')::int as version,
           current_setting('server_encoding') as encoding,
           current_setting('default_transaction_isolation') as isolation,
           current_setting('transaction_read_only')::bool as "readOnly",
           current_database() as name, current_user as role, current_schema() as schema,
           has_database_privilege(current_database(), 'CREATE') as "mayCreateSchema",
           coalesce(has_schema_privilege(to_regnamespace('public')::oid, 'CREATE'), false) as "mayCreateTables",
           (select count(*)::int from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('public', 'drizzle') and c.relkind in ('r', 'v') and not pg_has_role(c.relowner, 'USAGE')
              and exists (select 1 from pg_namespace where nspname = 'drizzle')) as "foreignTables"`)
  return { ...(rows[0] as Omit<DatabaseFacts, 'tablesDue'>), tablesDue: await areTablesDue(connection) }
}

async function areTablesDue(connection: pg.Client): Promise<boolean> {
  try {
    return (await schemaOf(connection)) !== newestSchema()
  } catch (error) {
    // insufficient_privilege: it may not even look.
    if ((error as { code?: unknown }).code === '42501') return true
    throw error
  }
}
