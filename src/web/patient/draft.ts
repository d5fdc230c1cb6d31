// Keeps what was typed through a reload of this tab, and nothing else: sessionStorage ends with the tab, and the
// words are removed as soon as the visit exists.
import type { Draft } from './arrive/arrive-model.ts'
import { NOTHING_TYPED, type Typed } from './arrive/typed.ts'

/** A browser may forbid storage altogether: then a reload forgets, and nothing else happens. */
export function sessionDraft(slug: string): Draft {
  const key = `bedside.arriving.${slug}`
  return {
    load() {
      try {
        const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null')
        return isTyped(kept) ? kept : null
      } catch {
        return null
      }
    },
    save(typed) {
      try {
        sessionStorage.setItem(key, JSON.stringify(typed))
      } catch {}
    },
    clear() {
      try {
        sessionStorage.removeItem(key)
      } catch {}
    },
  }
}

/** The page may be newer than what was kept: it must have each part, of the same kind. */
function isTyped(kept: Partial<Typed> | null): kept is Typed {
  return kept !== null && hasShape(kept, NOTHING_TYPED)
}

function hasShape(kept: unknown, shape: unknown): boolean {
  if (typeof shape !== 'object' || shape === null) return typeof kept === typeof shape
  if (typeof kept !== 'object' || kept === null) return false
  return Object.entries(shape).every(([name, part]) => hasShape((kept as Record<string, unknown>)[name], part))
}
