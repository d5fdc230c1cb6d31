import { readMigrationFiles } from 'drizzle-orm/migrator'
import { expect, onTestFinished, test } from 'vitest'
import { entry } from '../../../../test/audit/chained.ts'
import { emptyDatabase } from '../../../../test/fresh-database.ts'
import { openConnection, openDatabase } from '../db.ts'
import { makeSchemaOf, migrate } from '../migrate.ts'
import { chain, GENESIS, hashOf } from './chain.ts'
import { verifyAudit } from './verify.ts'

/** The newest schema in which the audit was one table. */
function schemaOfOneTable(): number {
  const files = readMigrationFiles({ migrationsFolder: 'migrations' })
  const first = files.findIndex(({ sql }) => sql.some((statement) => statement.includes('PARTITION BY LIST ("month")')))
  return files[first - 1]?.folderMillis ?? 0
}

const TIMES = ['2026-03-30T10:00:00Z', '2026-05-01T00:00:00.001Z', '2026-04-30T23:59:59.999Z', '2026-05-02T10:00:00Z']

test.each([0, TIMES.length])(
  '[AU15] an audit of %i rows in one table moves over by month, with its chain as it was',
  async (count) => {
    const { url, drop } = await emptyDatabase()
    const connection = await openConnection(url)
    await makeSchemaOf(connection, schemaOfOneTable())
    let previous: Buffer = GENESIS
    for (const [index, at] of TIMES.slice(0, count).entries()) {
      const fact = { ...entry(), seq: index + 1, entryId: index + 1, at: new Date(at) }
      const hash = hashOf(previous, fact)
      await connection.query(
        `insert into audit (seq, entry_id, at, who_kind, who_id, role, organisation_id, action, via, subject_kind, subject_id, address, outcome, previous, hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
        [
          fact.seq,
          fact.entryId,
          fact.at,
          fact.whoKind,
          fact.whoId,
          fact.role,
          fact.organisationId,
          fact.action,
          fact.via,
          fact.subjectKind,
          fact.subjectId,
          fact.address,
          fact.outcome,
          previous,
          hash,
        ],
      )
      previous = hash
    }
    if (count > 0) await connection.query('insert into audit_head values (1, $1, $2)', [count, previous])
    await connection.query("select setval('audit_inbox_id_seq', 100)")
    await connection.query(
      "insert into audit_inbox (at, who_kind, action, via, address, outcome) values ('2026-06-01', 'system', 'note.forget', 'itself', 'here', 'allowed')",
    )
    await connection.end()

    await migrate(url)
    const opened = openDatabase(url, () => {}, 2)
    onTestFinished(async () => {
      await opened.close()
      await drop()
    })
    expect(await verifyAudit(opened.db)).toMatchObject({ rows: count, waiting: 1, findings: [] })
    await chain(opened.db)
    expect(await verifyAudit(opened.db)).toMatchObject({ rows: count + 1, waiting: 0, findings: [] })
    const { rows } = await opened.pool.query('select seq::int, to_char(month, $1) as month from audit order by seq', [
      'YYYY-MM',
    ])
    expect(rows.map(({ month }) => month)).toEqual([
      ...['2026-03', '2026-05', '2026-05', '2026-05'].slice(0, count),
      '2026-06',
    ])
  },
)
