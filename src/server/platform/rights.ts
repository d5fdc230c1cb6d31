// What the server's database account may do where another account owns the tables: everything with ordinary rows, and with
// the audit no more than it needs. An operator runs it, as the owner.
import type pg from 'pg'
import { RIGHTS } from './audit/guards.ts'

/** Gives `role` these rights and takes every other that it had. Throws PostgreSQL's own error where there is no such role. */
export async function letServe(connection: pg.Client, role: string): Promise<void> {
  const { rows } = await connection.query('select quote_ident($1) as name', [role])
  const name = rows[0].name as string
  const { rows: parts } = await connection.query<{ part: string }>(
    "select inhrelid::regclass::text as part from pg_inherits where inhparent = 'public.audit'::regclass",
  )
  const audited = Object.keys(RIGHTS)
  const statements = [
    `grant usage on schema public, drizzle to ${name}`,
    `grant select on drizzle.__drizzle_migrations to ${name}`,
    `grant select, insert, update, delete on all tables in schema public to ${name}`,
    `grant usage, select on all sequences in schema public to ${name}`,
    `revoke all on ${[...audited, ...parts.map(({ part }) => part)].join(', ')} from ${name}`,
    ...audited.map((table) => `grant ${RIGHTS[table]?.join(', ')} on ${table} to ${name}`),
    `grant execute on function audit_open_month(date) to ${name}`,
  ]
  await connection.query(`begin; ${statements.join('; ')}; commit`)
}
