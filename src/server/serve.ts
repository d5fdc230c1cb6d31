// One running server: opens what it needs on a database that is already there, listens, and closes it all again.
import { randomBytes, randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fastifyCookie } from '@fastify/cookie'
import type { KeptDays } from '#domain/retention'
import { type App, buildApp, type Patience } from './app.ts'
import type { Deps } from './deps.ts'
import { type Channels, keptHere } from './integrations/channels/port.ts'
import { folderFiles } from './integrations/files/folder.ts'
import type { HeadKeeper } from './integrations/heads/port.ts'
import { type IceSettings, openIce } from './integrations/ice/coturn.ts'
import { type OidcSettings, openOidc } from './integrations/oidc/openid.ts'
import { readAddress } from './platform/addresses.ts'
import { storeWith } from './platform/audit/context.ts'
import { openAudit } from './platform/audit/open.ts'
import { type Claim, claimDatabase } from './platform/claim.ts'
import { clockOf, openClockWatch } from './platform/clock-watch.ts'
import { cookieNames } from './platform/cookies.ts'
import { ensureFit } from './platform/database-fitness.ts'
import { openDatabase } from './platform/db.ts'
import { openDisk } from './platform/disk.ts'
import type { Endpoint } from './platform/endpoint.ts'
import { collectSeldom } from './platform/heap.ts'
import { openHub } from './platform/hub.ts'
import { type Heartbeat, listen } from './platform/listen.ts'
import { faultFacts, type Log } from './platform/log.ts'
import { migrate } from './platform/migrate.ts'
import { openSeal } from './platform/seal.ts'
import { newSecret } from './platform/secrets.ts'
import { openStoring } from './platform/storing.ts'
import { openTimers } from './platform/timers.ts'
import { readSecret } from './setup/store.ts'

export interface ServeSettings {
  readonly databaseUrl: string
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  readonly https: { key: string; cert: string } | null
  readonly trustProxy: boolean | number | string
  readonly rateLimits: boolean
  /** Sockets of one address at a time; unset: as many as come. */
  readonly connectionsPerAddress?: number
  readonly ice: IceSettings
  /** Messages of a channel without a carrier stay in the outbox. Closed with the server. */
  readonly channels?: Partial<Channels>
  /** The employer's own sign-in; unset or null: none. */
  readonly oidc?: OidcSettings | null
  /** The address that people type; null: this machine's own. */
  readonly publicUrl?: string | null
  /** 32 bytes for platform/seal; without, a new one: what another one sealed stays closed. */
  readonly key?: Buffer
  readonly webFolder?: string
  /** Unset: `/metrics` is not there. */
  readonly metricsToken?: string | null
  /** Who keeps the end of the audit's chain outside the database; unset, the log alone. */
  readonly heads?: readonly HeadKeeper[]
  /** How old the last backup may be, in days; unset or null: nobody is warned. */
  readonly backupDays?: number | null
  /** Unset: as Bedside's own defaults say. */
  readonly keptDays?: KeptDays
  /** Whether there may be a sample clinic; unset, there may. */
  readonly sample?: boolean
  /** This machine's clock; unset: the real one. The server goes by the database's. */
  readonly now?: () => Date
  /** How long to wait for a Bedside that still holds the database; unset: as long as one may take to end. */
  readonly claimPatienceMs?: number
  readonly elapsed?: () => number
  /** Unset: what the database says. */
  readonly databaseNow?: () => Promise<Date>
  /** Where the embedded database stands; unset: the database is elsewhere. */
  readonly dataFolder?: string | null
  /** Where files that patients send are kept; unset: in a new one among the machine's temporary files. */
  readonly filesFolder?: string
  /** Unset: what the machine says is free there. */
  readonly freeBytes?: (folder: string) => Promise<number>
  readonly heartbeat?: Heartbeat
  /** A connection to the database on which a query is not answered for so long is lost. */
  readonly patienceMs?: number
  /** With slow callers; unset: as is good for real ones. */
  readonly patience?: Patience
}

export interface Served {
  readonly port: number
  readonly secret: string
  readonly deps: Deps
  /** Everything that can be asked over HTTP. */
  readonly endpoints: readonly Endpoint[]
  /** Everything that Fastify answers. */
  readonly routes: App['routes']
  close(): Promise<void>
}

