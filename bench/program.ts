// Starts the programs that a measure needs, each in a process of its own, and ends them again.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../src/server/platform/embedded/start.ts'

export interface Program {
  readonly process: ChildProcess
  /** Sends `message` and resolves with the next message of type `answer`. Rejects when the program ends first. */
  ask<T>(message: object, answer: string): Promise<T>
  tell(message: object): void
  on(type: string, listener: (message: never) => void): void
  end(): Promise<void>
}

export interface Start {
  readonly args?: readonly string[]
  /** For Node itself. */
  readonly flags?: readonly string[]
  /** A command to run it through, such as one that enters a network namespace. */
  readonly through?: readonly string[]
}

/** A program of this folder's; `.mjs` files run in a plain Node, so that nothing but the program is measured. */
export function startProgram(file: string, { args = [], flags = [], through = [] }: Start = {}): Program {
  const nodeFlags = file.endsWith('.mjs') ? flags : [...process.execArgv, ...flags]
  const words = [...through, process.execPath, ...nodeFlags, join(import.meta.dirname, file), ...args]
  const child = spawn(words[0] as string, words.slice(1), { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  const listeners = new Map<string, Set<(message: never) => void>>()
  const ended = new Promise<never>((_, reject) =>
    child.once('exit', (code) => reject(new Error(`${file} ended by itself (${code})`))),
  )
  ended.catch(() => {})
  child.on('message', (message: { type: string }) => {
    for (const listener of [...(listeners.get(message.type) ?? [])]) listener(message as never)
  })
  const on: Program['on'] = (type, listener) => {
    const known = listeners.get(type) ?? new Set()
    listeners.set(type, known.add(listener))
  }
  return {
    process: child,
    on,
    tell: (message) => void child.send(message),
    ask<T>(message: object, answer: string) {
      const heard = new Promise<T>((resolve) => {
        const once = (value: never) => {
          listeners.get(answer)?.delete(once)
          resolve(value)
        }
        on(answer, once)
      })
      child.send(message)
      return Promise.race([heard, ended])
    },
    async end() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      const hard = setTimeout(() => child.kill('SIGKILL'), 5000)
      await gone
      clearTimeout(hard)
    },
  }
}

export interface BenchDatabase {
  readonly url: string
  stop(): Promise<void>
}

/** A PostgreSQL as the product starts it, in a folder that goes with it. Durable writes: they are part of the price. */
export async function startDatabase(): Promise<BenchDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'bedside-bench-'))
  const database = await startEmbeddedPostgres(folder, () => {})
  return {
    url: database.connectionString,
    async stop() {
      await database.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
