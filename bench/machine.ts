// Facts about the machine that figures are worth nothing without.
import { execFileSync } from 'node:child_process'
import { cpus, totalmem } from 'node:os'

/** The browser that the measures drive. */
export const CHROMIUM = process.env.BEDSIDE_CHROMIUM ?? '/usr/bin/chromium'

export interface Machine {
  readonly processor: string
  readonly cores: number
  readonly memoryGB: number
  readonly node: string
  /** `none` where there is no Chromium. */
  readonly chromium: string
}

export function machine(): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    chromium: chromiumVersion(),
  }
}

function chromiumVersion(): string {
  try {
    return execFileSync(CHROMIUM, ['--version', '--no-sandbox'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
      .replace(/^Chromium\s+/, '')
      .split(' ')[0] as string
  } catch {
    return 'none'
  }
}
