// All that the check needs of the browser, in one place, so that it runs without one in tests.
import type { DeviceFinding } from '#domain/equipment'
import { type Later, later } from '../kit/later.ts'
import { createStore, type Readable } from '../kit/store.ts'
import type { LocalMedia } from '../media/local.ts'
import type { CameraSeen } from './camera.ts'
import { watchCamera } from './camera-watch.ts'
import { deviceFinding } from './device.ts'
import { deviceFacts, type ServerNow } from './device-facts.ts'
import { type Listening, listenTo } from './microphone-listen.ts'
import { soundNames } from './sound-names.ts'
import type { SoundNames } from './speaker.ts'
import { playSweep } from './speaker-sweep.ts'
import type { SweepMatch } from './sweep.ts'

export interface EquipmentWorld {
  readonly local: LocalMedia
  /** ms, only ever forward. */
  now(): number
  /** ms since the epoch, by this machine. */
  today(): number
  later: Later
  /** Whether the page is looked at. */
  readonly seen: Readable<boolean>
  lookAtDevice(): Promise<DeviceFinding>
  watchCamera(track: MediaStreamTrack, signal: AbortSignal): Promise<CameraSeen>
  listen(track: MediaStreamTrack): Listening
  soundNames(): Promise<SoundNames>
  playSweep(
    speakerId: string | null,
    microphone: MediaStreamTrack | null,
    signal: AbortSignal,
  ): Promise<SweepMatch | null>
  readonly canChooseSpeaker: boolean
}

/** `serverNow`: one question to the server for its clock; null when it does not answer, or is not asked. */
export function browserWorld(local: LocalMedia, serverNow: (() => Promise<ServerNow>) | null = null): EquipmentWorld {
  return {
    local,
    now: () => performance.now(),
    today: () => Date.now(),
    later,
    seen: watchSeen(),
    lookAtDevice: async () => deviceFinding(await deviceFacts(serverNow)),
    watchCamera,
    listen: listenTo,
    soundNames: () => soundNames(local),
    playSweep,
    canChooseSpeaker: 'setSinkId' in HTMLMediaElement.prototype,
  }
}

let seen: Readable<boolean> | null = null

/** One watch for the page's life: a check begins often, the page is there once. */
function watchSeen(): Readable<boolean> {
  if (seen) return seen
  const look = () => document.visibilityState !== 'hidden'
  const store = createStore(look())
  document.addEventListener('visibilitychange', () => store.set(look()))
  seen = store
  return store
}
