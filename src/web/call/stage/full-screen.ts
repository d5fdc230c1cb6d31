// Full screen for the whole call, where the browser has it (an iPhone has not).
import { useEffect, useState } from 'preact/hooks'

export interface FullScreen {
  readonly on: boolean
  toggle(): void
}

/** Null where it is not supported. `element` is asked when pressed. */
export function useFullScreen(element: () => Element | null): FullScreen | null {
  const [on, setOn] = useState(document.fullscreenElement !== null)
  useEffect(() => {
    const changed = () => setOn(document.fullscreenElement !== null)
    document.addEventListener('fullscreenchange', changed)
    return () => document.removeEventListener('fullscreenchange', changed)
  }, [])
  if (!document.fullscreenEnabled) return null
  return {
    on,
    toggle() {
      // A refusal leaves the screen as it is, which is plain to see.
      if (document.fullscreenElement) document.exitFullscreen().catch(() => {})
      else
        element()
          ?.requestFullscreen()
          .catch(() => {})
    },
  }
}
