// Runs one of PostgreSQL's programs under the database's account. Gives it nothing of our own environment.
import { type ChildProcess, spawn } from 'node:child_process'
import type { Account } from './account.ts'

/** Folders that the program finds at `/proc/self/fd/3`, `/4` and so on: open files that it inherits. */
export type Handed = readonly number[]

/** The first of the handed folders has this number in the program: 0 to 2 are its input, output and errors. */
export const FIRST_HANDED = 3

export function startProgram(
  path: string,
  args: readonly string[],
  account: Account | null,
  handed: Handed = [],
): ChildProcess {
  return spawn(path, args, {
    ...account,
    cwd: process.platform === 'win32' ? undefined : '/',
    // Its messages in English, so that we can read them; none of our secrets. Windows cannot do without its own.
    env: process.platform === 'win32' ? undefined : { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['pipe', 'pipe', 'pipe', ...handed],
    // A group of its own: Ctrl+C in the terminal is for Bedside, which ends the database after its last query.
    detached: true,
    windowsHide: true,
  })
}

/** Runs to the end. Throws with what it printed when it fails. */
export async function runProgram(
  path: string,
  args: readonly string[],
  account: Account | null,
  handed: Handed = [],
  input = '',
): Promise<string> {
  const child = startProgram(path, args, account, handed)
  child.stdin?.on('error', () => {})
  child.stdin?.end(input)
  const printed: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => printed.push(text))
  const code = await new Promise<number | string | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (exit, signal) => resolve(exit ?? signal))
  })
  if (code !== 0) throw new Error(`${path} ended with ${code}: ${printed.join('').trim()}`)
  return printed.join('')
}

/** What a program printed, or '' if it failed. */
export const programOutput = (path: string, args: readonly string[]) => runProgram(path, args, null).catch(() => '')
