// Remembers in this tab that the patient of this visit chose to be phoned, until the server knows it.
import type { VisitWorld } from './open-visit.ts'

const KEY = 'bedside.phone-me'

export function phoneChoice(visitId: string): VisitWorld['phoneChoice'] {
  return {
    load() {
      try {
        return sessionStorage.getItem(KEY) === visitId
      } catch {
        return false
      }
    },
    save(chosen) {
      try {
        if (chosen) sessionStorage.setItem(KEY, visitId)
        else sessionStorage.removeItem(KEY)
      } catch {}
    },
  }
}
