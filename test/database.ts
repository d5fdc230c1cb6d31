// Vitest's global setup: one embedded PostgreSQL for a whole run, in a temporary folder that goes with it. Test files
// ask `freshDatabase` for a database of their own in it.
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { findBinaries } from '../src/server/platform/embedded/binaries.ts'
import { openHome } from '../src/server/platform/embedded/home.ts'
import { endLeftover } from '../src/server/platform/embedded/leftover.ts'
import { startEmbeddedPostgres } from '../src/server/platform/embedded/start.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A superuser's connection string; the database itself stays empty. */
    readonly databaseUrl: string
  }
}

const PREFIX = 'bedside-test-'

/** Nothing here outlives the run, so nothing needs to reach the disk. */
const FOR_SPEED = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' }

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweep()
  const folder = await mkdtemp(join(tmpdir(), PREFIX))
  const database = await startEmbeddedPostgres(folder, () => {}, FOR_SPEED)
  project.provide('databaseUrl', database.connectionString)
  return async () => {
    await database.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Ends and removes what runs that were killed left behind; a run that is going on keeps its lock and is left alone. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue
    const folder = join(tmpdir(), name)
    try {
      const home = await openHome(folder)
      const { pgCtl } = await findBinaries(home.account, () => {})
      await endLeftover(home, pgCtl, () => {})
      await home.lock.release()
      await rm(folder, { recursive: true, force: true })
    } catch {
      // In use, or somebody else's.
    }
  }
}
