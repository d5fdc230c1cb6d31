// Listens from before the camera is looked at until the microphone's stage is over, so that a voice counts whenever it
// comes. Follows the microphone when another takes over.
import type { EquipmentWorld } from './equipment-world.ts'
import { isEnough, type SoundWindow } from './microphone.ts'
import type { Listening } from './microphone-listen.ts'
import { runningTrack } from './running-track.ts'

export interface Ear {
  open(): void
  /** What was heard, once it is enough or the signal ends the waiting. */
  enough(signal: AbortSignal): Promise<readonly SoundWindow[] | null>
  close(): void
}

const LOOK_EVERY_MS = 100
/** Where the browser gives no sound for so long, it gives none: it has no way out for sound, or wants a touch first. */
const DEAF_AFTER_LOOKS = 12

export function createEar(world: Pick<EquipmentWorld, 'local' | 'listen' | 'later'>): Ear {
  let listening: Listening | null = null
  let track: MediaStreamTrack | null = null
  let stopFollowing = () => {}

  const follow = (audio: MediaStreamTrack | null) => {
    if (audio === track) return
    listening?.close()
    track = audio
    listening = audio && world.listen(audio)
  }

  return {
    open() {
      follow(world.local.state.get().audio)
      stopFollowing = world.local.state.subscribe(({ audio }) => follow(audio))
    },
    async enough(signal) {
      let deaf = 0
      // A muted microphone says nothing, however long one waits; one that is lost may be there again in a moment.
      while (!signal.aborted && (await runningTrack(world, 'microphone', signal))) {
        const windows = listening?.windows() ?? null
        deaf = windows === null ? deaf + 1 : 0
        if (isEnough(windows ?? []) || deaf > DEAF_AFTER_LOOKS) break
        await new Promise<void>((resolve) => void world.later(resolve, LOOK_EVERY_MS))
      }
      return listening?.windows() ?? null
    },
    close() {
      stopFollowing()
      follow(null)
    },
  }
}
