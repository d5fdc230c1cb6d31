// The folders of one embedded database: where its data lies, where its socket stands, and the lock on both.
import { createHash } from 'node:crypto'
import { lstat, mkdir, realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Account, databaseAccount, giveTo } from './account.ts'
import { type Lock, type LockAnswer, takeLock, takePipeLock } from './lock.ts'
import { StartProblem } from './problem.ts'

export interface Home {
  /** The database's own folder. It exists only once the database in it is complete. */
  readonly cluster: string
  /** Where the database is made before that. */
  readonly draft: string
  /** The folder of the socket; null on Windows, where Node knows no such sockets. */
  readonly run: string | null
  readonly account: Account | null
  readonly lock: Lock
}

/** Longest path of a socket in bytes; the kernel's own figures, less the closing zero. */
const LONGEST_SOCKET = process.platform === 'darwin' ? 103 : 107
const LONGEST_NAME = '/.s.PGSQL.5432'.length

/** Takes `folder` for this process; throws `StartProblem` when another one has it. */
export async function openHome(folder: string): Promise<Home> {
  const root = await realFolder(folder)
  const cluster = join(root, 'postgres')
  const account = await databaseAccount(cluster)
  const home = (run: string | null, answer: LockAnswer): Home => {
    if ('heldBy' in answer) throw alreadyRunning(root, answer.heldBy)
    return { cluster, draft: join(root, 'postgres.unfinished'), run, account, lock: answer.lock }
  }
  const digest = digestOf(root)
  if (process.platform === 'win32') return home(null, await takePipeLock(`bedside-${digest}`))

  let refused: unknown = null
  for (const run of runFolders(root, digest)) {
    try {
      await openRunFolder(run, account)
      return home(run, await takeLock(run))
    } catch (error) {
      if (error instanceof StartProblem) throw error
      // Some file systems (shared folders of virtual machines, network drives) know no sockets: the next place, then.
      refused = error
    }
  }
  throw new StartProblem(
    `Neither ${root} nor ${tmpdir()} can hold the database's socket (${String(refused)}). Set BEDSIDE_DATA to a folder on a local disk.`,
  )
}

/** Where the socket of the database in `folder` may stand, if one runs; none where there is no such folder. */
export async function socketFolders(folder: string): Promise<string[]> {
  const root = await realpath(folder).catch(() => null)
  return root === null || process.platform === 'win32' ? [] : runFolders(root, digestOf(root))
}

const digestOf = (root: string) => createHash('sha256').update(root).digest('hex').slice(0, 12)

async function realFolder(folder: string): Promise<string> {
  try {
    await mkdir(folder, { recursive: true })
    return await realpath(folder)
  } catch (error) {
    throw new StartProblem(
      `The data folder ${resolve(folder)} cannot be made (${(error as NodeJS.ErrnoException).code}). Set BEDSIDE_DATA to a folder that you may write to.`,
    )
  }
}

/** Beside the data if its path is short enough for a socket, or else in the machine's temporary folder. */
export function runFolders(root: string, digest: string): string[] {
  const short = `bedside-${process.getuid?.() ?? 0}-${digest}`
  return [join(root, 'run'), join(tmpdir(), short), join('/tmp', short)].filter(
    (path) => Buffer.byteLength(path) + LONGEST_NAME <= LONGEST_SOCKET,
  )
}

/** Everyone may write to a temporary folder, so what we find there must be ours and closed to others. */
async function openRunFolder(run: string, account: Account | null): Promise<void> {
  await mkdir(run, { mode: 0o700 }).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
    const found = await lstat(run)
    const owners = [process.getuid?.(), account?.uid]
    if (!found.isDirectory() || !owners.includes(found.uid))
      throw new StartProblem(`${run} belongs to another account. Remove it and start again.`)
  })
  await giveTo(run, account)
}

function alreadyRunning(root: string, holder: string): StartProblem {
  const who = holder ? `process ${holder}` : 'another process'
  return new StartProblem(
    `Bedside is already running on the data folder ${root} (${who}). Stop that one first, or set BEDSIDE_DATA to another folder.`,
  )
}
