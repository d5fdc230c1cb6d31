// What a picture gives up first when the connection cannot carry everything: movement needs frames, a close look needs
// lines, talking a little of both. Pure, and never about how many bits the picture may take: that is the ladder's.
import { RUNGS, type Rung } from './call.ts'
import type { DegradationPreference } from './plan.ts'

type Share = Pick<Rung, 'lines' | 'maxFps'>

/**
 * The same bits, spent otherwise, from the second rung up to the last but one. A gait of 15 frames a second can still be
 * judged in 144 lines; the edge of a rash cannot, but it holds still.
 */
const SHARES: Record<Exclude<DegradationPreference, 'balanced'>, readonly Share[]> = {
  'frame-rate': [
    { lines: 144, maxFps: 15 },
    { lines: 180, maxFps: 25 },
    { lines: 270, maxFps: 30 },
  ],
  resolution: [
    { lines: 270, maxFps: 4 },
    { lines: 360, maxFps: 6 },
    { lines: 720, maxFps: 10 },
  ],
}

/** The rung as this favour spends it. The pause and the whole picture are the same for all. */
export function favoured(rung: Rung, favour: DegradationPreference): Rung {
  if (favour === 'balanced') return rung
  // A braced rung has fewer bits than its own: it is known by its needs.
  const share = SHARES[favour][RUNGS.findIndex(({ needsKbps }) => needsKbps === rung.needsKbps) - 1]
  return share ? { ...rung, ...share } : rung
}
