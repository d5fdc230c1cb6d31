// What this tab remembers until the clinic knows it: that whoever has this visit chose to be phoned.
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
