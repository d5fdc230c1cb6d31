// The running database: one child process, from its first line to its last. Does not know what to do when it dies.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import type { Home } from './home.ts'
import { StartProblem } from './problem.ts'
import { programOutput, startProgram } from './program.ts'
import { withFolders } from './reach.ts'

export interface Postmaster {
  /** Resolves once the process is gone, for whatever reason. */
  readonly ended: Promise<void>
  stop(): Promise<void>
}

/** Settings that are not PostgreSQL's own. What makes a commit durable (fsync, synchronous_commit) stays as it is. */
const SETTINGS = {
  // The log must never quote a patient's row: no refused statements, and no details of what refused them.
  log_min_messages: 'log',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  log_line_prefix: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Containers give /dev/shm 64 MB, and some systems empty it when a person signs out.
  dynamic_shared_memory_type: 'mmap',
}

/** What PostgreSQL says while processes of its predecessor are still ending. */
const STILL_ENDING = /shared memory block .* is still in use|lock file .* already exists/

/** Resolves when the database takes connections, however long its recovery may be. */
export async function startPostmaster(
  home: Home,
  binaries: Binaries,
  port: number,
  log: (line: string) => void,
  extra: Readonly<Record<string, string>> = {},
): Promise<Postmaster> {
  for (;;) {
    const attempt = await tryOnce(home, binaries, port, log, extra)
    if ('postmaster' in attempt) return attempt.postmaster
    if (!STILL_ENDING.test(attempt.said))
      throw new StartProblem(`The database in ${home.cluster} does not start. It says:\n${attempt.said}`)
    await sleep(100)
  }
}

async function tryOnce(
  home: Home,
  binaries: Binaries,
  port: number,
  log: (line: string) => void,
  extra: Readonly<Record<string, string>>,
): Promise<{ postmaster: Postmaster } | { said: string }> {
  const child = await withFolders(
    home,
    home.run ? [home.cluster, home.run] : [home.cluster],
    async ([cluster = '', run], handed) => {
      const listening =
        run === undefined ? { listen_addresses: '127.0.0.1' } : { listen_addresses: '', unix_socket_directories: run }
      const settings = { ...SETTINGS, ...listening, port: String(port), ...extra }
      return startProgram(
        binaries.postgres,
        ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
        home.account,
        handed,
      )
    },
  )
  child.stdin?.end()
  child.stdout?.resume()

  // Its routine lines are kept for the case that it fails; afterwards every line is news.
  const said: string[] = []
  let routine = true
  if (child.stderr)
    createInterface({ input: child.stderr }).on('line', (line) =>
      routine ? said.push(line) : log(`database: ${line}`),
    )
  let alive = true
  const ended = new Promise<void>((resolve) => {
    const end = () => {
      alive = false
      resolve()
    }
    child.once('error', (error) => {
      said.push(error.message)
      end()
    })
    child.once('close', end)
  })

  while (alive) {
    // The eighth line of its file says how far it is.
    const [pid, , , , , , , status] = (
      await readFile(join(home.cluster, 'postmaster.pid'), 'utf8').catch(() => '')
    ).split('\n')
    if (Number(pid) === child.pid && status?.trim() === 'ready') {
      routine = false
      return { postmaster: { ended, stop } }
    }
    await sleep(20)
  }
  return { said: said.join('\n') }

  async function stop() {
    routine = true
    if (process.platform === 'win32') await programOutput(binaries.pgCtl, ['stop', '-D', home.cluster, '-m', 'fast'])
    else child.kill('SIGINT')
    await ended
  }
}
