// What an operator does beside the server, on the embedded database or on the one that DATABASE_URL names: the commands
// are in config.ts. Like main.ts it has side effects at its top level; it serves nobody.
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import type { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { encryptFor, makeIdentity, opened } from './backup/encryption.ts'
import { BackupProblem } from './backup/format.ts'
import { putKeyBack, savedKey } from './backup/key-file.ts'
import { restore } from './backup/restore.ts'
import { noteBackup, save } from './backup/save.ts'
import { type Config, ConfigProblem, type Operation, readConfig, readOperation } from './config.ts'
import { folderFiles } from './integrations/files/folder.ts'
import { archiveMonths } from './platform/audit/archive.ts'
import { ArchiveProblem } from './platform/audit/archive-file.ts'
import { storeOwn } from './platform/audit/context.ts'
import { sayVerified } from './platform/audit/say-verified.ts'
import { verifyAudit } from './platform/audit/verify.ts'
import { openConnection, openDatabase } from './platform/db.ts'
import { StartProblem } from './platform/embedded/problem.ts'
import { visitEmbedded } from './platform/embedded/visit.ts'
import { ensureSameSchema, migrate } from './platform/migrate.ts'
import { allowPasswords } from './platform/provider-only.ts'
import { letServe } from './platform/rights.ts'
import { removeSample } from './setup/remove-sample.ts'

const say = (line: string) => process.stderr.write(`${line}\n`)

async function operate(operation: Operation): Promise<number> {
  if (operation.name === 'backup:identity') return await identity(operation.file)
  const config = readConfig(undefined, [])
  const alone = operation.name === 'restore'
  if (alone && operation.file !== '-' && !existsSync(operation.file))
    throw new BackupProblem(`There is no file ${operation.file}.`)
  const database = config.databaseUrl
    ? { url: config.databaseUrl, close: async () => {} }
    : await visitEmbedded(config.dataFolder, alone, say)
  try {
    switch (operation.name) {
      case 'backup':
        await backup(database.url, operation, config)
        return 0
      case 'restore':
        await bringBack(database.url, operation, config)
        return 0
      case 'passwords:allow':
        return await openPasswords(database.url)
      case 'sample:remove':
        // A server in production does not start beside a sample clinic, so nobody else brings the tables forward.
        if (operation.yes) await migrate(database.url)
        return await removeSample(database.url, operation.yes, say)
      case 'audit:verify':
        return await verify(database.url, operation)
      case 'database:prepare':
        await prepare(database.url, operation.role)
        return 0
      case 'audit:archive':
        return await archive(database.url, operation)
    }
  } finally {
    await database.close()
  }
}

type Backup = Extract<Operation, { name: 'backup' }>

/** `-` is standard output. A file appears only once it is whole, and only its owner may read it. */
async function backup(url: string, { file, yes, withKey }: Backup, config: Config): Promise<void> {
  const recipients = config.backupRecipients
  const safe = recipients.length > 0
  const encrypt = safe ? encryptFor(recipients) : null
  // In the open the key would lie beside what it seals.
  const key = (withKey ?? safe) ? await savedKey(config.keyFile) : null
  const files = folderFiles(config.filesFolder)
  const about = aboutBackup(safe, key !== null)
  const into = (to: Writable) =>
    encrypt
      ? pipeline(save(url, new Date(), key, files), createGzip(), encrypt, to)
      : pipeline(save(url, new Date(), key, files), createGzip(), to)
  if (file === '-') {
    await into(process.stdout as Writable)
    await note(url)
    say(about)
    return
  }
  if (existsSync(file) && !yes) throw new BackupProblem(`${file} is there already. With --yes it is replaced.`)
  const unfinished = `${file}.unfinished`
  try {
    await into(createWriteStream(unfinished, { mode: 0o600 }))
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {})
    throw inWords(error, file)
  }
  await note(url)
  say(`Saved to ${file}. ${about}`)
}

async function note(url: string): Promise<void> {
  if (!(await noteBackup(url)))
    say('That there is a backup could not be written into the database, so BEDSIDE_BACKUP_DAYS does not know of it.')
}

function aboutBackup(encrypted: boolean, key: boolean): string {
  const apart =
    'The key that seals letters’ links and second factors is not in it: keep that file, too, in another place.'
  if (encrypted)
    return `It is encrypted: only the identity of BEDSIDE_BACKUP_RECIPIENT opens it. ${key ? 'The key that seals letters’ links and second factors is in it.' : apart}`
  const plain =
    'It holds patients’ details and is NOT encrypted (BEDSIDE_BACKUP_RECIPIENT): keep it as safe as the database itself.'
  return `${plain} ${key ? 'The key that opens what is sealed in it is in it, too, as you said.' : apart}`
}

