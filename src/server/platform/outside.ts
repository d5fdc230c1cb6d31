// What came from outside, made fit to be kept: PostgreSQL stores no NUL in text and no half of a surrogate pair in JSON.
// It checks nothing that a schema says; it runs before the schema does.
import { Problem } from '#domain/problem'

/** Levels of nesting; the deepest message of ours has five. Deeper ones are made to break programs. */
const DEEPEST = 16

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
