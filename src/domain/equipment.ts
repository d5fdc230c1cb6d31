// What was found out about one person's device, camera, microphone, speaker and connection: facts, no judgement
// (equipment-verdict judges) and nothing that names a person or a device of theirs.
import type { BodyPart, DeviceKind } from './plan.ts'

export type System = 'ios' | 'android' | 'windows' | 'macos' | 'chromeos' | 'linux' | 'other'
export type BrowserName = 'chrome' | 'edge' | 'safari' | 'firefox' | 'samsung' | 'in-app' | 'other'

export interface DeviceFinding {
  readonly kind: DeviceKind | null
  readonly system: System
  readonly systemVersion: string | null
  readonly browser: BrowserName
  /** Major version. */
  readonly browserVersion: number | null
  readonly supported: 'yes' | 'too-old' | 'in-app' | 'no'
  /** Gibibytes as the browser says it (rounded and capped by browsers); null where it does not. */
  readonly memoryGiB: number | null
  /** 0 to 100. */
  readonly batteryPercent: number | null
  readonly charging: boolean | null
  readonly screens: number | null
  readonly dataSaver: boolean | null
  /** The device's clock against the server's, ms; positive when it is ahead. Half the round trip is the error. */
  readonly clockAheadMs: number | null
  /** False in a private window that forgets everything. */
  readonly storage: boolean
}

export type DeviceTrouble = 'off' | 'refused' | 'none' | 'busy' | 'unsupported' | 'lost'

export interface CameraFinding {
  readonly state: 'works' | 'covered' | 'frozen' | DeviceTrouble
  /** min(width, height) of a frame that was really delivered. */
  readonly lines: number | null
  /** Frames a second that were really delivered. */
  readonly fps: number | null
  /** Mean brightness 0 to 1. */
  readonly brightness: number | null
  /** `behind`: the middle is much darker than the edges. */
  readonly light: 'good' | 'dark' | 'behind' | null
  readonly zoom: boolean
  readonly panTilt: boolean
  readonly torch: boolean
  /** There is a front and a back camera. */
  readonly canFlip: boolean
}

export interface MicrophoneFinding {
  readonly state: 'works' | 'silent' | DeviceTrouble
  /** Loudest voice, dBFS (0 is full scale). */
  readonly peakDb: number | null
  /** The quiet between words, dBFS. */
  readonly noiseDb: number | null
  /** Share of samples at full scale, 0 to 1. */
  readonly clipped: number | null
}

export interface SpeakerFinding {
  /** The person said they heard the sound; null: not asked. */
  readonly heard: boolean | null
  /** Own sweep heard back through the microphone, dB against the same sweep played: null when not measured. */
  readonly echoDb: number | null
  readonly echo: 'none' | 'some' | 'strong' | null
  readonly headset: boolean | null
  /** The browser lets the person choose where sound comes out. */
  readonly canChoose: boolean
}

export type Transport = 'udp' | 'tcp' | 'tls'

export interface ConnectionFinding {
  readonly state: 'measured' | 'offline' | 'captive-portal' | 'interrupted' | 'skipped'
  readonly upMbps: number | null
  readonly downMbps: number | null
  /** Median, ms. */
  readonly roundTripMs: number | null
  readonly jitterMs: number | null
  /** 0 to 100. */
  readonly lossPercent: number | null
  /** `relay`: through the deployment's TURN, as a call goes. `web`: HTTP only, which sees neither loss nor jitter. */
  readonly via: 'relay' | 'web' | null
  /** Ways to the relay that are open. Null where there is no relay to try. */
  readonly open: readonly Transport[] | null
  /** What the test itself moved, both ways together. */
  readonly usedMB: number
  readonly seconds: number
}

/** How well something serves a consultation. Only `not-suitable` rules a picture out; nothing here ever locks anybody out. */
export type Verdict = 'good' | 'ok' | 'poor' | 'not-suitable' | 'unknown'

/** Whose equipment. The guide: both ends matter, so every rule is asked of both. */
export type Party = 'patient' | 'practitioner'

/** Null: not looked at (yet). `at` is ms since the epoch by the server's clock when stored, else by this machine's. */
export interface EquipmentFindings {
  readonly at: number
  readonly device: DeviceFinding | null
  readonly camera: CameraFinding | null
  readonly microphone: MicrophoneFinding | null
  readonly speaker: SpeakerFinding | null
  readonly connection: ConnectionFinding | null
  /** What the framing coach saw in sight, all at once, when the person placed themselves; left out: it was not asked. */
  readonly inFrame?: readonly BodyPart[]
}

/** The whole check began, and not only the proofs at the door: those look at no device and at no connection. */
export const isChecked = (found: EquipmentFindings | null): boolean =>
  found !== null && (found.device !== null || found.connection !== null)

/** Whether all that the plan wants was in sight; null where it wants nothing or nobody looked. */
export function isInFrame(found: EquipmentFindings | null, wanted: readonly BodyPart[]): boolean | null {
  const inFrame = found?.inFrame
  return inFrame === undefined || wanted.length === 0 ? null : wanted.every((part) => inFrame.includes(part))
}

export const NOTHING_FOUND: EquipmentFindings = {
  at: 0,
  device: null,
  camera: null,
  microphone: null,
  speaker: null,
  connection: null,
}