async function identity(file: string): Promise<number> {
  const recipient = await makeIdentity(file)
  say(`Made ${file}. Keep it where no backup is, and twice: without it no backup can be opened. Set on the server:`)
  process.stdout.write(`BEDSIDE_BACKUP_RECIPIENT=${recipient}\n`)
  return 0
}

type Restore = Extract<Operation, { name: 'restore' }>

async function bringBack(
  url: string,
  { file, yes, identity }: Restore,
  { keyFile, filesFolder }: Config,
): Promise<void> {
  const source: Readable = file === '-' ? process.stdin : createReadStream(file)
  const plain = createGunzip()
  const read = pipeline(opened(source, identity), plain)
  read.catch(() => {})
  try {
    const { at, rows, key } = await restore(url, plain, {
      overwrite: yes,
      now: new Date(),
      files: folderFiles(filesFolder),
    })
    say(`Restored ${rows} rows as they were at ${at}. Everybody signs in again.`)
    say(await putKeyBack(keyFile, key))
  } catch (error) {
    source.destroy()
    // What was wrong with the file itself says more than that it ended.
    const first = await read.then(
      () => null,
      (cause: unknown) => cause,
    )
    if (first instanceof BackupProblem) throw first
    const code = (error as { code?: unknown }).code
    if (code === 'Z_DATA_ERROR' || code === 'Z_BUF_ERROR' || code === 'ERR_STREAM_PREMATURE_CLOSE')
      throw new BackupProblem('This is no backup of Bedside, or it is not whole.')
    throw inWords(error, file)
  }
}

const FILE_PROBLEMS: Readonly<Record<string, string>> = {
  EACCES: 'this account has no right to',
  EPERM: 'this account has no right to',
  EROFS: 'this file system, or this service, may not be written',
  ENOENT: 'there is no such folder',
  ENOTDIR: 'there is no such folder',
  EISDIR: 'this is a folder',
  ENOSPC: 'the disk is full',
}

/** What went wrong with a file, in a sentence; every other error as it is. */
function inWords(error: unknown, file: string): unknown {
  const why = FILE_PROBLEMS[String((error as { code?: unknown }).code)]
  return why ? new BackupProblem(`${file} cannot be used: ${why}.`) : error
}

async function openPasswords(url: string): Promise<number> {
  await ensureSameSchema(url)
  const { db, close } = openDatabase(url, () => {}, 1)
  try {
    const opened = await db.transaction(async (tx) => {
      const organisations = await allowPasswords(tx)
      await storeOwn(tx, new Date(), 'sign-in.allow-passwords', 'organisation', organisations)
      return organisations.length
    })
    say(opened === 0 ? 'Passwords are taken already.' : 'People can sign in with passwords again.')
    return 0
  } finally {
    await close()
  }
}

type Verify = Extract<Operation, { name: 'audit:verify' }>

async function verify(url: string, { head, archives }: Verify): Promise<number> {
  await ensureSameSchema(url)
  const { db, close } = openDatabase(url, () => {}, 1)
  try {
    const verified = await verifyAudit(db, { noted: head, archives })
    for (const line of sayVerified(verified)) process.stdout.write(`${line}\n`)
    return verified.findings.length > 0 ? 1 : 0
  } finally {
    await close()
  }
}

/** For an account of the server that does not own the tables. */
async function prepare(url: string, role: string): Promise<void> {
  await migrate(url)
  const connection = await openConnection(url)
  try {
    await letServe(connection, role)
  } finally {
    await connection.end()
  }
  say(`The tables are those of this version, and ${role} can serve with them and change none of the audit’s guards.`)
}

type Archive = Extract<Operation, { name: 'audit:archive' }>

async function archive(url: string, { folder, upTo }: Archive): Promise<number> {
  await ensureSameSchema(url)
  const { db, close } = openDatabase(url, () => {}, 2)
  try {
    const files = await archiveMonths(db, folder, upTo, new Date())
    for (const file of files) say(`Archived ${file}. Keep it: only with it can its rows be read and proved.`)
    if (files.length === 0) say(`Up to ${upTo} there is nothing left to archive.`)
    return 0
  } finally {
    await close()
  }
}

// Also what was typed wrongly is told in words, and not thrown past them.
Promise.resolve()
  .then(() => operate(readOperation()))
  .then(
    (code) => {
      process.exitCode = code
    },
    (error: unknown) => {
      const expected = [ConfigProblem, StartProblem, BackupProblem, ArchiveProblem].some(
        (kind) => error instanceof kind,
      )
      const words = error instanceof Error ? (expected ? error.message : (error.stack ?? error.message)) : String(error)
      say(words)
      process.exitCode = 1
    },
  )
