// Under which account of the operating system the database runs. PostgreSQL refuses to run as root, so root lends it an
// account without rights; everyone else runs it as themselves. Never creates an account.
import { chmod, chown, readdir, readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { StartProblem } from './problem.ts'

const ENTER = 0o1
const READ_AND_ENTER = 0o5

export interface Account {
  readonly uid: number
  readonly gid: number
}

/** The account to switch to; null: stay who we are. `cluster` is the database's own folder, which may not exist yet. */
export async function databaseAccount(cluster: string): Promise<Account | null> {
  const self = process.getuid?.()
  if (self === undefined) return null
  const owner = await stat(cluster).catch(() => null)
  if (self !== 0) {
    if (owner && owner.uid !== self) {
      throw new StartProblem(
        `The database in ${cluster} belongs to another account (number ${owner.uid}), so it cannot be opened from this one.\n` +
          'Start Bedside from the account that started it before (root, if it was started with sudo), or set BEDSIDE_DATA to another folder.',
      )
    }
    return null
  }
  // Who owns the data keeps it: accounts may come and go between two starts, the files stay.
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return unprivilegedAccount(await readFile('/etc/passwd', 'utf8').catch(() => ''))
}

/** `postgres` if this machine has it, else `nobody`, else the number that everyone gives to nobody. */
export function unprivilegedAccount(passwd: string): Account {
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] =
      passwd
        .split('\n')
        .map((line) => line.split(':'))
        .find((fields) => fields[0] === name) ?? []
    if (Number(uid) > 0 && Number(gid) > 0) return { uid: Number(uid), gid: Number(gid) }
  }
  return { uid: 65534, gid: 65534 }
}

/** Makes `path` and all in it belong to `account` alone. A folder copied from a backup often belongs to root and is open to all. */
export async function giveTo(path: string, account: Account | null): Promise<void> {
  await chmod(path, 0o700)
  if (!account || (await stat(path)).uid === account.uid) return
  for (const entry of await readdir(path, { recursive: true })) await chown(join(path, entry), account.uid, account.gid)
  await chown(path, account.uid, account.gid)
}

/** Whether `account` may pass through every folder down to `path` and read there, going by the mode bits. */
export async function canReach(path: string, account: Account): Promise<boolean> {
  for (let step = path; ; step = dirname(step)) {
    const { mode, uid, gid } = await stat(step)
    const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0
    const needed = step === path ? READ_AND_ENTER : ENTER
    if (((mode >> shift) & needed) !== needed) return false
    if (step === dirname(step)) return true
  }
}
