// Listens to the microphone from the camera's step to the end of the microphone's step, so that somebody who speaks early
// has been heard. When the person chooses another microphone it listens to that one.
import type { EquipmentWorld } from './equipment-world.ts'
import { isEnough, type SoundWindow } from './microphone.ts'
import type { Listening } from './microphone-listen.ts'
import { runningTrack } from './running-track.ts'

export interface Ear {
  open(): void
  /** Resolves with what was heard, once that is enough or `signal` is aborted. */
  enough(signal: AbortSignal): Promise<readonly SoundWindow[] | null>
  close(): void
}

const LOOK_EVERY_MS = 100
/** A browser that gave no sound for so many looks will give none: it has no sound output, or waits for a touch. */
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
      // Waiting does not help with a muted microphone; a lost one may come back in a moment.
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
