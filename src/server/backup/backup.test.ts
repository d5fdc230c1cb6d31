import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import type { JoinReply, PatientView } from '#contract/visit'
import { openBrowser } from '../../../test/browser.ts'
import { act, type Clinic, openClinic } from '../../../test/clinic.ts'
import { emptyDatabase, type FreshDatabase, freshDatabase } from '../../../test/fresh-database.ts'
import { patient, signIn } from '../../../test/people.ts'
import { serverForThisTest, startTestServer } from '../../../test/server.ts'
import { folderFiles } from '../integrations/files/folder.ts'
import { verifyAudit } from '../platform/audit/verify.ts'
import { SESSION_COOKIE } from '../platform/caller.ts'
import { openConnection } from '../platform/db.ts'
import { makeSchemaOf, newestSchema } from '../platform/migrate.ts'
import { keyIn, openSeal } from '../platform/seal.ts'
import { BackupProblem } from './format.ts'
import { putKeyBack, savedKey } from './key-file.ts'
import { restore } from './restore.ts'
import { save } from './save.ts'

const NOW = new Date('2026-06-02T12:00:00Z')
const WORDS = 'Line one\nline two\n\ttab \\N \\. "quoted" 👩‍⚕️ end\\'

const files = folderFiles(join(tmpdir(), `bedside-backup-files-${randomUUID()}`))

async function piecesOf(url: string, key: string | null = null): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of save(url, NOW, key, files)) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces)
}

/** In pieces that break anywhere. */
const streamOf = (saved: Buffer, size = 777) =>
  Readable.from(
    (function* () {
      for (let at = 0; at < saved.length; at += size) yield saved.subarray(at, at + size)
    })(),
  )

/** Every row of every table, as text. */
async function contentOf(url: string): Promise<Record<string, string[]>> {
  const connection = await openConnection(url)
  const { rows: tables } = await connection.query(
    // A partitioned table is one.
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition order by 1",
  )
  const content: Record<string, string[]> = {}
  for (const { name } of tables) {
    const { rows } = await connection.query(`select row::text as text from "${name}" as row order by 1`)
    content[name] = rows.map(({ text }) => text)
  }
  await connection.end()
  return content
}

async function freshDatabaseForThisTest(): Promise<FreshDatabase> {
  const database = await freshDatabase()
  onTestFinished(() => database.drop())
  return database
}

const put = (url: string, saved: Buffer, overwrite = false) =>
  restore(url, streamOf(saved), { overwrite, now: NOW, files })

let saved: Buffer
let before: Record<string, string[]>
let visitCookie: string
let email: string
beforeAll(async () => {
  const database: FreshDatabase = await freshDatabase()
  const server = await startTestServer({ database })
  const clinic: Clinic = await openClinic(server)
  email = clinic.here.me.email
  const person = await patient(server, clinic.area)
  visitCookie = person.cookie('bedside_visit') ?? ''
  await person.call('POST', '/api/patient/messages', { id: randomUUID(), text: WORDS })
  const seen = await patient(server, clinic.area)
  const joined = await act(clinic.here, seen.visitId, 'join', { pageId: randomUUID(), callId: null })
  const { view } = joined.body as unknown as JoinReply
  await clinic.here.call('PUT', `/api/staff/notes/${view.noteId}`, { text: WORDS, revision: 0 })
  await act(clinic.here, seen.visitId, 'end')
  await server.served().deps.audit.chain()
  // The server goes on meanwhile.
  saved = await piecesOf(database.url)
  before = await contentOf(database.url)
  await server.close()
})

test('[BK1] what is saved from a server that runs is put back, row for row, and people go on from there', async () => {
  const database = await emptyDatabase()
  const { at, rows } = await put(database.url, saved)
  expect(at).toBe(NOW.toISOString())
  expect(rows).toBe(Object.values(before).reduce((sum, each) => sum + each.length, 0))
  const after = await contentOf(database.url)
  const { sessions, audit_inbox, ...rest } = after
  const { sessions: signIns, audit_inbox: unchained, ...was } = before
  expect(rest).toEqual(was)
  expect([signIns?.length === 0, sessions]).toEqual([false, []])
  const server = await serverForThisTest({ database })
  const browser = openBrowser(server)
  browser.setCookie('bedside_visit', visitCookie)
  const { body } = await browser.call<PatientView>('GET', '/api/patient/visit')
  expect(body.messages[0]?.text).toBe(WORDS)
  const person = await signIn(server, email)
  expect(person.cookie(SESSION_COOKIE)).toBeTruthy()
  const notes = await person.call('GET', '/api/staff/notes')
  expect(notes.text).toContain('Line one')
  await server.served().deps.audit.chain()
  expect(await verifyAudit(server.served().deps.db)).toMatchObject({ findings: [], waiting: 0 })
  expect(await server.sql("select 1 from audit where action = 'data.restore'")).not.toEqual([])
})

test('[FI9] photos go with the backup as they lie in their folder, and come back', async () => {
  const id = randomUUID()
  const bytes = randomBytes(100_000)
  await files.put(id, bytes)
  const whole = await piecesOf((await freshDatabaseForThisTest()).url)
  expect(whole.includes(bytes.toString('base64'))).toBe(true)
  await files.remove(id)
  const database = await emptyDatabase()
  onTestFinished(() => database.drop())
  await put(database.url, whole)
  expect((await files.get(id))?.equals(bytes)).toBe(true)
  await expect(
    put(database.url, whole.subarray(0, whole.lastIndexOf(bytes.toString('base64')) + 100), true),
  ).rejects.toThrow(BackupProblem)
})

