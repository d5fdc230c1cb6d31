// Notices when a running device stops giving anything: unplugged, taken by a phone call, asleep. Decides nothing.

/** iOS mutes a track for a moment at every interruption; only one that lasts is a fault. */
const MUTED_FOR_MS = 2000

/** Calls `stopped` once when `track` ends or stays mute while the page is looked at. Returns the way out. */
export function watchTrack(track: MediaStreamTrack, stopped: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null
  const forget = () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }
  const end = () => {
    leave()
    stopped()
  }
  const mute = () => {
    forget()
    timer = setTimeout(() => {
      if (track.muted && !document.hidden) end()
    }, MUTED_FOR_MS)
  }
  const leave = () => {
    forget()
    track.removeEventListener('ended', end)
    track.removeEventListener('mute', mute)
    track.removeEventListener('unmute', forget)
  }
  track.addEventListener('ended', end)
  track.addEventListener('mute', mute)
  track.addEventListener('unmute', forget)
  return leave
}

/** Whether a track gives anything now. */
export const isAlive = (track: MediaStreamTrack | null) => track !== null && track.readyState === 'live' && !track.muted

/** Calls `back` when the page is looked at again, and `changed` when devices come or go. Returns the way out. */
export function watchPage(back: () => void, changed: () => void): () => void {
  const look = () => {
    if (!document.hidden) back()
  }
  document.addEventListener('visibilitychange', look)
  addEventListener('pageshow', look)
  navigator.mediaDevices?.addEventListener?.('devicechange', changed)
  return () => {
    document.removeEventListener('visibilitychange', look)
    removeEventListener('pageshow', look)
    navigator.mediaDevices?.removeEventListener?.('devicechange', changed)
  }
}