/** No query of ours takes as long as this. */
const PATIENCE_MS = 30_000

const BUILT_WEB = fileURLToPath(new URL('../../dist/web', import.meta.url))

/** Throws a `StartProblem`, in words, where the database cannot be used or another process uses it. */
export async function serve(settings: ServeSettings, log: Log): Promise<Served> {
  await ensureFit(settings.databaseUrl)
  const claim = await claimDatabase(settings.databaseUrl, log, settings.claimPatienceMs)
  // The claim goes last: whoever waits for it begins once this one does nothing any more.
  const open: Closing[] = [claim.release]
  const close = async () => {
    for (let last = open.pop(); last; last = open.pop()) await last()
  }
  try {
    return { ...(await serveClaimed(settings, log, claim, (closing) => void open.push(closing))), close }
  } catch (error) {
    await close()
    throw error
  }
}

type Closing = () => Promise<void> | void

/** `atEnd` is told how to close each thing that was opened; the last goes first, also where the start fails. */
async function serveClaimed(
  settings: ServeSettings,
  log: Log,
  claim: Claim,
  atEnd: (closing: Closing) => void,
): Promise<Omit<Served, 'close'>> {
  collectSeldom()
  await migrate(settings.databaseUrl)
  const elapsed = settings.elapsed ?? (() => performance.now())
  const lost = () => log.warn('database: an idle connection was lost')
  const { databaseUrl } = settings
  const database = openDatabase(databaseUrl, lost, 10, storeWith, settings.patienceMs ?? PATIENCE_MS)
  const { db } = database
  atEnd(database.close)
  const channels: Channels = { email: keptHere, sms: keptHere, ...settings.channels }
  atEnd(channels.email.close)
  atEnd(channels.sms.close)
  const events = await listen(databaseUrl, db, log, settings.heartbeat)
  atEnd(events.close)
  const timers = openTimers(log, elapsed)
  const databaseNow = settings.databaseNow ?? (() => clockOf(db))
  const clock = openClockWatch({ now: settings.now ?? (() => new Date()), databaseNow, elapsed, log })
  await clock.look()
  const { now } = clock
  const audit = openAudit(db, now)
  const cookies = cookieNames(settings.publicUrl?.startsWith('https:') ?? settings.https !== null)
  const hub = openHub({
    db,
    now,
    log,
    audit,
    parseCookies: (header) => cookies.read(fastifyCookie.parse(header)),
    addressOf: readAddress(settings.trustProxy),
    connectionsPerAddress: settings.connectionsPerAddress ?? 1_000_000,
  })
  const secret = await readSecret(db, newSecret)
  const seal = openSeal(settings.key ?? randomBytes(32))
  let port = settings.port
  const publicUrl = () => settings.publicUrl ?? `${settings.https ? 'https' : 'http'}://localhost:${port}`
  const deps: Deps = {
    db,
    claim,
    events,
    hub,
    log,
    audit,
    heads: settings.heads ?? [],
    ice: openIce(settings.ice),
    channels,
    files: folderFiles(settings.filesFolder ?? join(tmpdir(), `bedside-files-${randomUUID()}`)),
    provider: settings.oidc ? openOidc(settings.oidc, (facts) => log.warn('identity provider', facts)) : null,
    seal,
    publicUrl,
    now,
    elapsed,
    clock,
    timers,
    storing: openStoring(db, log),
    disk: openDisk(settings.dataFolder ?? null, log, settings.freeBytes),
    newId: randomUUID,
    secret,
  }
  const app = await buildApp(deps, { webFolder: BUILT_WEB, metricsToken: null, sample: true, ...settings, cookies })
  atEnd(() => audit.flush().catch((error: unknown) => log.error('audit: what was counted is lost', faultFacts(error))))
  atEnd(() => app.http.close())
  atEnd(hub.close)
  await app.http.listen({ host: settings.host, port: settings.port })
  const address = app.http.server.address()
  if (typeof address === 'object' && address) port = address.port
  atEnd(timers.stop)
  timers.start(app.timers)
  return { port, secret, deps, endpoints: app.endpoints, routes: app.routes }
}
