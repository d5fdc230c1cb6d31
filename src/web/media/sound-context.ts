// The page's one AudioContext. Browsers start it only after the person has touched the page, and phones suspend it: it is
// resumed with the next touch or key.
let context: AudioContext | null = null

/** Null where the browser has none. */
export function soundContext(): AudioContext | null {
  if (!('AudioContext' in globalThis)) return null
  if (context === null) {
    context = new AudioContext({ latencyHint: 'interactive' })
    for (const gesture of ['pointerdown', 'keydown', 'touchend']) addEventListener(gesture, wake, { passive: true })
    document.addEventListener('visibilitychange', wake)
  }
  wake()
  return context
}

function wake() {
  // Without a gesture the browser refuses, and the next one tries again.
  if (context !== null && context.state !== 'running') context.resume().catch(() => undefined)
}
