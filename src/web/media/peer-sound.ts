// How long received sound waits before it is played. A little patience lets it outlive a stumble of the network; it takes
// only what the path leaves of the time in which a conversation still feels natural.

/** ITU-T G.114: one way, from mouth to ear. */
const NATURAL_ONE_WAY_MS = 150
const LEAST_MS = 40
const MOST_MS = 120

/** Every change stretches or squeezes the voice: it must be worth it. */
const WORTH_MS = 30

/** How long to hold sound (ms) on a path with this round trip; while it is not known, as on a short one. */
export function holdSoundMs(roundTripMs: number | null): number {
  const left = NATURAL_ONE_WAY_MS - (roundTripMs ?? 0) / 2
  return Math.round(Math.min(MOST_MS, Math.max(LEAST_MS, left)))
}

/** Asks a receiver to hold its sound so long, where the browser can. */
export function holdSound(receivers: readonly RTCRtpReceiver[], roundTripMs: number | null): void {
  for (const receiver of receivers) {
    if (receiver.track.kind !== 'audio' || !('jitterBufferTarget' in receiver)) continue
    const target = holdSoundMs(roundTripMs)
    const now = receiver.jitterBufferTarget
    if (now === null || Math.abs(now - target) >= WORTH_MS) receiver.jitterBufferTarget = target
  }
}
