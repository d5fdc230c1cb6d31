// The stages of the check: in which order, how long each may take, and where each stands on the bar.

export const STAGES = ['device', 'camera', 'microphone', 'speaker', 'connection'] as const
export type Stage = (typeof STAGES)[number]

/** The whole check, without the time in which a question for permission is open or nobody looks at the page. */
export const LONGEST_MS = 20_000
/** The longest that each stage may take; the connection has what the others leave. */
export const STAGE_MS: Readonly<Record<Exclude<Stage, 'connection'>, number>> = {
  device: 800,
  camera: 4000,
  microphone: 3500,
  speaker: 5000,
}

/** What each stage usually takes of the whole. */
const SHARES: Readonly<Record<Stage, number>> = {
  device: 0.02,
  camera: 0.12,
  microphone: 0.12,
  speaker: 0.16,
  connection: 0.58,
}

/** Where the bar stands with `done` (0 to 1) of a stage done. */
export function barAt(stage: Stage, done: number): number {
  let before = 0
  for (const each of STAGES) {
    if (each === stage) break
    before += SHARES[each]
  }
  return before + SHARES[stage] * Math.min(1, Math.max(0, done))
}
