// Runs a TypeScript file as a Node process of its own, for tests that end or kill it. Node 20 cannot read TypeScript, so
// the file is built first, with everything it imports from this project.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'vite'

export interface Program {
  /** Starts it; resolves with the first line it prints. */
  start(...args: string[]): Promise<{ readonly process: ChildProcess; readonly line: string }>
  remove(): Promise<void>
}

export async function buildProgram(entry: string): Promise<Program> {
  // Inside the project, where its packages are found.
  await mkdir('.cache', { recursive: true })
  const folder = await mkdtemp('.cache/program-')
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['source', 'node'] },
    ssr: { resolve: { conditions: ['source', 'node'] } },
    build: { ssr: resolve(entry), outDir: folder, emptyOutDir: true, minify: false },
  })
  const file = join(folder, basename(entry).replace(/\.ts$/, '.js'))
  return {
    async start(...args) {
      const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
      const first = once(createInterface({ input: child.stdout }), 'line') as Promise<[string]>
      const line = await Promise.race([
        first.then(([text]) => text),
        once(child, 'exit').then(([code]) => `ended with ${code}`),
      ])
      return { process: child, line }
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
