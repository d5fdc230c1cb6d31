// What came from outside, made fit to be kept and to be shown, wherever it comes in: texts have one form (domain/typed-text),
// but for those that a schema wants to the letter. It walks nothing before a schema has said what shape it has: what nobody
// declared is dropped unread.
import { VERBATIM } from '#contract/shapes'
import { Problem } from '#domain/problem'
import { cleanText } from '#domain/typed-text'

/** Levels of nesting; the deepest message of ours has five. Deeper ones are made to break programs. */
export const DEEPEST = 16

/** Which texts stay to the letter: this one, or those below these names (`*`: below any). */
export type Kept = true | { readonly [name: string]: Kept } | null

/**
 * `value` as JSON gave it, with its texts in one form: objects and arrays in place. Throws `request/invalid` for what is
 * nested too deeply.
 */
export function sanitizeInput(value: unknown, kept: Kept = null, depth = 0): unknown {
  if (typeof value === 'string') return kept === true ? toTheLetter(value) : cleanText(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth === DEEPEST) throw new Problem('request/invalid')
  const parts = value as Record<string, unknown>
  const below = kept === true ? null : kept
  for (const key of Object.keys(parts)) {
    const known = below && Object.hasOwn(below, key) ? below[key] : below?.['*']
    parts[key] = sanitizeInput(parts[key], known ?? null, depth + 1)
  }
  return value
}

export interface Checker {
  Check(value: unknown): boolean
  /** Without what the schema does not declare. */
  Clean(value: unknown): unknown
}

/** `raw` as the schema declares it, fit to be kept. Throws `request/invalid`. */
export function checked(schema: Checker, raw: unknown, kept: Kept = null): unknown {
  if (!schema.Check(raw)) throw new Problem('request/invalid')
  // What the schema does not declare goes no further, least of all to the other page of a call.
  const value = sanitizeInput(schema.Clean(raw), kept)
  // What stood in a text that must hold something may have been nothing that can be seen.
  if (!schema.Check(value)) throw new Problem('request/invalid')
  return value
}

/** PostgreSQL stores no NUL in text and no half of a surrogate pair in JSON. */
const toTheLetter = (text: string) => text.replace(/\0/g, '').replace(/\p{Surrogate}/gu, '\ufffd')

interface Schema {
  readonly $comment?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly patternProperties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
}

const known = new WeakMap<object, { readonly kept: Kept }>()

/** What a schema wants to the letter. */
export function keptBy(schema: unknown): Kept {
  if (typeof schema !== 'object' || schema === null) return null
  const found = known.get(schema) ?? { kept: read(schema as Schema) }
  known.set(schema, found)
  return found.kept
}

function read({ $comment, properties = {}, patternProperties = {}, items, anyOf = [] }: Schema): Kept {
  if ($comment === VERBATIM) return true
  const below = [
    ...Object.entries(properties),
    ...Object.values(patternProperties).map((each) => ['*', each] as const),
    ...(items ? [['*', items] as const] : []),
  ].flatMap(([name, each]) => {
    const kept = keptBy(each)
    return kept ? [[name, kept] as const] : []
  })
  return [below.length > 0 ? Object.fromEntries(below) : null, ...anyOf.map(keptBy)].reduce(both, null)
}

function both(one: Kept, other: Kept): Kept {
  if (one === null || other === null) return one ?? other
  if (one === true || other === true) return true
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return Object.fromEntries([...names].map((name) => [name, both(one[name] ?? null, other[name] ?? null)]))
}
