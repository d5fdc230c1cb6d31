// What this tab remembers through a reload: that it has a visit, and whether with picture, sound or a phone call.
// Nothing about the person.
import type { JourneyWorld, Wish } from './journey-model.ts'

const KEY = 'bedside.wish'
const WISHES: readonly string[] = ['video', 'sound-only', 'phone'] satisfies Wish[]

export const tabMemory: JourneyWorld['memory'] = {
  load() {
    try {
      const kept = sessionStorage.getItem(KEY)
      return kept !== null && WISHES.includes(kept) ? (kept as Wish) : null
    } catch {
      return null
    }
  },
  save(wish) {
    try {
      if (wish === null) sessionStorage.removeItem(KEY)
      else sessionStorage.setItem(KEY, wish)
    } catch {}
  },
}
