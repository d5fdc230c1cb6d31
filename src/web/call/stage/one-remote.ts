// The other person of a call between two: what screens for one picture show.
import type { EngineState, RemoteParticipant } from '../../media/engine.ts'

export function oneRemote(state: EngineState | null | undefined): RemoteParticipant | null {
  const [one = null] = state?.remotes.values() ?? []
  return one
}

/** Their camera and microphone. `participantId`: of nobody else, whoever the call is with. */
export function remoteStream(state: EngineState | null | undefined, participantId?: string): MediaStream | null {
  const remote = participantId === undefined ? oneRemote(state) : state?.remotes.get(participantId)
  return remote?.streams.get('camera') ?? null
}
