// The database on disk: made once, complete or not at all, and checked before every start.
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { giveTo } from './account.ts'
import type { Binaries } from './binaries.ts'
import type { Home } from './home.ts'
import { StartProblem } from './problem.ts'
import { runProgram } from './program.ts'
import { withFolders } from './reach.ts'

export const SUPERUSER = 'bedside'
export const DATABASE = 'bedside'

/** `folder`: where the socket stands. */
export const socketUrl = (folder: string, port: number) =>
  `postgres://${SUPERUSER}@${encodeURIComponent(folder)}:${port}/${DATABASE}`

/** Makes sure that there is a database in `home` which these programs can open. */
export async function prepareCluster(home: Home, binaries: Binaries, log: (line: string) => void): Promise<void> {
  const written = await readFile(join(home.cluster, 'PG_VERSION'), 'utf8').catch(() => null)
  if (written === null) return create(home, binaries, log)
  const installed = /\d+/.exec(await runProgram(binaries.postgres, ['--version'], home.account))?.[0]
  if (written.trim() !== installed) {
    throw new StartProblem(
      `The database in ${home.cluster} is of PostgreSQL ${written.trim()}, and this Bedside brings PostgreSQL ${installed}.\n` +
        'Start it with the Bedside that it came from, save it with pg_dump, and load that into an empty data folder.',
    )
  }
  await giveTo(home.cluster, home.account)
}

/** The Windows database has no socket that only its owner can reach: it has a password instead. */
export const passwordFile = (home: Home) => join(dirname(home.cluster), 'postgres-password')

async function create(home: Home, binaries: Binaries, log: (line: string) => void): Promise<void> {
  log('Preparing the database for the first time: a few seconds.')
  try {
    await rm(home.draft, { recursive: true, force: true })
    await mkdir(home.draft, { mode: 0o700 })
    await giveTo(home.draft, home.account)
    let access = ['--auth=trust']
    if (home.run === null) {
      await writeFile(passwordFile(home), randomBytes(24).toString('base64url'), { mode: 0o600 })
      access = ['--auth=scram-sha-256', `--pwfile=${passwordFile(home)}`]
    }
    await withFolders(home, [home.draft], async ([draft = ''], handed) => {
      const args = (locale: string) => [
        '-D',
        draft,
        `--username=${SUPERUSER}`,
        ...access,
        '--encoding=UTF8',
        `--locale=${locale}`,
        '--data-checksums',
        '--no-instructions',
      ]
      await runProgram(binaries.initdb, args('C.UTF-8'), home.account, handed).catch(() =>
        // Not every system has C.UTF-8; initdb leaves the folder empty when it fails.
        runProgram(binaries.initdb, args('C'), home.account, handed),
      )
      await runProgram(
        binaries.postgres,
        ['--single', '-D', draft, 'postgres'],
        home.account,
        handed,
        `CREATE DATABASE ${DATABASE}\n`,
      )
    })
    await rename(home.draft, home.cluster)
  } catch (error) {
    throw new StartProblem(
      `The database could not be made in ${home.cluster}.\n${error instanceof Error ? error.message : String(error)}`,
    )
  }
}
