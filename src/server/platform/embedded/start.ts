// Starts the embedded PostgreSQL of one data folder and keeps it running until it is stopped. Programs come from npm;
// everything else (account, folders, lock, recovery) is decided in the files beside this one.
import { readFile } from 'node:fs/promises'
import net from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Binaries, findBinaries } from './binaries.ts'
import { DATABASE, passwordFile, prepareCluster, SUPERUSER, socketUrl } from './cluster.ts'
import { type Home, openHome } from './home.ts'
import { endLeftover } from './leftover.ts'
import { type Postmaster, startPostmaster } from './postmaster.ts'

export interface EmbeddedPostgres {
  /** For `pg`: a superuser on the database `bedside`, through a socket that only this account can reach. */
  readonly connectionString: string
  /** Ends the database in order (its fast shutdown) and gives the data folder free. */
  stop(): Promise<void>
  /** Runs whenever the database died by itself. It is then already being started again; queries fail until it is back. */
  onDown(listener: () => void): void
}

const LONGEST_PAUSE_MS = 5000

/**
 * Throws `StartProblem` (problem.ts), whose message is complete for the terminal. `folder` is made when missing.
 * `settings` are PostgreSQL's own, for tests that need no durability.
 */
export async function startEmbeddedPostgres(
  folder: string,
  log: (line: string) => void,
  settings: Readonly<Record<string, string>> = {},
): Promise<EmbeddedPostgres> {
  const home = await openHome(folder)
  try {
    const binaries = await findBinaries(home.account, log)
    await endLeftover(home, binaries.pgCtl, log)
    await prepareCluster(home, binaries, log)
    const port = home.run ? 5432 : await freePort()
    const start = () => startPostmaster(home, binaries, port, log, settings)
    return keepRunning(home, await start(), start, await connectionString(home, port), binaries, log)
  } catch (error) {
    await home.lock.release()
    throw error
  }
}

function keepRunning(
  home: Home,
  first: Postmaster,
  start: () => Promise<Postmaster>,
  url: string,
  binaries: Binaries,
  log: (line: string) => void,
): EmbeddedPostgres {
  const listeners: (() => void)[] = []
  const stopping = new AbortController()
  let current = first

  const watch = async () => {
    for (;;) {
      await current.ended
      if (stopping.signal.aborted) return
      log('The database ended unexpectedly; starting it again.')
      for (const listener of listeners) listener()
      const next = await again()
      if (next === null) return
      current = next
      // Asked to stop while it was coming back.
      if (stopping.signal.aborted) return next.stop()
      log('The database is running again.')
    }
  }
  const again = async (): Promise<Postmaster | null> => {
    for (let pause = 250; !stopping.signal.aborted; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        await endLeftover(home, binaries.pgCtl, log)
        return await start()
      } catch (error) {
        log(`${error instanceof Error ? error.message : String(error)}\nTrying again.`)
        await sleep(pause, undefined, { signal: stopping.signal }).catch(() => {})
      }
    }
    return null
  }
  const watching = watch()

  const stop = async () => {
    stopping.abort()
    await current.stop()
    await watching
    await home.lock.release()
  }
  let stopped: Promise<void> | null = null
  return {
    connectionString: url,
    stop() {
      stopped ??= stop()
      return stopped
    },
    onDown: (listener) => listeners.push(listener),
  }
}

async function connectionString(home: Home, port: number): Promise<string> {
  if (home.run) return socketUrl(home.run, port)
  const password = await readFile(passwordFile(home), 'utf8')
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${DATABASE}`
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => resolve(port))
    })
  })
}
