// Bedside's own process killed, and a second one beside it: needs processes of their own.
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildProgram, type Program } from '../../../../test/node-program.ts'
import { openConnection } from '../db.ts'
import { recordedProcess } from './leftover.ts'
import { startEmbeddedPostgres } from './start.ts'

let program: Program
const folders: string[] = []

beforeAll(async () => {
  program = await buildProgram('test/database-holder.ts')
})
afterAll(async () => {
  await program.remove()
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })))
})

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bedside-kill-'))
  folders.push(folder)
  return folder
}

async function kill(child: { kill(signal: 'SIGKILL'): boolean } & NodeJS.EventEmitter): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

describe('Bedside is killed', () => {
  test('[S12] the next start ends the database it left, and finds every acknowledged row', async () => {
    const folder = await newFolder()
    const { process: bedside, line: url } = await program.start(folder)
    const connection = await openConnection(url)
    connection.on('error', () => {})
    await connection.query('create table counted (x int primary key)')
    for (let x = 1; x <= 100; x += 1) await connection.query('insert into counted values ($1)', [x])
    await kill(bedside)
    const left = await recordedProcess(join(folder, 'postgres'))
    await connection.query('insert into counted values (101)')

    const lines: string[] = []
    const database = await startEmbeddedPostgres(folder, (line) => lines.push(line))
    const again = await openConnection(database.connectionString)
    expect((await again.query('select count(*)::int as rows from counted')).rows).toEqual([{ rows: 101 }])
    expect(lines.join()).toContain('still running')
    expect(await recordedProcess(join(folder, 'postgres'))).not.toBe(left)
    await again.end()
    await database.stop()
  })

  test('[S12] killed together with its database, the next start recovers, as often as it happens', async () => {
    const folder = await newFolder()
    let acknowledged = 0
    for (let round = 0; round < 5; round += 1) {
      const { process: bedside, line: url } = await program.start(folder)
      const connection = await openConnection(url)
      connection.on('error', () => {})
      await connection.query('create table if not exists counted (x int primary key)')
      const { rows } = await connection.query('select coalesce(max(x), 0) as last, count(*)::int as rows from counted')
      expect([acknowledged, acknowledged + 1]).toContain(rows[0].last)
      expect(rows[0].rows).toBe(rows[0].last)
      acknowledged = rows[0].last
      const database = await recordedProcess(join(folder, 'postgres'))
      const writing = (async () => {
        for (;;) {
          await connection.query('insert into counted values ($1)', [acknowledged + 1])
          acknowledged += 1
        }
      })().catch(() => {})
      while (acknowledged < (round + 1) * 40) await sleep(5)
      if (database) process.kill(database, 'SIGKILL')
      await kill(bedside)
      await writing
    }
    expect(acknowledged).toBeGreaterThanOrEqual(200)
  })

  test('[S13] its claim on the data folder ends with it', async () => {
    const folder = await newFolder()
    const first = await program.start(folder)
    const refused = await program.start(folder)
    expect(refused.line).toContain('StartProblem: Bedside is already running')
    expect(refused.line).toContain(`process ${first.process.pid}`)
    await kill(first.process)
    const third = await program.start(folder)
    expect(third.line).toMatch(/^postgres:/)
    third.process.kill('SIGTERM')
    await once(third.process, 'exit')
    expect(await recordedProcess(join(folder, 'postgres'))).toBeNull()
  })

  test('[S13] the second touches nothing, also while the first is making its database', async () => {
    const folder = await newFolder()
    const starts = await Promise.all([1, 2, 3, 4].map(() => program.start(folder)))
    const won = starts.filter(({ line }) => line.startsWith('postgres:'))
    expect(won).toHaveLength(1)
    for (const { line } of starts) if (!line.startsWith('postgres:')) expect(line).toContain('already running')
    const connection = await openConnection(won[0]?.line ?? '')
    expect((await connection.query('select 1 as x')).rows).toEqual([{ x: 1 }])
    await connection.end()
    for (const { process: child } of won) {
      child.kill('SIGTERM')
      await once(child, 'exit')
    }
    expect(await readdir(folder)).toEqual(['postgres', 'run'])
  })
})
