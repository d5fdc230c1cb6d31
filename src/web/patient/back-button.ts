// Gives the browser's own back button a meaning within the journey: one step back, never out of it by mistake.
import type { JourneyModel, Screen } from './journey-model.ts'

const DEPTHS: Partial<Record<Screen['at'], number>> = { door: 0, details: 1, equipment: 2 }

export function watchBackButton(journey: JourneyModel): void {
  let depth = 0
  journey.screen.subscribe(({ at }) => {
    const next = DEPTHS[at]
    if (next === undefined) return
    if (next > depth) history.pushState({ depth: next }, '')
    depth = next
  })
  addEventListener('popstate', () => journey.back())
}
