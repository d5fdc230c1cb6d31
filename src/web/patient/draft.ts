// Keeps what was typed through a reload of this tab, and nothing else: sessionStorage ends with the tab, and the
// words are removed as soon as the visit exists.
import type { Draft } from './arrive/arrive-model.ts'
import type { Typed } from './arrive/typed.ts'

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

function isTyped(kept: Partial<Typed> | null): kept is Typed {
  const birth = kept?.birth
  const strings = [kept?.firstName, kept?.lastName, kept?.phone, birth?.day, birth?.month, birth?.year]
  return strings.every((part) => typeof part === 'string') && typeof kept?.consent === 'boolean'
}