test('[BK2] data that are there are not overwritten unless that was said', async () => {
  const database = await emptyDatabase()
  await put(database.url, saved)
  const content = await contentOf(database.url)
  await expect(put(database.url, saved)).rejects.toThrow('--yes')
  expect(await contentOf(database.url)).toEqual(content)
  await put(database.url, saved, true)
  expect((await contentOf(database.url)).visits).toEqual(before.visits)
  await database.drop()
})

test('[BK2] a database that a server uses is left alone', async () => {
  const database = await emptyDatabase()
  const connection = await openConnection(database.url)
  await expect(put(database.url, saved, true)).rejects.toThrow('Stop every Bedside')
  await connection.end()
  await database.drop()
})

test('[BK3] what is not whole, or no backup, changes nothing', async () => {
  const database = await emptyDatabase()
  await put(database.url, saved)
  const content = await contentOf(database.url)
  const text = saved.toString('utf8')
  const lines = text.split('\n')
  const header = JSON.parse(lines[0] ?? '') as Record<string, unknown>
  const cut = (share: number) => saved.subarray(0, Math.floor(saved.length * share))
  const later = `${JSON.stringify({ ...header, schema: newestSchema() + 1 })}\n${lines.slice(1).join('\n')}`
  const noVisit = lines.filter((line) => !/^[0-9a-f-]{36}\t[0-9a-f-]{36}\tpatient/.test(line)).join('\n')
  expect(noVisit).not.toBe(text)
  for (const broken of [
    Buffer.from(''),
    Buffer.from('PGDMP'),
    Buffer.from('{}\n'),
    cut(0.3),
    cut(0.6),
    cut(0.95),
    saved.subarray(0, text.lastIndexOf('{"rows"')),
    Buffer.from(later),
    Buffer.from(noVisit),
  ])
    await expect(put(database.url, broken, true), broken.toString('utf8', 0, 40)).rejects.toThrow(BackupProblem)
  expect(await contentOf(database.url)).toEqual(content)
  await database.drop()
})

test('[BK4] a backup of the first schema is put back, and brought forward', async () => {
  const database = await emptyDatabase()
  const connection = await openConnection(database.url)
  const first = readMigrationFiles({ migrationsFolder: 'migrations' })[0]?.folderMillis ?? 0
  await makeSchemaOf(connection, first)
  await connection.query("insert into organisations values ($1, 'Old', false, 60, 30, now())", [randomUUID()])
  await connection.end()
  const old = await piecesOf(database.url)
  await database.drop()
  const next = await emptyDatabase()
  await put(next.url, old)
  const content = await contentOf(next.url)
  expect(content.organisations).toHaveLength(1)
  expect(Object.keys(content)).toContain('audit')
  await next.drop()
})

async function folderForThisTest(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bedside-key-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

test('[BK6] the key goes with the backup and comes back with it: what was sealed then is opened again', async () => {
  const folder = await folderForThisTest()
  const [here, there] = [join(folder, 'here/key'), join(folder, 'there/key')]
  const sealed = openSeal(await keyIn(here)).close('a link')
  const database = await emptyDatabase()
  const from = await freshDatabase()
  const kept = await piecesOf(from.url, await savedKey(here))
  await from.drop()

  // Another machine has made a key of its own already.
  const other = openSeal(await keyIn(there)).close('another')
  const { key } = await put(database.url, kept)
  expect(await putKeyBack(there, key)).toContain('is back in')
  expect(openSeal(await keyIn(there)).open(sealed)).toBe('a link')
  expect((await stat(there)).mode & 0o777).toBe(0o600)
  const beside = (await readdir(join(folder, 'there'))).find((name) => name.startsWith('key.before-')) ?? ''
  expect(openSeal(await keyIn(join(folder, 'there', beside))).open(other)).toBe('another')

  expect(await putKeyBack(there, key)).toContain('already')
  expect(await readdir(join(folder, 'there'))).toHaveLength(2)
  expect(await putKeyBack(join(folder, 'new/key'), key)).not.toContain('that was there')
  expect(await savedKey(join(folder, 'new/key'))).toBe(await savedKey(here))
  await database.drop()
})

test('[BK6] a backup without the key says so when it is restored, and leaves the key file alone', async () => {
  const folder = await folderForThisTest()
  const file = join(folder, 'key')
  expect(await savedKey(file)).toBeNull()
  await writeFile(file, randomBytes(32).toString('base64'))
  const before = await readFile(file, 'utf8')
  expect(saved.toString('utf8').split('\n')[0]).not.toContain('"key"')
  const database = await emptyDatabase()
  const { key } = await put(database.url, saved)
  await database.drop()
  expect(await putKeyBack(file, key)).toContain('There was no key')
  expect([await readFile(file, 'utf8'), await readdir(folder)]).toEqual([before, ['key']])
})

test('[BK6] a key that cannot be put back is told, and which file it was', async () => {
  const folder = await folderForThisTest()
  await writeFile(join(folder, 'no-folder'), '')
  const file = join(folder, 'no-folder/key')
  await expect(putKeyBack(file, randomBytes(32).toString('base64'))).rejects.toThrow(file)
})
