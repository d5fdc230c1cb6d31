// The embedded database for a command: the one that runs, beside its server, or else one that is started for as long as
// the command takes. Makes none where there is none, unless it is asked to.
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { openConnection } from '../db.ts'
import { socketUrl } from './cluster.ts'
import { socketFolders } from './home.ts'
import { StartProblem } from './problem.ts'
import { startEmbeddedPostgres } from './start.ts'

export interface Visited {
  readonly url: string
  close(): Promise<void>
}

/** `alone`: no server may run on it meanwhile, and a database may be made. Throws `StartProblem`. */
export async function visitEmbedded(folder: string, alone: boolean, say: (line: string) => void): Promise<Visited> {
  if (!alone) {
    const url = await runningUrl(folder)
    if (url) return { url, close: async () => {} }
    await access(join(folder, 'postgres', 'PG_VERSION')).catch(() => {
      throw new StartProblem(`There is no database in ${folder}. Set BEDSIDE_DATA, or DATABASE_URL, as for the server.`)
    })
  }
  const started = await startEmbeddedPostgres(folder, say)
  return { url: started.connectionString, close: started.stop }
}

async function runningUrl(folder: string): Promise<string | null> {
  for (const run of await socketFolders(folder)) {
    const url = socketUrl(run, 5432)
    const connection = await openConnection(url).catch(() => null)
    if (!connection) continue
    await connection.end()
    return url
  }
  return null
}
