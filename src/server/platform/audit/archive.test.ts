import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { auditDatabase, entry, findings, type Opened, tamper } from '../../../../test/audit/chained.ts'
import { folderForThisTest } from '../../../../test/folder.ts'
import { archiveMonths } from './archive.ts'
import { ArchiveProblem } from './archive-file.ts'
import { chain } from './chain.ts'
import { auditInbox } from './tables.ts'
import { verifyAudit } from './verify.ts'

const NOW = new Date('2026-06-20T12:00:00Z')

/** Twelve rows: three of each month from March to June. */
async function fourMonths(): Promise<Opened> {
  const opened = await auditDatabase()
  for (const month of ['03', '04', '05', '06'])
    await opened.db
      .insert(auditInbox)
      .values(
        [1, 2, 3].map((day) => ({ ...entry(), whoKind: 'guest' as const, at: new Date(`2026-${month}-0${day}`) })),
      )
  await chain(opened.db)
  return opened
}

const partitions = async ({ pool }: Opened) =>
  (
    await pool.query(
      "select inhrelid::regclass::text as name from pg_inherits where inhparent = 'audit'::regclass order by 1",
    )
  ).rows.map(({ name }) => name)

async function archived() {
  const [opened, folder] = [await fourMonths(), await folderForThisTest()]
  const files = await archiveMonths(opened.db, folder, '2026-04', NOW)
  return { opened, folder, files, verify: (archives: readonly string[]) => verifyAudit(opened.db, { archives }) }
}

test('[AU15] rows stand by month, and a clock that goes back a little takes no row to a month that was over', async () => {
  const opened = await fourMonths()
  await opened.db.insert(auditInbox).values({ ...entry(), at: new Date('2026-05-31T23:59:59Z') })
  await chain(opened.db)
  expect(await partitions(opened)).toEqual(['audit_2026_03', 'audit_2026_04', 'audit_2026_05', 'audit_2026_06'])
  const { rows } = await opened.pool.query('select count(*)::int as rows from audit_2026_06')
  expect(rows[0].rows).toBe(4)
  expect(await findings(opened)).toEqual([])
})

