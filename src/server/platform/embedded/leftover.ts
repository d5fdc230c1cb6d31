// A database that outlived its Bedside (which was killed) is ended before a new one starts: it may be of an older
// version, and nobody reads what it says. Nothing is lost by that; its data are on disk.
import { readFile, readlink, realpath, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartProblem } from './problem.ts'
import { programOutput } from './program.ts'

/** Call only while holding the data folder's lock. */
export async function endLeftover(cluster: string, pgCtl: string, log: (line: string) => void): Promise<void> {
  const pid = await recordedProcess(cluster)
  if (pid === null || !isAlive(pid)) return
  if (!(await isDatabaseOf(pid, cluster))) {
    // The number went to a stranger, as after a restart of the machine or in a container. PostgreSQL would take the
    // stranger for itself and refuse; a database that still has these files open is found by its shared memory anyway.
    await rename(join(cluster, 'postmaster.pid'), join(cluster, 'postmaster.pid.stale'))
    return
  }
  log('The database of an earlier start is still running; ending it first.')
  if (process.platform === 'win32') {
    await programOutput(pgCtl, ['stop', '-D', cluster, '-m', 'fast'])
    return
  }
  // Its fast shutdown, then without its goodbyes, then as the kernel does it: after each it recovers by itself.
  for (const [signal, seconds] of [
    ['SIGINT', 30],
    ['SIGQUIT', 10],
    ['SIGKILL', 10],
  ] as const) {
    tell(pid, signal)
    if (await gone(pid, seconds)) return
  }
  throw new StartProblem(
    `The database of an earlier start (process ${pid}) does not end. Restart the machine, or end that process.`,
  )
}

/** The process that PostgreSQL wrote down in its folder; null when it ended in order. */
export async function recordedProcess(cluster: string): Promise<number | null> {
  const [first] = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  // A negative number is a single-user run.
  const pid = Math.abs(Number(first))
  return Number.isInteger(pid) && pid > 0 ? pid : null
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** PostgreSQL works inside its folder, and that shows. */
async function isDatabaseOf(pid: number, cluster: string): Promise<boolean> {
  if (process.platform === 'linux') {
    const inside = await readlink(`/proc/${pid}/cwd`).catch(() => null)
    return inside === (await realpath(cluster))
  }
  if (process.platform === 'win32') return true
  return (await programOutput('/bin/ps', ['-o', 'command=', '-p', String(pid)])).includes(cluster)
}

function tell(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // Gone in the meantime.
  }
}

async function gone(pid: number, seconds: number): Promise<boolean> {
  for (let left = seconds * 50; left > 0; left -= 1) {
    if (!isAlive(pid)) return true
    await sleep(20)
  }
  return false
}
