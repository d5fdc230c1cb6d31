// The checks that other programs make: types in four environments, formatting and lint, unused code.
import { spawn } from 'node:child_process'

export interface ProgramCheck {
  readonly name: string
  readonly command: readonly string[]
  /** What to do when it fails. */
  readonly advice: string
}

const types = (name: string): ProgramCheck => ({
  name: `types: ${name}`,
  command: ['tsc', '-p', `tsconfig.${name}.json`, '--noEmit', '--pretty', 'false'],
  advice: `Types do not fit. Try one place at a time: npx tsc -p tsconfig.${name}.json --noEmit`,
})

export const programChecks: readonly ProgramCheck[] = [
  types('pure'),
  types('server'),
  types('web'),
  types('tests'),
  {
    name: 'format and lint',
    command: ['biome', 'check', '--colors=off', '--diagnostic-level=error', '--max-diagnostics=40'],
    advice: 'Most of it repairs itself: npm run format',
  },
  {
    name: 'unused code',
    // That configuration tells it that dist is made from src, to which `#domain` and `#contract` point once built.
    command: ['knip', '--no-progress', '--no-config-hints', '--tsConfig', 'tsconfig.server.json'],
    advice: 'Remove what nothing uses; do not export what one file alone uses. Entries are named in knip.jsonc.',
  },
]

/** What it printed, or null when it was content. */
export function runProgram({ command: [name = '', ...args] }: ProgramCheck): Promise<string | null> {
  const child = spawn(`node_modules/.bin/${name}`, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  })
  const printed: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => printed.push(text))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code === 0 ? null : printed.join('').trim()))
  })
}
