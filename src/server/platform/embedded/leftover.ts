// A database that outlived its Bedside (which was killed) is ended before a new one starts: it may be of an older
// version, and nobody reads what it says. Nothing is lost by that; its data are on disk.
import { readdir, readFile, readlink, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Home } from './home.ts'
import { StartProblem } from './problem.ts'
import { programOutput } from './program.ts'

/** Its fast shutdown; without its goodbyes; as the kernel does it. After each it recovers by itself. */
const STEPS = [
  ['SIGINT', 30],
  ['SIGQUIT', 10],
  ['SIGKILL', 10],
] as const

/** Afterwards no database runs in `home`, and nothing claims that one does. Call only while holding its lock. */
export async function endLeftover(home: Home, pgCtl: string, log: (line: string) => void): Promise<void> {
  const pid = await recordedProcess(home.cluster)
  if (pid !== null && (await isDatabaseOf(pid, home.cluster))) {
    log('The database of an earlier start is still running; ending it first.')
    if (process.platform === 'win32') await programOutput(pgCtl, ['stop', '-D', home.cluster, '-m', 'fast'])
    else await end(pid, home.cluster)
  }
  await forget(home)
}

/** The process that PostgreSQL wrote down in its folder; null when it ended in order. */
export async function recordedProcess(cluster: string): Promise<number | null> {
  const [first] = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  // A negative number is a single-user run.
  const pid = Math.abs(Number(first))
  return Number.isInteger(pid) && pid > 0 ? pid : null
}

/** PostgreSQL works inside its folder, and that shows. A process that ended and waits to be counted is none. */
async function isDatabaseOf(pid: number, cluster: string): Promise<boolean> {
  if (process.platform === 'linux') {
    const inside = await readlink(`/proc/${pid}/cwd`).catch(() => null)
    return inside === (await realpath(cluster))
  }
  if (process.platform === 'win32') return true
  return (await programOutput('/bin/ps', ['-o', 'command=', '-p', String(pid)])).includes(cluster)
}

async function end(pid: number, cluster: string): Promise<void> {
  for (const [signal, seconds] of STEPS) {
    try {
      process.kill(pid, signal)
    } catch {
      // Gone in the meantime.
    }
    for (let left = seconds * 20; left > 0; left -= 1) {
      if (!(await isDatabaseOf(pid, cluster))) return
      await sleep(50)
    }
  }
  throw new StartProblem(
    `The database of an earlier start (process ${pid}) does not end. End that process, or restart the machine.`,
  )
}

/**
 * Removes the process number from both files that hold it. It may belong to a stranger by now (after a restart of the
 * machine, in a container), whom PostgreSQL would take for itself, and refuse. Should one of its processes have escaped
 * us, PostgreSQL still finds it by the shared memory of these files, and refuses.
 */
async function forget(home: Home): Promise<void> {
  await rm(join(home.cluster, 'postmaster.pid'), { force: true })
  if (home.run === null) return
  for (const name of await readdir(home.run)) {
    if (name.startsWith('.s.PGSQL.')) await rm(join(home.run, name), { force: true })
  }
}
