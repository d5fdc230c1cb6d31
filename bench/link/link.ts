// An emulated link between two network namespaces (root, gcc, iproute2 and /dev/net/tun are needed), and browsers that
// live at either end of it. Names carry the process id, so that two runs do not meet.
import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface LinkShape {
  /** 0: no limit. */
  readonly kbit: number
  /** One way. */
  readonly delayMs: number
  readonly lossPercent: number
  readonly queueMs: number
}

export interface Link {
  /** Shapes both ways alike. */
  shape(shape: LinkShape): void
  cut(): void
  mend(): void
  /** An executable that runs Chromium at that end. */
  browserAt(end: 'a' | 'b'): string
  /** What to put before a command to run it at that end; its address there is 10.88.0.1 (a) or 10.88.0.2 (b). */
  commandAt(end: 'a' | 'b'): readonly string[]
  close(): void
}

const words = (shape: LinkShape) => `${shape.kbit},${shape.delayMs},0,${shape.lossPercent},${shape.queueMs}`

/** Why no link can be made here, or null when it can. */
export function linkHindrance(): string | null {
  if (process.getuid?.() !== 0) return 'needs root'
  if (!existsSync('/dev/net/tun')) return 'needs /dev/net/tun'
  for (const program of ['gcc', 'ip'])
    try {
      execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' })
    } catch {
      return `needs ${program}`
    }
  return null
}

export async function openLink(shape: LinkShape, seed: number, chromium: string): Promise<Link> {
  const folder = join(tmpdir(), `bedside-link-${process.pid}`)
  mkdirSync(folder, { recursive: true })
  const emulator = join(folder, 'emulator')
  execFileSync('gcc', ['-O2', '-o', emulator, join(import.meta.dirname, 'emulator.c')])
  const names = { a: `bedsideA${process.pid}`, b: `bedsideB${process.pid}` }
  const ip = (...args: string[]) => execFileSync('ip', args)
  for (const name of Object.values(names)) {
    ip('netns', 'add', name)
    ip('-n', name, 'link', 'set', 'lo', 'up')
  }
  const both = words(shape)
  const child = spawn(emulator, [names.a, names.b, `up=${both}`, `down=${both}`, `seed=${seed}`], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve())
    child.once('exit', () => reject(new Error('the link emulator did not start')))
  })
  for (const [end, address] of [
    ['a', '10.88.0.1/30'],
    ['b', '10.88.0.2/30'],
  ] as const) {
    ip('-n', names[end], 'addr', 'add', address, 'dev', 'link0')
    ip('-n', names[end], 'link', 'set', 'link0', 'up', 'mtu', '1500')
  }
  const say = (line: string) => child.stdin.write(`${line}\n`)
  return {
    shape: (next) => say(`both ${words(next)}`),
    cut: () => say('cut'),
    mend: () => say('mend'),
    browserAt(end) {
      const wrapper = join(folder, `chromium-${end}`)
      writeFileSync(wrapper, `#!/bin/sh\nexec ip netns exec ${names[end]} ${chromium} "$@"\n`)
      chmodSync(wrapper, 0o755)
      return wrapper
    },
    commandAt: (end) => ['ip', 'netns', 'exec', names[end]],
    close() {
      child.stdin.end('quit\n')
      for (const name of Object.values(names)) ip('netns', 'del', name)
    },
  }
}