test('[AU15] months that are over go to files, one JSON a line, and out of the database; the chain goes on from their end', async () => {
  const { opened, folder, files, verify } = await archived()
  expect(files).toEqual([join(folder, 'audit-2026-03.jsonl'), join(folder, 'audit-2026-04.jsonl')])
  const [head, ...rows] = (await readFile(files[1] ?? '', 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(head).toMatchObject({ 'bedside-audit-archive': 1, month: '2026-04', firstSeq: 4, lastSeq: 6 })
  expect(rows.map(({ seq, action }) => [seq, action])).toEqual([4, 5, 6].map((seq) => [seq, 'visit.join']))
  expect(rows.at(-1).hash).toBe(head.hash)
  expect(await partitions(opened)).toEqual(['audit_2026_05', 'audit_2026_06'])

  const months = (read: boolean) => [
    { month: '2026-03', firstSeq: 1, lastSeq: 3, read },
    { month: '2026-04', firstSeq: 4, lastSeq: 6, read },
  ]
  expect(await verify([])).toMatchObject({ rows: 6, archives: months(false), findings: [] })
  expect(await verify([...files].reverse())).toMatchObject({ rows: 12, archives: months(true), findings: [] })
  // It goes on as if nothing had been.
  await opened.db.insert(auditInbox).values({ ...entry(), at: NOW })
  await chain(opened.db)
  expect(await archiveMonths(opened.db, folder, '2026-05', NOW)).toEqual([join(folder, 'audit-2026-05.jsonl')])
  expect(await verify(files)).toMatchObject({ rows: 10, findings: [] })
})

test('[AU15] a month that is not over, and a file that is there, are left alone', async () => {
  const { opened, folder } = await archived()
  for (const upTo of ['2026-06', '2027-01'])
    await expect(archiveMonths(opened.db, folder, upTo, NOW)).rejects.toThrow('is not over')
  await writeFile(join(folder, 'audit-2026-05.jsonl'), 'mine')
  await expect(archiveMonths(opened.db, folder, '2026-05', NOW)).rejects.toThrow('is there already')
  expect(await readFile(join(folder, 'audit-2026-05.jsonl'), 'utf8')).toBe('mine')
  expect(await partitions(opened)).toEqual(['audit_2026_05', 'audit_2026_06'])
})

test.each([
  "update audit_2026_05 set address = '192.0.2.9' where seq = 8",
  'delete from audit_2026_05 where seq = 8',
  'delete from audit_2026_05 where seq = 7',
  'delete from audit_2026_05',
])('[AU15] a month that is not as it was written is not archived: %s', async (statement) => {
  const { opened, folder } = await archived()
  await tamper(opened, statement)
  await expect(archiveMonths(opened.db, folder, '2026-05', NOW)).rejects.toThrow(ArchiveProblem)
  expect(await partitions(opened)).toContain('audit_2026_05')
})

test('[AU15] a file in which anything was changed is found, and so is one that is cut, or of somebody else', async () => {
  const { files, verify } = await archived()
  const [march = '', april = ''] = files
  const lines = (await readFile(april, 'utf8')).split('\n')
  const broken = async (text: string) => {
    await writeFile(april, text)
    return (await verify(files)).findings
  }
  const seam = { kind: 'seam', month: '2026-04' }
  expect(await broken(lines.join('\n').replace('"role":"practitioner"', '"role":"auditor"'))).toEqual([
    { kind: 'changed', seq: 4 },
  ])
  expect(await broken(lines.filter((_, at) => at !== 2).join('\n'))).toEqual([{ kind: 'missing', from: 5, to: 5 }])
  expect(await broken(lines.filter((_, at) => at !== 3).join('\n'))).toEqual([seam])
  const other = await archived()
  expect(await broken(await readFile(other.files[1] ?? '', 'utf8'))).toContainEqual(seam)
  await expect(broken('{}\n')).rejects.toThrow(ArchiveProblem)
  await expect(verify([march, march])).rejects.toThrow('Two of these')
  await expect(verify([`${march}.not`])).rejects.toThrow('cannot be read')
})

test('[AU15] without the files the seam is proved: a record or a first row that does not fit is told', async () => {
  const { opened, verify } = await archived()
  const off = 'alter table audit_archives disable trigger audit_archives_stay'
  const on = 'alter table audit_archives enable always trigger audit_archives_stay'
  await opened.pool.query(`${off}; update audit_archives set hash = sha256('x') where month = '2026-04-01'; ${on}`)
  expect((await verify([])).findings).toEqual([{ kind: 'seam', month: '2026-04' }])
  await opened.pool.query(`${off}; delete from audit_archives where month = '2026-04-01'; ${on}`)
  expect((await verify([])).findings).toEqual([{ kind: 'missing', from: 4, to: 6 }])
})

test('[AU15] a head that was noted is looked for in the archives, too', async () => {
  const { opened, files } = await archived()
  const rows = (await readFile(files[1] ?? '', 'utf8'))
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => JSON.parse(line))
  const [row, last] = [rows[1], rows[2]]
  const check = async (noted: { seq: number; hash: string }, archives: readonly string[]) =>
    (await verifyAudit(opened.db, { noted, archives })).findings
  const wrong = '0'.repeat(64)
  expect(await check(row, files)).toEqual([])
  expect(await check({ ...row, hash: wrong }, files)).toEqual([{ kind: 'not-as-noted', seq: 5 }])
  expect(await check(row, [])).toEqual([{ kind: 'noted-in-archive', month: '2026-04' }])
  expect(await check(last, [])).toEqual([])
  expect(await check({ ...last, hash: wrong }, [])).toEqual([{ kind: 'not-as-noted', seq: 6 }])
})

test('[AU15] [RN9] a file holds no address of a patient, and what is archived leaves none behind', async () => {
  const { opened, files } = await archived()
  for (const file of files) expect(await readFile(file, 'utf8')).not.toContain('192.0.2.7')
  const { rows } = await opened.pool.query('select seq::int from audit_addresses order by 1')
  expect(rows.map(({ seq }) => seq)).toEqual([7, 8, 9, 10, 11, 12])
})
