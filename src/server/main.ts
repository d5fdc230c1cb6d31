// Starts Bedside: reads the configuration, brings up the database, listens, and shows where to begin. The only file
// with side effects at its top level.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { showBanner, startBanner } from './banner.ts'
import { ConfigProblem, readConfig } from './config.ts'
import { openChannels } from './integrations/channels/open.ts'
import { headFile } from './integrations/heads/file.ts'
import { headWebhook } from './integrations/heads/webhook.ts'
import { StartProblem } from './platform/embedded/problem.ts'
import { startEmbeddedPostgres } from './platform/embedded/start.ts'
import { collectWhatStartingLeft } from './platform/heap.ts'
import { lanAddresses, lanCertificate } from './platform/lan.ts'
import { openLog } from './platform/log.ts'
import { keyIn } from './platform/seal.ts'
import { demoDefaults, sampleDefault } from './production.ts'
import { serve } from './serve.ts'

// Standard output holds the log alone; words for whoever sits at the terminal go to standard error.
const terminal = process.stderr

async function start(): Promise<void> {
  const config = readConfig()
  const log = openLog(config.logLevel)
  // What the embedded database says: news while it starts, trouble afterwards.
  let say = (line: string) => (terminal.isTTY ? void terminal.write(`${line}\n`) : log.info(line))
  const demo = config.production ? demoDefaults(config) : []
  // The database is asked as well, so that everything is told at once; but none is made for that.
  const made = config.databaseUrl !== null || existsSync(join(config.dataFolder, 'postgres', 'PG_VERSION'))
  if (demo.length > 0 && !made) throw new ConfigProblem(demo)
  const embedded = config.databaseUrl ? null : await startEmbeddedPostgres(config.dataFolder, (line) => say(line))
  say = (line) => log.warn(line)
  const stopEmbedded = () => embedded?.stop() ?? Promise.resolve()
  const databaseUrl = config.databaseUrl ?? embedded?.connectionString ?? ''
  try {
    if (config.production) {
      demo.push(...(await sampleDefault(databaseUrl, demo.length > 0)))
      if (demo.length > 0) throw new ConfigProblem(demo)
    }
    const addresses = config.lan ? lanAddresses() : []
    const served = await serve(
      {
        databaseUrl,
        dataFolder: embedded ? config.dataFolder : null,
        host: config.host,
        port: config.port,
        https: config.lan ? await lanCertificate(config.dataFolder, addresses) : null,
        trustProxy: config.trustProxy,
        rateLimits: true,
        connectionsPerAddress: config.connectionsPerAddress,
        publicUrl: config.publicUrl ?? (addresses[0] ? `https://${addresses[0]}:${config.port}` : null),
        filesFolder: config.filesFolder,
        key: await keyIn(config.keyFile),
        channels: openChannels(config.carriers),
        oidc: config.oidc,
        metricsToken: config.metricsToken,
        heads: [
          ...(config.auditHeads.file ? [headFile(config.auditHeads.file)] : []),
          ...(config.auditHeads.webhook
            ? [headWebhook(config.auditHeads.webhook.url, config.auditHeads.webhook.secret)]
            : []),
        ],
        backupDays: config.backupDays,
        keptDays: config.keptDays,
        sample: !config.production,
        ice: { stunUrls: config.stunUrls, turn: config.turn, policy: config.iceTransportPolicy },
      },
      log,
    )
    collectWhatStartingLeft()
    const banner = await startBanner(served, config, addresses)
    await showBanner(banner, { dataFolder: config.dataFolder, terminal, log })
    let stopping = false
    const stop = () => {
      if (stopping) return
      stopping = true
      served
        .close()
        .then(stopEmbedded)
        .then(
          () => process.exit(0),
          () => process.exit(1),
        )
    }
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
  } catch (error) {
    await stopEmbedded()
    throw error
  }
}

const CANNOT_LISTEN: Readonly<Record<string, string>> = {
  EADDRINUSE:
    'Another program already listens on this port. Stop it, or choose another port: BEDSIDE_PORT=3001 npm start',
  EACCES:
    'This account may not listen on this port: below 1024 that is a right of its own. Choose another port, such as BEDSIDE_PORT=3000.',
  EADDRNOTAVAIL: 'This machine does not have the address in BEDSIDE_HOST. Take one of its own, or 0.0.0.0 for all.',
  ENOTFOUND: 'No machine has the name in BEDSIDE_HOST. Take an address of this one, or 0.0.0.0 for all.',
}

start().catch((error: unknown) => {
  const expected = error instanceof ConfigProblem || error instanceof StartProblem
  const { code, syscall } = (error ?? {}) as { code?: unknown; syscall?: unknown }
  const deaf = syscall === 'listen' || syscall === 'getaddrinfo' ? CANNOT_LISTEN[String(code)] : undefined
  const words = expected
    ? error.message
    : (deaf ?? `Bedside could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  terminal.write(`${words}\n`)
  process.exit(1)
})
