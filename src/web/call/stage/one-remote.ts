// The other person of a call between two: what screens for one picture show.
import type { EngineState, RemoteParticipant } from '../../media/engine.ts'

export function oneRemote(state: EngineState | null | undefined): RemoteParticipant | null {
  const [one = null] = state?.remotes.values() ?? []
  return one
}

/** Their camera and microphone. */
export const remoteStream = (state: EngineState | null | undefined): MediaStream | null =>
  oneRemote(state)?.streams.get('camera') ?? null
