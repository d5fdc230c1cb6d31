// A database with a chain of made-up rows, and what somebody does to it who owns its tables.
import { randomUUID } from 'node:crypto'
import { onTestFinished } from 'vitest'
import type { Action } from '#domain/permission'
import { chain, type Head } from '../../src/server/platform/audit/chain.ts'
import type { AuditFinding } from '../../src/server/platform/audit/finding.ts'
import { auditInbox } from '../../src/server/platform/audit/tables.ts'
import { verifyAudit } from '../../src/server/platform/audit/verify.ts'
import { openDatabase } from '../../src/server/platform/db.ts'
import { freshDatabase } from '../fresh-database.ts'

const AT = new Date('2026-06-01T09:00:00.123Z')

export async function auditDatabase() {
  const { url, drop } = await freshDatabase()
  const opened = openDatabase(url, () => {}, 12)
  onTestFinished(async () => {
    await opened.close()
    await drop()
  })
  return opened
}

export type Opened = Awaited<ReturnType<typeof auditDatabase>>

export const entry = (action: Action = 'visit.join') => ({
  at: AT,
  whoKind: 'person' as const,
  whoId: randomUUID(),
  role: 'practitioner',
  organisationId: randomUUID(),
  action,
  via: 'POST /api/staff/visits/:visitId/join',
  subjectKind: 'visit',
  subjectId: randomUUID(),
  address: '192.0.2.7',
  outcome: 'allowed' as const,
  code: null,
  times: null,
  until: null,
})

export async function chainOf(length: number): Promise<Opened> {
  const opened = await auditDatabase()
  for (let left = length; left > 0; left -= 1000)
    await opened.db.insert(auditInbox).values(Array.from({ length: Math.min(left, 1000) }, () => entry()))
  await chain(opened.db)
  return opened
}

/** What somebody does who owns the tables. */
export async function tamper({ pool }: Opened, ...statements: string[]): Promise<void> {
  const { rows } = await pool.query(
    "select 'audit'::regclass::text as name union select inhrelid::regclass::text from pg_inherits where inhparent = 'audit'::regclass",
  )
  const guards = (state: string) =>
    [
      ...rows.map(({ name }) => `alter table ${name} ${state} trigger audit_only_grows`),
      `alter table audit_head ${state} trigger audit_head_stays`,
      `alter table audit_head ${state} trigger audit_head_forward`,
    ].join('; ')
  await pool.query(guards('disable'))
  for (const statement of statements) await pool.query(statement)
  await pool.query(guards('enable always'))
}

export const findings = async ({ db }: Opened, noted: Head | null = null): Promise<readonly AuditFinding[]> =>
  (await verifyAudit(db, { noted })).findings
