// Programs beside the product that a test starts and ends: servers of Debian, as they come.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { waitUntil } from './browser.ts'

export interface Program {
  said(): string
  stop(): Promise<void>
}

/** Resolves once something listens on `port`. Fails with what the program said if it ends before. */
export async function startProgram(
  command: readonly [name: string, ...words: string[]],
  port: number,
  options: { env?: NodeJS.ProcessEnv; uid?: number; gid?: number; cwd?: string } = {},
): Promise<Program> {
  const [name, ...words] = command
  const child: ChildProcess = spawn(name, words, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
  let said = ''
  let ended = false
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece: Buffer) => (said += piece.toString()))
  child.once('error', (error) => {
    said += error.message
    ended = true
  })
  const over = once(child, 'close').then(() => {
    ended = true
  })
  await waitUntil(`${name} listens`, async () => {
    if (ended) throw new Error(`${name} ended:\n${said}`)
    return answers(port)
  })
  return {
    said: () => said,
    async stop() {
      if (ended) return
      child.kill('SIGTERM')
      await over
    },
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true))
    socket.once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
