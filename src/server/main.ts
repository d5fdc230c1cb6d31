// Starts Bedside: reads the configuration, brings up the database, listens, and shows where to begin. The only file
// with side effects at its top level.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { showBanner, startBanner } from './banner.ts'
import { ConfigProblem, readConfig } from './config.ts'
import { openSmtp } from './integrations/mail/smtp.ts'
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
        host: config.host,
        port: config.port,
        https: config.lan ? await lanCertificate(config.dataFolder, addresses) : null,
        trustProxy: config.trustProxy,
        rateLimits: true,
        publicUrl: config.publicUrl ?? (addresses[0] ? `https://${addresses[0]}:${config.port}` : null),
        key: await keyIn(config.keyFile),
        ...(config.mail ? { mail: openSmtp(config.mail) } : {}),
        oidc: config.oidc,
        metricsToken: config.metricsToken,
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

start().catch((error: unknown) => {
  const expected = error instanceof ConfigProblem || error instanceof StartProblem
  const busy = (error as { code?: unknown } | null)?.code === 'EADDRINUSE'
  const words = busy
    ? 'Another program already listens on this port. Stop it, or choose another port: BEDSIDE_PORT=3001 npm start'
    : expected
      ? error.message
      : `Bedside could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
  terminal.write(`${words}\n`)
  process.exit(1)
})
