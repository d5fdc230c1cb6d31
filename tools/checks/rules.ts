// Every rule of docs/spec is held by a test whose title quotes its number, and no title quotes a rule that is not there.
import { Visitor } from 'vite'
import type { Check, Finding, Source } from '../sources.ts'
import { lineAt } from '../sources.ts'

const QUOTED = /\[([A-Z]{1,4}\d+)\]/g
/** A rule's own place: the beginning of a line or of a list's entry. */
const DEFINED = /^\s*(?:[-*]\s+)?(?:\*\*)?\[([A-Z]{1,4}\d+)\]/gm

interface Place {
  readonly path: string
  readonly line: number
}

export const rules: Check = (sources) => {
  const defined = new Map<string, Place>()
  const found: Finding[] = []
  for (const { path, text } of sources.filter((source) => /^docs\/spec\/.*\.md$/.test(source.path))) {
    for (const match of text.matchAll(DEFINED)) {
      const [, id = ''] = match
      const place = { path, line: lineAt(text, match.index + match[0].length) }
      const first = defined.get(id)
      if (first)
        found.push({
          ...place,
          says: `[${id}] is taken: it stands in ${first.path}:${first.line}. Give this rule the next number.`,
        })
      else defined.set(id, place)
    }
  }
  const quoted = new Set<string>()
  for (const source of sources.filter(({ path }) => /\.test\.tsx?$/.test(path))) {
    for (const { id, line } of quotedIn(source)) {
      quoted.add(id)
      if (!defined.has(id))
        found.push({ path: source.path, line, says: `quotes [${id}], and no rule in docs/spec has that number.` })
    }
  }
  for (const [id, place] of defined) {
    if (!quoted.has(id)) found.push({ ...place, says: `[${id}] is held by no test: write one whose title quotes it.` })
  }
  return found
}

function quotedIn(source: Source): { id: string; line: number }[] {
  const found: { id: string; line: number }[] = []
  new Visitor({
    CallExpression(node) {
      if (!isTest(node.callee)) return
      const title = node.arguments[0]
      if (!title || (title.type !== 'Literal' && title.type !== 'TemplateLiteral')) return
      for (const [, id = ''] of source.text.slice(title.start, title.end).matchAll(QUOTED)) {
        found.push({ id, line: lineAt(source.text, title.start) })
      }
    },
  }).visit(source.tree as NonNullable<typeof source.tree>)
  return found
}

interface Called {
  readonly type: string
  readonly name?: unknown
  readonly object?: unknown
  readonly callee?: unknown
  readonly tag?: unknown
}

/** `test`, `test.each(...)`, `describe.runIf(...)`: whatever begins with one of the three. */
function isTest(called: unknown): boolean {
  const { type, name, object, callee, tag } = called as Called
  if (type === 'Identifier') return name === 'test' || name === 'it' || name === 'describe'
  const inner = object ?? callee ?? tag
  return inner !== undefined && isTest(inner)
}
