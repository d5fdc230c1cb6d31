// What there is to see and hear of the other side: what they say of themselves, checked against the frames that really
// arrive. Pure but for its memory; knows no connection.
import { FROZEN_AFTER_MS } from '#domain/call'
import type { RemoteParticipant } from './engine.ts'
import type { PeerState } from './peer-channel.ts'

export interface RemoteWatch {
  /** One look: `framesDecoded` is the total so far, `at` is `performance.now()`. */
  look(now: { at: number; flowing: boolean; framesDecoded: number; said: PeerState | null }): RemoteLook
}

export interface RemoteLook {
  readonly picture: RemoteParticipant['picture']
  readonly sound: RemoteParticipant['sound']
  /** When a new frame was last counted (`performance.now()`); null when none was yet. */
  readonly lastFrameAt: number | null
}

export function watchRemote(): RemoteWatch {
  let frames = 0
  let lastFrameAt: number | null = null
  let showing = false
  let showingSince = 0
  return {
    look({ at, flowing, framesDecoded, said }) {
      if (framesDecoded !== frames) {
        frames = framesDecoded
        lastFrameAt = at
      }
      const claims = flowing && (said ? said.picture === 'showing' : lastFrameAt !== null)
      if (claims && !showing) showingSince = at
      showing = claims
      return { picture: picture(at, flowing, said), sound: flowing ? (said?.sound ?? 'none') : 'none', lastFrameAt }
    },
  }

  function picture(at: number, flowing: boolean, said: PeerState | null): RemoteLook['picture'] {
    if (!flowing) return 'none'
    if (said && said.picture !== 'showing') return said.picture
    if (lastFrameAt === null) return 'none'
    // A picture that comes back after a pause has the same second to show its first frame.
    const newest = Math.max(lastFrameAt, showingSince)
    if (at - newest > FROZEN_AFTER_MS) return 'frozen'
    return lastFrameAt >= showingSince || said === null ? 'showing' : 'none'
  }
}
