import { expect, test } from 'vitest'
import { AUDITED } from '#domain/audit'
import { auditDatabase, chainOf, entry, findings, tamper } from '../../../../test/audit/chained.ts'
import { canonical, chain, GENESIS, hashOf } from './chain.ts'
import { audit, auditInbox } from './tables.ts'
import { verifyAudit } from './verify.ts'

test('[AU5] what is hashed of a row, and how, is for ever', () => {
  const row = { ...entry(), seq: 1, entryId: 9, organisationId: null, whoId: null, subjectId: 'x' }
  expect(canonical(row)).toBe(
    '["bedside-audit-1",1,9,"2026-06-01T09:00:00.123Z","person",null,"practitioner",null,"visit.join","POST /api/staff/visits/:visitId/join","visit","x","192.0.2.7","allowed",null]',
  )
  expect(hashOf(GENESIS, row).toString('hex')).toBe('b57201997f3b393a3bd23992a5a0780ae4955625e0d171b1f01b02eda39b19c9')
  const several = { ...row, times: 3, until: new Date('2026-06-01T09:00:59.999Z') }
  expect(canonical(several)).toBe(
    '["bedside-audit-2",1,9,"2026-06-01T09:00:00.123Z","person",null,"practitioner",null,"visit.join","POST /api/staff/visits/:visitId/join","visit","x","192.0.2.7","allowed",null,3,"2026-06-01T09:00:59.999Z"]',
  )
})

test('[AU5] a chain as it was written has no finding, however long, and says where it ends', async () => {
  const opened = await chainOf(11_000)
  const { rows, head, waiting, findings: none } = await verifyAudit(opened.db)
  expect({ rows, seq: head?.seq, waiting, none }).toEqual({ rows: 11_000, seq: 11_000, waiting: 0, none: [] })
})

test('[AU5] several writers at once make one chain, with everything in it once', async () => {
  const opened = await auditDatabase()
  const { db, pool } = opened
  const writers = Array.from({ length: 8 }, async (_, writer) => {
    for (let round = 0; round < 20; round++) {
      await db.insert(auditInbox).values([entry(), entry()])
      if (round % (writer + 1) === 0) await chain(db)
    }
  })
  await Promise.all(writers)
  await chain(db)
  expect(await verifyAudit(db)).toMatchObject({ rows: 320, waiting: 0, findings: [] })
  const { rows } = await pool.query('select count(distinct entry_id)::int as entries from audit')
  expect(rows[0].entries).toBe(320)
})

test('[AU4] rows are only ever added, whoever asks, and what waits for the chain cannot be taken away', async () => {
  const { db, pool } = await chainOf(3)
  await db.insert(auditInbox).values(entry())
  for (const statement of [
    "update audit set address = '192.0.2.8' where seq = 2",
    'delete from audit where seq = 3',
    'truncate audit',
    "update audit_2026_06 set address = '192.0.2.8' where seq = 2",
    'delete from audit_2026_06 where seq = 3',
    'truncate audit_2026_06',
    "update audit_addresses set address = '192.0.2.8'",
    'truncate audit_addresses',
    "insert into audit_archives values ('2026-01-01', 1, 1, '', '', now()); delete from audit_archives",
    "update audit_inbox set address = '192.0.2.8'",
    'delete from audit_inbox',
    'truncate audit_inbox',
    'delete from audit_head',
    'truncate audit_head',
    'update audit_head set seq = 2',
    "set session_replication_role = replica; update audit set address = '192.0.2.8' where seq = 2",
  ])
    await expect(pool.query(statement), statement).rejects.toThrow('the audit only grows')
  expect(await verifyAudit(db)).toMatchObject({ rows: 3, waiting: 1, findings: [] })
})

test.each([
  ['at', "'2026-06-01T09:00:00.124Z'"],
  ['who_kind', "'guest'"],
  ['who_id', 'gen_random_uuid()'],
  ['who_id', 'null'],
  ['role', "'administrator'"],
  ['organisation_id', 'null'],
  ['action', "'note.read'"],
  ['via', "'itself'"],
  ['subject_kind', "'note'"],
  ['subject_id', "'other'"],
  ['address', "'192.0.2.8'"],
  ['outcome', "'refused'"],
  ['code', "'access/not-allowed'"],
  ['times', '2'],
  ['until', 'now()'],
  ['entry_id', '999'],
  ['hash', "sha256('other')"],
  ['previous', "sha256('other')"],
])('[AU6] a changed row is found: %s', async (column, value) => {
  const opened = await chainOf(5)
  await tamper(opened, `update audit set ${column} = ${value} where seq = 3`)
  expect(await findings(opened)).toEqual([{ kind: 'changed', seq: 3 }])
})

