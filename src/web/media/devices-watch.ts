// Notices that a running camera or microphone has stopped giving anything, and the moments when it is worth trying again.
// Decides nothing about what the person wants.
import type { Kind } from './devices-open.ts'

export interface DeviceWatch {
  /** Watches this track in place of the last one of its kind. */
  follow(kind: Kind, track: MediaStreamTrack | null): void
  close(): void
}

export interface DeviceEvents {
  /** The track is over: unplugged, taken back by the system, or its permission withdrawn. */
  ended(kind: Kind): void
  /** The track lives but has given nothing for 2 s: another program or a telephone call has it. */
  silenced(kind: Kind): void
  /** The page is seen again, or devices came and went: what was lost may be there again. */
  changed(): void
}

/** A camera that starts is muted for a moment by itself; so long is not that. */
const MUTED_TOO_LONG_MS = 2000

export function watchDevices(events: DeviceEvents): DeviceWatch {
  const followed = new Map<Kind, () => void>()
  const whenVisible = () => {
    if (document.visibilityState === 'visible') events.changed()
  }
  document.addEventListener('visibilitychange', whenVisible)
  window.addEventListener('pageshow', whenVisible)
  navigator.mediaDevices?.addEventListener?.('devicechange', events.changed)

  const follow = (kind: Kind, track: MediaStreamTrack | null) => {
    followed.get(kind)?.()
    followed.delete(kind)
    if (!track) return
    let timer: ReturnType<typeof setTimeout> | null = null
    const stopTimer = () => {
      if (timer !== null) clearTimeout(timer)
      timer = null
    }
    const onMute = () => {
      stopTimer()
      timer = setTimeout(() => {
        // A hidden page loses its camera on phones as a matter of course: it is asked for when the page is seen again.
        if (track.muted && document.visibilityState === 'visible') events.silenced(kind)
      }, MUTED_TOO_LONG_MS)
    }
    const onEnded = () => events.ended(kind)
    track.addEventListener('ended', onEnded)
    track.addEventListener('mute', onMute)
    track.addEventListener('unmute', stopTimer)
    if (track.muted) onMute()
    followed.set(kind, () => {
      stopTimer()
      track.removeEventListener('ended', onEnded)
      track.removeEventListener('mute', onMute)
      track.removeEventListener('unmute', stopTimer)
    })
  }

  return {
    follow,
    close() {
      for (const stop of followed.values()) stop()
      followed.clear()
      document.removeEventListener('visibilitychange', whenVisible)
      window.removeEventListener('pageshow', whenVisible)
      navigator.mediaDevices?.removeEventListener?.('devicechange', events.changed)
    },
  }
}
