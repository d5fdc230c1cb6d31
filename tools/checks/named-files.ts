// knip.jsonc names files that exist: what it calls an entry and is gone would hide nothing, and say that there is something.
import { readFileSync } from 'node:fs'
import type { Check, Finding } from '../sources.ts'

const PATH = 'knip.jsonc'

export const namedFiles: Check = (sources) =>
  namedInVain(
    readFileSync(PATH, 'utf8'),
    sources.map(({ path }) => path),
  )

export function namedInVain(text: string, paths: readonly string[]): Finding[] {
  const [, list = ''] = /"entry": \[([^\]]*)\]/.exec(text) ?? []
  const patterns = list
    .split('\n')
    .filter((line) => !line.trim().startsWith('//'))
    .flatMap((line) => [...line.matchAll(/"([^"]+)"/g)].map(([, pattern = '']) => pattern.replace(/!$/, '')))
  return patterns
    .flatMap(alternatives)
    .filter((pattern) => !paths.some((path) => expression(pattern).test(path)))
    .map((pattern) => ({ path: PATH, says: `names ${pattern}, and there is no such file.` }))
}

/** `a/{b,c}.ts` names two files. */
function alternatives(pattern: string): string[] {
  const [whole, inside] = /\{([^}]*)\}/.exec(pattern) ?? []
  if (whole === undefined || inside === undefined) return [pattern]
  return inside.split(',').flatMap((each) => alternatives(pattern.replace(whole, each)))
}

function expression(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+^$()|[\]\\]/g, '\\$&')
    .replaceAll('**/', '\0')
    .replaceAll('*', '[^/]*')
    .replaceAll('\0', '(?:.*/)?')
  return new RegExp(`^${source}$`)
}
