// What came from outside, made fit to be kept: PostgreSQL stores no NUL in text and no half of a surrogate pair in JSON.
// It walks nothing before a schema has said what shape it has: what nobody declared is dropped unread.
import { Problem } from '#domain/problem'

/** Levels of nesting; the deepest message of ours has five. Deeper ones are made to break programs. */
export const DEEPEST = 16

/**
 * `value` as JSON gave it, without NUL characters and with halves of surrogate pairs replaced by U+FFFD: objects and
 * arrays in place. Throws `request/invalid` for what is nested too deeply.
 */
export function storable(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return value.replace(/\0/g, '').replace(/\p{Surrogate}/gu, '\ufffd')
  if (typeof value !== 'object' || value === null) return value
  if (depth === DEEPEST) throw new Problem('request/invalid')
  const parts = value as Record<string, unknown>
  for (const key of Object.keys(parts)) parts[key] = storable(parts[key], depth + 1)
  return value
}

export interface Checker {
  Check(value: unknown): boolean
  /** Without what the schema does not declare. */
  Clean(value: unknown): unknown
}

/** `raw` as the schema declares it, fit to be kept. Throws `request/invalid`. */
export function checked(schema: Checker, raw: unknown): unknown {
  if (!schema.Check(raw)) throw new Problem('request/invalid')
  // What the schema does not declare goes no further, least of all to the other page of a call.
  const value = storable(schema.Clean(raw))
  // What stood in a text that must hold something may have been nothing but NUL.
  if (!schema.Check(value)) throw new Problem('request/invalid')
  return value
}
