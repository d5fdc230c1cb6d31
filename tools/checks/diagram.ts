// The diagram in ARCHITECTURE.md shows which folder imports which: each of its arrows must be in the code, and the other
// way round. Tests and examples are left out: they may import what they show.
import { readFileSync } from 'node:fs'
import type { Check, Finding, Source } from '../sources.ts'

const PATH = 'ARCHITECTURE.md'
const FIRST_LINE = 'importer'

/** The first pattern that fits a path names its box. Other files of `src/web` (the two HTML files) import nothing. */
const BOXES: readonly (readonly [pattern: RegExp, box: string | null])[] = [
  [/\.(test|examples)\.tsx?$/, null],
  [/^src\/server\/(app|deps)\.ts$/, '$1'],
  [/^src\/server\/(main|serve|operate|banner|production)\.ts$/, 'start'],
  [/^src\/server\/[^/]+\.ts$/, 'config'],
  [/^src\/server\/(platform|integrations)\//, '$1'],
  [/^src\/server\/[^/]+\//, 'slices'],
  [/^src\/web\/([^/]+)\//, '$1'],
  [/^src\/(domain|contract)\//, '$1'],
]

/** `a ─► b`, or `a ┄► b` where all imports are of types. */
type Arrow = string

export const diagram: Check = (sources) => compareArrows(readFileSync(PATH, 'utf8'), sources)

export function compareArrows(page: string, sources: readonly Source[]): Finding[] {
  const drawn = drawnArrows(page)
  if (drawn === null) return [{ path: PATH, says: `has no diagram: a text block whose first word is "${FIRST_LINE}".` }]
  const real = realArrows(sources)
  return [
    ...[...real]
      .filter(([arrow]) => !drawn.has(arrow))
      .map(([arrow, path]) => ({ path: PATH, says: `lacks the arrow ${arrow}, which ${path} needs.` })),
    ...[...drawn]
      .filter((arrow) => !real.has(arrow))
      .map((arrow) => ({ path: PATH, says: `draws the arrow ${arrow}, which is not in the code.` })),
  ]
}

/** Lines like `call ─► kit ui ┄► net`. */
function drawnArrows(page: string): Set<Arrow> | null {
  const block = new RegExp(`^\`\`\`\\n${FIRST_LINE}[^\\n]*\\n([^\`]*)\`\`\`$`, 'm').exec(page)
  if (!block?.[1]) return null
  const arrows = new Set<Arrow>()
  for (const line of block[1].split('\n')) {
    const [from, ...rest] = line.trim().split(/\s+/)
    let kind = ''
    for (const word of rest) {
      if (/^[─┄]►$/.test(word)) kind = word
      else arrows.add(`${from} ${kind} ${word}`)
    }
  }
  return arrows
}

/** Each arrow with a file that needs it. */
function realArrows(sources: readonly Source[]): Map<Arrow, string> {
  const atRunTime = new Map<string, string>()
  const typesOnly = new Map<string, string>()
  for (const { path, imports } of sources) {
    const from = boxOf(path)
    if (from === null) continue
    for (const { to, typeOnly } of imports) {
      const box = boxOf(to)
      if (box !== null && box !== from) (typeOnly ? typesOnly : atRunTime).set(`${from}>${box}`, path)
    }
  }
  const named = (pair: string, kind: string): Arrow => pair.replace('>', ` ${kind} `)
  return new Map([
    ...[...atRunTime].map(([pair, path]) => [named(pair, '─►'), path] as const),
    ...[...typesOnly]
      .filter(([pair]) => !atRunTime.has(pair))
      .map(([pair, path]) => [named(pair, '┄►'), path] as const),
  ])
}

function boxOf(path: string): string | null {
  for (const [pattern, box] of BOXES) {
    const match = pattern.exec(path)
    if (match) return box?.replace('$1', match[1] ?? '') ?? null
  }
  return null
}
