// Away from the page at once, and out of the browser's Back, for whoever must not be seen with it. The visit keeps its place.
import { words } from '#text/quick-exit'
import { browserSteps } from '../back-button.ts'

export interface ExitWorld {
  /** Nothing of the page is to be seen or read while another comes. */
  cover(): void
  /** How many steps of the journey lie behind this one in the browser's history. */
  depth(): number
  /** Goes back so many steps, then `run`. */
  back(steps: number, run: () => void): void
  replace(address: string): void
}

export const browserExit: ExitWorld = {
  cover() {
    document.title = words.title
    document.body.hidden = true
  },
  depth: () => browserSteps.depth() ?? 0,
  back(steps, run) {
    let left = false
    const once = (event?: Event) => {
      event?.stopImmediatePropagation()
      if (!left) run()
      left = true
    }
    // Before the journey hears of it, which would draw an earlier step.
    addEventListener('popstate', once, { capture: true })
    setTimeout(once, STEPS_BACK_MS)
    history.go(-steps)
  },
  replace: (address) => location.replace(address),
}

/** A browser that does not go back is not waited for any longer. */
const STEPS_BACK_MS = 300

export function exitQuickly(world: ExitWorld = browserExit): void {
  world.cover()
  const leave = () => world.replace(words.address)
  const steps = world.depth()
  if (steps > 0) world.back(steps, leave)
  else leave()
}

/** Three presses of Escape that follow each other at once do the same. */
const PRESSES = 3
const WITHIN_MS = 1500

/** To be told each press of Escape. */
export function thrice(run: () => void, now: () => number): () => void {
  let presses: number[] = []
  return () => {
    presses = [...presses.filter((at) => now() - at < WITHIN_MS), now()]
    if (presses.length < PRESSES) return
    presses = []
    run()
  }
}

export function watchEscape(): void {
  const pressed = thrice(exitQuickly, () => performance.now())
  addEventListener('keydown', ({ key, repeat }) => key === 'Escape' && !repeat && pressed(), { capture: true })
}
