// Made-up findings in which everything is well, to be made worse by a test in the one place that it is about.
import { type AdviceInput, type DeviceAnswers, NO_ANSWERS } from '#domain/advice'
import type {
  CameraFinding,
  ConnectionFinding,
  DeviceFinding,
  EquipmentFindings,
  MicrophoneFinding,
  SpeakerFinding,
} from '#domain/equipment'
import { purposeOf } from '#domain/plan-catalogue'

export const NOW = Date.UTC(2027, 2, 1, 10)

interface Changes {
  readonly at?: number
  readonly device?: Partial<DeviceFinding>
  readonly camera?: Partial<CameraFinding>
  readonly microphone?: Partial<MicrophoneFinding>
  readonly speaker?: Partial<SpeakerFinding>
  readonly connection?: Partial<ConnectionFinding>
}

export function found(changes: Changes = {}): EquipmentFindings {
  return {
    at: changes.at ?? NOW - 60_000,
    device: {
      kind: 'laptop',
      system: 'windows',
      systemVersion: '11',
      browser: 'edge',
      browserVersion: 140,
      supported: 'yes',
      memoryGiB: 8,
      batteryPercent: 90,
      charging: false,
      screens: 1,
      dataSaver: false,
      clockAheadMs: 40,
      storage: true,
      ...changes.device,
    },
    camera: {
      state: 'works',
      lines: 1080,
      fps: 30,
      brightness: 0.5,
      light: 'good',
      zoom: false,
      panTilt: false,
      torch: false,
      canFlip: false,
      ...changes.camera,
    },
    microphone: { state: 'works', peakDb: -12, noiseDb: -60, clipped: 0, ...changes.microphone },
    speaker: { heard: true, echoDb: -50, echo: 'none', headset: true, canChoose: true, ...changes.speaker },
    connection: {
      state: 'measured',
      upMbps: 10,
      downMbps: 40,
      roundTripMs: 30,
      jitterMs: 2,
      lossPercent: 0,
      via: 'relay',
      open: ['udp', 'tcp', 'tls'],
      usedMB: 12,
      seconds: 15,
      ...changes.connection,
    },
  }
}

export const answers = (changes: Partial<DeviceAnswers> = {}): DeviceAnswers => ({ ...NO_ANSWERS, ...changes })

export function purpose(id: string) {
  const known = purposeOf(id)
  if (!known) throw new Error(`no purpose ${id}`)
  return known
}

/** A patient with a laptop, in a talking visit for two, with everything well. */
export function input(changes: Partial<AdviceInput> = {}): AdviceInput {
  return {
    role: 'patient',
    purpose: purpose('talking'),
    answers: answers({ devices: ['laptop'] }),
    equipment: found(),
    participants: 2,
    now: NOW,
    ...changes,
  }
}