test('[AU6] a row that was changed and hashed anew is found by the row after it', async () => {
  const opened = await chainOf(5)
  const [row] = (await opened.db.select().from(audit)).filter(({ seq }) => seq === 3)
  if (!row) throw new Error('no row')
  const hash = hashOf(row.previous, { ...row, address: '192.0.2.8' }).toString('hex')
  await tamper(opened, `update audit set address = '192.0.2.8', hash = '\\x${hash}' where seq = 3`)
  expect(await findings(opened)).toEqual([{ kind: 'changed', seq: 3 }])
})

test('[AU6] missing rows are named: the first, some in the middle, the last', async () => {
  const opened = await chainOf(9)
  await tamper(opened, 'delete from audit where seq in (1, 4, 5, 9)')
  expect(await findings(opened)).toEqual([
    { kind: 'missing', from: 1, to: 1 },
    { kind: 'missing', from: 4, to: 5 },
    { kind: 'missing', from: 9, to: 9 },
  ])
})

test('[AU6] a number that two rows have is told, though no table of one month lets it be', async () => {
  const opened = await chainOf(3)
  await opened.pool.query("select audit_open_month('2026-07-01')")
  await opened.pool.query(
    "insert into audit select '2026-07-01', seq, entry_id, at, who_kind, who_id, role, organisation_id, action, via, subject_kind, subject_id, address, outcome, code, times, until, previous, hash from audit where seq = 2",
  )
  expect(await findings(opened)).toEqual([{ kind: 'twice', seq: 2 }])
})

test('[AU6] a gap that was closed by counting anew is found', async () => {
  const opened = await chainOf(5)
  await tamper(opened, 'delete from audit where seq = 3', 'update audit set seq = seq - 1 where seq = 4')
  await tamper(opened, 'update audit set seq = seq - 1 where seq = 5', 'update audit_head set seq = 4')
  expect(await findings(opened)).toEqual([
    { kind: 'moved', seq: 3, was: 4 },
    { kind: 'moved', seq: 4, was: 5 },
  ])
})

test('[AU6] rows in another order are named, with the place that was theirs', async () => {
  const opened = await chainOf(6)
  await tamper(
    opened,
    'update audit set seq = 100 where seq = 2',
    'update audit set seq = 2 where seq = 4',
    'update audit set seq = 4 where seq = 100',
  )
  expect(await findings(opened)).toEqual([
    { kind: 'moved', seq: 2, was: 4 },
    { kind: 'moved', seq: 4, was: 2 },
  ])
})

test('[AU6] rows without a head, beyond it, and a head that is not theirs', async () => {
  const lost = await chainOf(2)
  await tamper(lost, 'delete from audit_head')
  expect(await findings(lost)).toEqual([{ kind: 'no-head' }])
  const beyond = await chainOf(3)
  await tamper(beyond, 'update audit_head set seq = 2, hash = (select hash from audit where seq = 2)')
  expect(await findings(beyond)).toEqual([{ kind: 'added', from: 3, to: 3 }])
  const other = await chainOf(3)
  await tamper(other, "update audit_head set hash = sha256('other')")
  expect(await findings(other)).toEqual([{ kind: 'changed', seq: 3 }])
})

test('[AU7] an end that was cut off together with its record is found by whoever noted a head', async () => {
  const opened = await chainOf(5)
  const { head } = await verifyAudit(opened.db)
  const cut = 'delete from audit where seq > 3'
  await tamper(opened, cut, 'update audit_head set seq = 3, hash = (select hash from audit where seq = 3)')
  expect(await findings(opened)).toEqual([])
  expect(await findings(opened, head)).toEqual([{ kind: 'not-as-noted', seq: 5 }])
  await opened.db.insert(auditInbox).values([entry(), entry(), entry()])
  await chain(opened.db)
  expect(await findings(opened, head)).toEqual([{ kind: 'not-as-noted', seq: 5 }])
})

test('[AU2] there is a word for every action, and "never" only where nobody is concerned', () => {
  const never = Object.entries(AUDITED).filter(([, kept]) => kept === 'never')
  expect(never.map(([action]) => action).sort()).toEqual([
    'area.welcome',
    'browser.try',
    'call.relay',
    'check.run',
    'health.read',
  ])
})
