// What the proofs at the door say of somebody's equipment, in the form in which the whole check says it. Pure.
import type { CameraFinding, EquipmentFindings, MicrophoneFinding } from '#domain/equipment'
import { NOTHING_FOUND } from '#domain/equipment'
import type { DeviceState } from '../../media/local.ts'
import type { EquipmentResult } from './equipment-model.ts'

interface Devices {
  readonly camera: DeviceState
  readonly microphone: DeviceState
  readonly canFlip: boolean
}

/** Nobody has tried it, or it is theirs to switch on. */
const UNTRIED = ['not-asked', 'asking', 'off'] as const
type Tried = Exclude<DeviceState, (typeof UNTRIED)[number]>
const isTried = (state: DeviceState): state is Tried => !(UNTRIED as readonly DeviceState[]).includes(state)

/** What was not proved is not known: no figure, and nothing of a device that was left off. */
export function entryFindings({ heard, spoke }: EquipmentResult, local: Devices): EquipmentFindings {
  return {
    ...NOTHING_FOUND,
    camera: isTried(local.camera) ? cameraOf(local.camera, local.canFlip) : null,
    microphone: isTried(local.microphone) ? microphoneOf(local.microphone, spoke) : null,
    speaker: heard === null ? null : { heard, echoDb: null, echo: null, headset: null, canChoose: false },
  }
}

function cameraOf(state: Tried, canFlip: boolean): CameraFinding {
  const nothing = { lines: null, fps: null, brightness: null, light: null, zoom: false, panTilt: false, torch: false }
  return { state: state === 'on' ? 'works' : state, ...nothing, canFlip }
}

function microphoneOf(state: Tried, spoke: boolean | null): MicrophoneFinding | null {
  const nothing = { peakDb: null, noiseDb: null, clipped: null }
  if (state !== 'on') return { state, ...nothing }
  return spoke === null ? null : { state: spoke ? 'works' : 'silent', ...nothing }
}
