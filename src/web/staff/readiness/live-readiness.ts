// What a call measures now, told of each of its two people as the readiness card takes it. Pure.
import type { LiveFindings } from '#domain/equipment-judged'
import { oneRemote } from '../../call/stage/one-remote.ts'
import type { EngineState } from '../../media/engine.ts'
import type { LocalState } from '../../media/local.ts'

const mbps = (kbps: number | null) => (kbps === null ? null : kbps / 1000)

/** What comes from the patient; null until there is a call to measure. */
export function liveOfPatient(engine: EngineState | null): LiveFindings | null {
  const remote = oneRemote(engine)
  if (engine?.link !== 'ready' || !remote) return null
  const { measured } = engine
  return {
    lines: measured.receivedHeight,
    fps: measured.receivedFps,
    // Our down is their up: this is what the call carries, not what their line could.
    upMbps: mbps(measured.downKbps),
    downMbps: mbps(measured.upKbps),
    roundTripMs: measured.roundTripMs,
    lossPercent: measured.loss === null ? null : measured.loss * 100,
    path: measured.path,
    picture: remote.picture,
    sound: remote.sound,
  }
}

/** What goes from here; how it arrives is known at the other side only. */
export function liveOfPractitioner(engine: EngineState | null, own: LocalState): LiveFindings | null {
  if (engine?.link !== 'ready') return null
  const { measured, ownPicture } = engine
  return {
    lines: null,
    fps: null,
    upMbps: mbps(measured.upKbps),
    downMbps: mbps(measured.downKbps),
    roundTripMs: measured.roundTripMs,
    lossPercent: measured.loss === null ? null : measured.loss * 100,
    path: measured.path,
    picture: own.camera !== 'on' ? 'off' : ownPicture === 'paused-for-sound' ? 'paused-for-sound' : 'showing',
    sound: own.microphone === 'on' ? 'on' : own.microphone === 'off' ? 'muted' : 'none',
  }
}
