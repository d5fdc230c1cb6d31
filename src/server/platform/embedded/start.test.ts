// With real processes and a real disk. A `Rows` counts what the database acknowledged, and compares.
import { spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, onTestFinished, test } from 'vitest'
import { openConnection } from '../db.ts'
import { recordedProcess } from './leftover.ts'
import { StartProblem } from './problem.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './start.ts'

const asRoot = process.getuid?.() === 0
const folders: string[] = []
const running: EmbeddedPostgres[] = []

afterEach(async () => {
  await Promise.all(running.splice(0).map((database) => database.stop()))
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })))
})

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bedside-start-'))
  folders.push(folder)
  return folder
}

async function start(folder: string, log: (line: string) => void = () => {}): Promise<EmbeddedPostgres> {
  const database = await startEmbeddedPostgres(folder, log)
  running.push(database)
  return database
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const connection = await openConnection(url)
  connection.on('error', () => {})
  try {
    return (await connection.query(sql)).rows
  } finally {
    await connection.end().catch(() => {})
  }
}

/** Asks until the database answers again. */
async function queryAgain(url: string, sql: string): Promise<Record<string, unknown>[]> {
  for (;;) {
    const rows = await query(url, sql).catch(() => null)
    if (rows) return rows
    await sleep(20)
  }
}

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** The process of the database in `folder`, by its own record. */
async function processOf(folder: string): Promise<number> {
  const pid = await recordedProcess(join(folder, 'postgres'))
  if (pid === null) throw new Error('no database is running')
  return pid
}

