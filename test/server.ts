// A whole server on a database of its own, with a clock that stands until it is moved and a log that can be read. It is
// the product's own `serve`; only what surrounds it is made here.
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Patience } from '../src/server/app.ts'
import type { Channels } from '../src/server/integrations/channels/port.ts'
import type { HeadKeeper } from '../src/server/integrations/heads/port.ts'
import type { IceSettings } from '../src/server/integrations/ice/coturn.ts'
import type { OidcSettings } from '../src/server/integrations/oidc/openid.ts'
import { openDatabase } from '../src/server/platform/db.ts'
import { type Event, publish } from '../src/server/platform/events.ts'
import type { Heartbeat } from '../src/server/platform/listen.ts'
import { openLog } from '../src/server/platform/log.ts'
import { type Served, serve } from '../src/server/serve.ts'
import { type FreshDatabase, freshDatabase } from './fresh-database.ts'
import { type Line, openLine } from './line.ts'

export interface TestSettings {
  /** Where the clock begins. */
  readonly now?: Date
  /** Off unless a test is about them: everybody here calls from one address. */
  readonly rateLimits?: boolean
  /** Sockets of one address at a time; unset: as many as come. */
  readonly connectionsPerAddress?: number
  readonly patience?: Patience
  readonly ice?: IceSettings
  /** Pages to serve in place of empty ones. */
  readonly webFolder?: string
  /** Messages of a channel without a carrier stay in the outbox. */
  readonly channels?: Partial<Channels>
  readonly oidc?: OidcSettings
  /** In the place of a new one; it goes with the server. */
  readonly database?: FreshDatabase
  /** Whether its line to the database can be cut. */
  readonly cuttable?: boolean
  /** How it makes sure that events are heard; unset, as the product does. */
  readonly heartbeat?: Heartbeat
  /** After how long (ms) a query that is not answered is given up; unset, as in the product. */
  readonly patienceMs?: number
  /** An embedded database's folder, and what is free there; unset: the database is elsewhere. */
  readonly disk?: { readonly dataFolder: string; readonly freeBytes: () => Promise<number> }
  /** Who keeps the end of the audit's chain outside. */
  readonly heads?: readonly HeadKeeper[]
  /** How old the last backup may be, in days. */
  readonly backupDays?: number
  readonly trustProxy?: boolean | number | string
  /** The address that people type. */
  readonly publicUrl?: string
  readonly metricsToken?: string
  /** Whether staff pages lock after a while. Off: hours pass in the clock of most tests. */
  readonly locks?: boolean
  /** False: as in production. */
  readonly sample?: boolean
  /** How long to wait for another server on the same database. */
  readonly claimPatienceMs?: number
}

export interface Clock {
  now(): Date
  /** As the server's clock that nobody sets. */
  elapsed(): number
  /** Moves time on, by milliseconds. */
  advance(ms: number): void
  /** What the server takes for the database's clock. */
  databaseNow(): Promise<Date>
  /** Sets the clock by so much, as somebody would: no time passes. With `both`, the database's as well. */
  set(ms: number, both?: 'both'): void
}

export interface TestServer {
  readonly url: string
  readonly clock: Clock
  /** Every line that the server logged, as pino wrote it. */
  readonly logLines: readonly string[]
  /** What runs now: another after a restart. */
  served(): Served
  /** Its line to the database; null unless it was asked for. */
  readonly line: Line | null
  /** Straight to the tables. */
  sql<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>
  /** Publishes an event that nothing gave rise to. */
  tell(event: Event): Promise<void>
  /** Stops it, runs `meanwhile`, and serves the same database at the same address again. */
  restart(meanwhile?: () => Promise<void>): Promise<void>
  close(): Promise<void>
}

const PAGE = '<!doctype html><title>Bedside</title><script type="application/json" id="welcome">null</script>\n'

/** A Monday morning on which nothing special happens. */
const MORNING = new Date('2026-06-01T09:00:00Z')

const NO_ICE: IceSettings = { stunUrls: [], turn: null, policy: 'all' }

export async function startTestServer(settings: TestSettings = {}): Promise<TestServer> {
  const [database, emptyFolder] = await Promise.all([settings.database ?? freshDatabase(), makeWebFolder()])
  const tables = openDatabase(database.url, () => {}, 2)
  const logLines: string[] = []
  const log = openLog('debug', { write: (line: string) => void logLines.push(line) })
  const clock = openClock(settings.now ?? MORNING)
  const line = settings.cuttable ? await openLine(database.url) : null
  const key = randomBytes(32)
  const run = (port: number) =>
    serve(
      {
        databaseUrl: line?.url ?? database.url,
        host: '127.0.0.1',
        port,
        https: null,
        trustProxy: settings.trustProxy ?? false,
        publicUrl: settings.publicUrl ?? null,
        rateLimits: settings.rateLimits ?? false,
        ...(settings.heartbeat ? { heartbeat: settings.heartbeat } : {}),
        ...settings.disk,
        filesFolder: join(emptyFolder, 'files'),
        heads: settings.heads ?? [],
        backupDays: settings.backupDays ?? null,
        ...(settings.patienceMs ? { patienceMs: settings.patienceMs } : {}),
        ...(settings.connectionsPerAddress ? { connectionsPerAddress: settings.connectionsPerAddress } : {}),
        ...(settings.patience ? { patience: settings.patience } : {}),
        ice: settings.ice ?? NO_ICE,
        ...(settings.channels ? { channels: settings.channels } : {}),
        oidc: settings.oidc ?? null,
        key,
        webFolder: settings.webFolder ?? emptyFolder,
        metricsToken: settings.metricsToken ?? null,
        sample: settings.sample ?? true,
        now: clock.now,
        claimPatienceMs: settings.claimPatienceMs ?? 15_000,
        elapsed: clock.elapsed,
        databaseNow: clock.databaseNow,
      },
      log,
    )
  let served = await run(0)
  if (!settings.locks)
    await tables.pool.query('alter table organisations alter column idle_minutes set default 100000000')
  const { port } = served
  return {
    url: `http://127.0.0.1:${port}`,
    clock,
    logLines,
    line,
    served: () => served,
    async sql<Row>(text: string, values: readonly unknown[] = []) {
      const { rows } = await tables.pool.query(text, [...values])
      return rows as Row[]
    },
    tell: (event) => served.deps.db.transaction((tx) => publish(tx, event)),
    async restart(meanwhile) {
      await served.close()
      await meanwhile?.()
      served = await run(port)
    },
    async close() {
      await served.close()
      await tables.close()
      await line?.cut()
      await Promise.all([database.drop(), rm(emptyFolder, { recursive: true, force: true })])
    },
  }
}

/** A server for the one test that asks for it. */
export async function serverForThisTest(settings?: TestSettings): Promise<TestServer> {
  const server = await startTestServer(settings)
  onTestFinished(() => server.close())
  return server
}

async function makeWebFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bedside-web-'))
  await Promise.all(['patient.html', 'staff.html'].map((name) => writeFile(join(folder, name), PAGE)))
  return folder
}

function openClock(start: Date): Clock {
  let at = start.getTime()
  let passed = 0
  let apart = 0
  return {
    now: () => new Date(at),
    elapsed: () => passed,
    advance(ms) {
      at += ms
      passed += ms
    },
    databaseNow: async () => new Date(at - apart),
    set(ms, both) {
      at += ms
      if (!both) apart += ms
    },
  }
}
