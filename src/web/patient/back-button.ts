// Gives the browser's own Back and Forward a meaning within the journey: a step, never out of it by mistake. Each entry of
// the history says how deep in the journey it is; one that does not is a fragment somebody followed, and means nothing.
import type { JourneyModel, Screen } from './journey-model.ts'

const DEPTHS: Partial<Record<Screen['at'], number>> = { door: 0, details: 1, equipment: 2 }

/** The part of the browser's history that is asked, so that a test can stand in for it. */
export interface Steps {
  /** How deep the entry is at which the browser stands; null where it is none of ours. */
  depth(): number | null
  push(depth: number): void
  replace(depth: number): void
  back(): void
  onMove(listener: () => void): void
}

export const browserSteps: Steps = {
  depth: () => (history.state as { depth?: number } | null)?.depth ?? null,
  push: (depth) => history.pushState({ depth }, ''),
  replace: (depth) => history.replaceState({ depth }, ''),
  back: () => history.back(),
  onMove: (listener) => addEventListener('popstate', listener),
}

export function watchBackButton(journey: Pick<JourneyModel, 'screen' | 'back'>, steps: Steps = browserSteps): void {
  let shown = 0
  let moving = false
  let entry = steps.depth() ?? 0
  if (steps.depth() === null) steps.replace(0)
  journey.screen.subscribe(({ at }) => {
    const depth = DEPTHS[at]
    if (depth === undefined) return
    if (!moving && depth > entry) {
      steps.push(depth)
      entry = depth
    }
    shown = depth
  })
  steps.onMove(() => {
    const to = steps.depth()
    if (to === null) return
    entry = to
    const screen = journey.screen.get()
    if (DEPTHS[screen.at] !== undefined && to > shown) return forward(screen, steps)
    // A long press on Back may go several steps at once.
    moving = true
    if (DEPTHS[screen.at] === undefined) journey.back()
    for (let tries = 0; tries < 3 && to < shown; tries++) journey.back()
    moving = false
  })
}

/** From the door the form opens again, with what was typed. Past the form only its own button leads. */
function forward(screen: Screen, steps: Steps): void {
  if (screen.at === 'door' && screen.start) screen.start()
  else steps.back()
}