describe('the embedded database', () => {
  test('[S5] keeps what was written, from one start to the next', async () => {
    const folder = await newFolder()
    const first = await start(folder)
    await query(first.connectionString, 'create table kept as select 7 as x')
    await first.stop()
    const second = await start(folder)
    expect(await query(second.connectionString, 'select x from kept')).toEqual([{ x: 7 }])
  })

  test('[S5] a database that was only half made is made again', async () => {
    const folder = await newFolder()
    await mkdir(join(folder, 'postgres.unfinished', 'base'), { recursive: true })
    await writeFile(join(folder, 'postgres.unfinished', 'PG_VERSION'), '15\n')
    const { connectionString } = await start(folder)
    expect(await query(connectionString, 'select 1 as x')).toEqual([{ x: 1 }])
    expect(await readdir(folder)).not.toContain('postgres.unfinished')
  })

  test('[S6] [S7] listens on no network address, behind a closed folder, with durable commits and UTF-8', async () => {
    const folder = await newFolder()
    const { connectionString } = await start(folder)
    const show = async (name: string) => (await query(connectionString, `show ${name}`))[0]?.[name]
    expect(await show('listen_addresses')).toBe('')
    expect(await show('fsync')).toBe('on')
    expect(await show('synchronous_commit')).toBe('on')
    expect(await show('full_page_writes')).toBe('on')
    expect(await show('data_checksums')).toBe('on')
    expect(await show('server_encoding')).toBe('UTF8')
    for (const name of ['postgres', 'run']) expect((await stat(join(folder, name))).mode & 0o777).toBe(0o700)
  })

  test('[S9] works below a path that is too long for a socket', async () => {
    const folder = join(await newFolder(), 'a-long-name-'.repeat(8), 'and-ünother-'.repeat(8), 'data')
    const { connectionString, stop } = await start(folder)
    await query(connectionString, 'create table kept as select 7 as x')
    await expect(startEmbeddedPostgres(folder, () => {})).rejects.toThrow('already running')
    await stop()
    expect(await query((await start(folder)).connectionString, 'select x from kept')).toEqual([{ x: 7 }])
    folders.push(decodeURIComponent(/@([^:]+)/.exec(connectionString)?.[1] ?? ''))
  })

  test('[S10] a refused row and a failed process leave no content in the log', async () => {
    const folder = await newFolder()
    const lines: string[] = []
    const { connectionString, onDown } = await start(folder, (line) => lines.push(line))
    const down = new Promise<void>((resolve) => onDown(resolve))
    await query(connectionString, "create table strict (name text check (name <> 'Ada Secret'))")
    await expect(query(connectionString, "insert into strict values ('Ada Secret')")).rejects.toThrow('violates')
    const victim = await openConnection(connectionString)
    victim.on('error', () => {})
    const { rows } = await victim.query("select pg_backend_pid() as pid, 'Ada Secret'")
    const busy = victim.query("select pg_sleep(600), 'Ada Secret'").catch(() => 'cut off')
    process.kill(rows[0].pid, 'SIGKILL')
    expect(await busy).toBe('cut off')
    await queryAgain(connectionString, 'select 1')
    process.kill(await processOf(folder), 'SIGKILL')
    await down
    await queryAgain(connectionString, 'select 1')
    expect(lines.join('\n')).toContain('was terminated by signal 9')
    expect(lines.join('\n')).not.toContain('Secret')
  })

  test('[S11] killed while Bedside runs, it comes back by itself with every acknowledged row', async () => {
    const folder = await newFolder()
    const { connectionString, onDown } = await start(folder)
    let downs = 0
    onDown(() => {
      downs += 1
    })
    await query(connectionString, 'create table counted (x int primary key)')
    let acknowledged = 0
    for (let round = 1; round <= 3; round += 1) {
      const killed = await processOf(folder)
      const writing = (async () => {
        const connection = await openConnection(connectionString)
        connection.on('error', () => {})
        for (;;) {
          await connection.query('insert into counted values ($1)', [acknowledged + 1])
          acknowledged += 1
          if (acknowledged === round * 50) process.kill(killed, 'SIGKILL')
        }
      })()
      await expect(writing).rejects.toThrow()
      const [found] = await queryAgain(connectionString, 'select count(*)::int as rows, max(x) as last from counted')
      // One more may have been written whose acknowledgement was cut off.
      expect([acknowledged, acknowledged + 1]).toContain(found?.last)
      expect(found?.rows).toBe(found?.last)
      acknowledged = Number(found?.last)
      expect(downs).toBe(round)
      expect(await processOf(folder)).not.toBe(killed)
    }
  })

  test('[S14] a stranger who got the recorded process number is left alone', async () => {
    const folder = await newFolder()
    const first = await start(folder)
    await query(first.connectionString, 'create table kept as select 7 as x')
    await first.stop()
    // Under the database's own account, or PostgreSQL would see by itself that it is none of its own.
    const { uid, gid } = await stat(join(folder, 'postgres'))
    const stranger = spawn('sleep', ['600'], asRoot ? { uid, gid } : {})
    onTestFinished(() => void stranger.kill('SIGKILL'))
    const record = join(folder, 'postgres', 'postmaster.pid')
    await writeFile(record, `${stranger.pid}\n${folder}/postgres\n1700000000\n5432\n/nowhere\n\n  1 1\nready   \n`)
    await writeFile(join(folder, 'run', '.s.PGSQL.5432.lock'), await readFile(record))
    const { connectionString } = await start(folder)
    expect(await query(connectionString, 'select x from kept')).toEqual([{ x: 7 }])
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull()
  })

  test('[S15] a database of another version is refused with what to do, and not touched', async () => {
    const folder = await newFolder()
    const first = await start(folder)
    await first.stop()
    await writeFile(join(folder, 'postgres', 'PG_VERSION'), '17\n')
    await expect(startEmbeddedPostgres(folder, () => {})).rejects.toThrow(
      /PostgreSQL 17.*brings PostgreSQL 15[\s\S]*pg_dump/,
    )
    await writeFile(join(folder, 'postgres', 'PG_VERSION'), '15\n')
    await start(folder)
  })

  test('[S15] a folder that cannot be made is refused in words', async () => {
    const folder = await newFolder()
    await writeFile(join(folder, 'file'), '')
    await expect(startEmbeddedPostgres(join(folder, 'file', 'data'), () => {})).rejects.toThrow(StartProblem)
  })

  test('[S16] ending in order ends its process, and a second call waits for the same end', async () => {
    const folder = await newFolder()
    const { connectionString, stop } = await start(folder)
    const open = await openConnection(connectionString)
    open.on('error', () => {})
    const pid = await processOf(folder)
    await Promise.all([stop(), stop()])
    expect(isAlive(pid)).toBe(false)
    expect(await recordedProcess(join(folder, 'postgres'))).toBeNull()
    // PostgreSQL's own word for "shut down in order", in its control file.
    expect((await readFile(join(folder, 'postgres/global/pg_control'))).readInt32LE(16)).toBe(1)
    expect(await readdir(join(folder, 'run'))).toEqual([])
  })

  test.runIf(asRoot)('[S8] started by root, it runs without rights in a folder that only root can enter', async () => {
    // mkdtemp makes it 0700 and root's own, as /root is.
    const folder = join(await newFolder(), 'data')
    const { connectionString } = await start(folder)
    const status = await readFile(`/proc/${await processOf(folder)}/status`, 'utf8')
    expect(status).not.toMatch(/^Uid:\s+0/m)
    expect(status).toMatch(/^Groups:\s*$/m)
    expect(status).toMatch(/^CapEff:\s+0+$/m)
    await query(connectionString, 'create extension btree_gist')
    await query(connectionString, "select now() at time zone 'Europe/London'")
  })

  test.runIf(asRoot)(
    '[S8] started by root, data that came back from a backup as root are given to it again',
    async () => {
      const folder = await newFolder()
      const first = await start(folder)
      await query(first.connectionString, 'create table kept as select 7 as x')
      await first.stop()
      const copy = await newFolder()
      await cp(folder, copy, { recursive: true })
      const { connectionString } = await start(copy)
      expect(await query(connectionString, 'select x from kept')).toEqual([{ x: 7 }])
    },
  )
})
