import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../test/fresh-database.ts'
import { openLine } from '../../../test/line.ts'
import { buildProgram, type Program } from '../../../test/node-program.ts'
import { serverForThisTest, startTestServer } from '../../../test/server.ts'
import { claimDatabase } from './claim.ts'
import { openConnection } from './db.ts'
import { openLog } from './log.ts'

const HERE = 'database = (select oid from pg_database where datname = current_database())'

const log = openLog('silent')
let database: FreshDatabase
let holder: Program
beforeAll(async () => {
  database = await freshDatabase()
  holder = await buildProgram('test/claim-holder.ts')
})
afterAll(async () => {
  await database.drop()
  await holder.remove()
})

const sql = async (text: string, values: unknown[] = []) => {
  const connection = await openConnection(database.url)
  try {
    return (await connection.query(text, values)).rows
  } finally {
    await connection.end()
  }
}

describe('[S24] one process on one database', () => {
  test('the second is refused, and told which process has it and what to do', async () => {
    const server = await serverForThisTest()
    const { url } = server
    const name = (await server.sql<{ name: string }>('select current_database() as name'))[0]?.name ?? ''
    const address = database.url.replace(/[^/]+$/, name)
    const refused = claimDatabase(address, log, 50)
    await expect(refused).rejects.toThrow(
      new RegExp(`^Another Bedside runs on this database \\(Bedside, process ${process.pid} on .*since 20`),
    )
    await expect(refused).rejects.toThrow('Stop that one first')
    const pid = /pg_terminate_backend\((\d+)\)/.exec(String(await refused.catch(String)))?.[1]
    const [locks] = await server.sql<{ held: boolean }>(
      "select exists (select 1 from pg_locks where pid = $1 and locktype = 'advisory' and granted) as held",
      [Number(pid)],
    )
    expect(locks?.held).toBe(true)
    expect((await fetch(`${url}/api/open/health/ready`)).status).toBe(200)
  })

  test('a server that is refused has changed nothing and holds nothing', async () => {
    const first = await claimDatabase(database.url, log)
    await sql('create table before_it (x int)')
    await expect(
      startTestServer({ database: { ...database, drop: async () => {} }, claimPatienceMs: 0 }),
    ).rejects.toThrow('Another Bedside')
    await first.release()
    const again = await claimDatabase(database.url, log, 0)
    await again.release()
  })

  test('one that follows the other waits until that has ended', async () => {
    const first = await claimDatabase(database.url, log)
    let second = false
    const waiting = claimDatabase(database.url, log).then((claim) => {
      second = true
      return claim
    })
    await expect
      .poll(() => sql(`select 1 from pg_locks where locktype = 'advisory' and not granted and ${HERE}`))
      .toHaveLength(1)
    expect(second).toBe(false)
    await first.release()
    const claim = await waiting
    expect(claim.held()).toBe(true)
    await claim.release()
  })

  test('a process that is killed holds it no more', async () => {
    const { process: child, line } = await holder.start(database.url)
    onTestFinished(() => void child.kill('SIGKILL'))
    expect(line).toBe('held')
    await expect(claimDatabase(database.url, log, 0)).rejects.toThrow(`process ${child.pid} on `)
    child.kill('SIGKILL')
    const claim = await claimDatabase(database.url, log)
    await claim.release()
  })
})

describe('[S25] the connection that holds the lock is lost', () => {
  const readiness = async (url: string) => (await fetch(`${url}/api/open/health/ready`)).status

  test('it is taken again', async () => {
    const lines: string[] = []
    const told = openLog('info', { write: (line: string) => void lines.push(line) })
    const claim = await claimDatabase(database.url, told)
    onTestFinished(() => claim.release())
    const [before] = await sql(`select pid from pg_locks where locktype = 'advisory' and granted and ${HERE}`)
    await sql('select pg_terminate_backend($1)', [before.pid])
    await expect.poll(() => lines.join().includes('its lock is held again'), { timeout: 20_000 }).toBe(true)
    expect(lines.join()).toContain('was lost')
    expect(claim.held()).toBe(true)
    await expect(claimDatabase(database.url, log, 0)).rejects.toThrow('Another Bedside')
  })

  test('and meanwhile by another process: this one says that it is not ready, until that has gone', async () => {
    const line = await openLine(database.url)
    const server = await startTestServer({ database: { ...database, url: line.url, drop: async () => {} } })
    expect(await readiness(server.url)).toBe(200)
    await line.cut()
    const other = await claimDatabase(database.url, log)
    await line.mend()
    await expect
      .poll(() => server.logLines.join().includes('another Bedside has taken it'), { timeout: 20_000 })
      .toBe(true)
    await expect.poll(() => server.served().deps.events.heard(), { timeout: 20_000 }).toBe(true)
    expect(await readiness(server.url)).toBe(503)
    await other.release()
    await expect.poll(() => readiness(server.url), { timeout: 20_000 }).toBe(200)
    await server.close()
    await line.cut()
  })
})
