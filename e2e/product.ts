// The product as its host runs it: the built server in its own process, on its embedded database in a folder of its own.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Product {
  readonly url: string
  readonly folder: string
  /** All that it wrote to standard output and standard error. */
  printed(): string
  /** What the file that is the operator's alone says. */
  begin(): string
  /** The one-time links in it. */
  link(kind: 'setup' | 'sample'): string
  /** The process number of the server. */
  pid(): number
  /** SIGKILL to its database alone. */
  killDatabase(): void
  /** SIGKILL, as by a power cut of this process; its database lives on as an orphan. */
  kill(): Promise<void>
  /** SIGKILL to the server and to its database. */
  killAll(): Promise<void>
  /** Starts again on the same folder and port. */
  start(): Promise<void>
  /** Ends it in order; it may be started again. */
  end(): Promise<void>
  stop(): Promise<void>
}

type Environment = Record<string, string>

/** `environment`: besides its folder and port; what needs its address is given that. */
export async function startProduct(environment: Environment | ((url: string) => Environment) = {}): Promise<Product> {
  const folder = mkdtempSync(join(tmpdir(), 'bedside-e2e-'))
  const port = await freePort()
  const url = `http://localhost:${port}`
  let child: ChildProcess
  let output = ''

  const begin = () => readFileSync(join(folder, 'where-to-begin.txt'), 'utf8')
  const start = async () => {
    output = ''
    child = spawn(process.execPath, ['dist/server/main.js'], {
      env: {
        ...process.env,
        BEDSIDE_DATA: folder,
        BEDSIDE_PORT: String(port),
        ...(typeof environment === 'function' ? environment(url) : environment),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const ended = once(child, 'exit')
    const running = new Promise<void>((resolve) => {
      const take = (chunk: Buffer) => {
        output += chunk.toString()
        if (/Bedside is running/.test(output)) resolve()
      }
      child.stdout?.on('data', take)
      child.stderr?.on('data', take)
    })
    await Promise.race([running, ended.then(() => Promise.reject(new Error(`did not start:\n${output}`)))])
  }
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  await start()
  return {
    url,
    folder,
    printed: () => output,
    begin,
    link(kind) {
      const found = new RegExp(`http\\S+/${kind}#\\S+`).exec(begin())
      if (!found) throw new Error(`no ${kind} link in:\n${begin()}`)
      return found[0]
    },
    pid: () => child.pid ?? 0,
    killDatabase() {
      for (const pid of postmastersOf(folder)) process.kill(pid, 'SIGKILL')
    },
    start,
    kill: () => end('SIGKILL'),
    end: () => end('SIGTERM'),
    async killAll() {
      const postmasters = postmastersOf(folder)
      await end('SIGKILL')
      for (const pid of postmasters) process.kill(pid, 'SIGKILL')
    },
    async stop() {
      await end('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

/** Postmasters whose data folder lies in `folder`: found by the file that PostgreSQL itself keeps. */
function postmastersOf(folder: string): number[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('postmaster.pid'))
    .map((name) => Number(readFileSync(join(folder, name), 'utf8').split('\n')[0]))
}
