// Waits for the track of a camera or microphone that is about to run: the browser's question is still open, or the track has
// just gone and may come back.
import type { EquipmentWorld } from './equipment-world.ts'

/** A device that vanished is opened again, or another in its place, within this time or not at all. */
const COMES_BACK_WITHIN_MS = 1500

/** The running track, or null when there will be none. A muted microphone has one that says nothing: null. */
export function runningTrack(
  { local, later }: Pick<EquipmentWorld, 'local' | 'later'>,
  kind: 'camera' | 'microphone',
  signal: AbortSignal,
): Promise<MediaStreamTrack | null> {
  return new Promise((resolve) => {
    let stopTimer: (() => void) | undefined
    const answer = (track: MediaStreamTrack | null) => {
      stopTimer?.()
      stopWatching()
      signal.removeEventListener('abort', giveUp)
      resolve(track)
    }
    const giveUp = () => answer(null)
    const look = () => {
      const now = local.state.get()
      const state = now[kind]
      const track = kind === 'camera' ? now.video : now.audio
      if (state === 'on' && track) answer(track)
      else if (state === 'lost') stopTimer ??= later(giveUp, COMES_BACK_WITHIN_MS)
      else if (state !== 'asking' && state !== 'on') giveUp()
    }
    const stopWatching = local.state.subscribe(look)
    signal.addEventListener('abort', giveUp)
    if (signal.aborted) giveUp()
    else look()
  })
}
