// Which cameras, microphones and speakers there are, and which way a camera looks.
import type { DeviceChoice } from './local.ts'

export interface DeviceList {
  readonly cameras: readonly DeviceChoice[]
  readonly microphones: readonly DeviceChoice[]
  readonly speakers: readonly DeviceChoice[]
}

export const NO_DEVICES: DeviceList = { cameras: [], microphones: [], speakers: [] }

export async function listDevices(): Promise<DeviceList> {
  const all = (await navigator.mediaDevices?.enumerateDevices?.().catch(() => [])) ?? []
  const of = (kind: MediaDeviceKind) =>
    all
      .filter((device) => device.kind === kind && device.deviceId !== '')
      .map((device) => ({ id: device.deviceId, label: device.label }))
  const canChooseSpeaker = 'setSinkId' in HTMLMediaElement.prototype
  return {
    cameras: of('videoinput'),
    microphones: of('audioinput'),
    speakers: canChooseSpeaker ? of('audiooutput') : [],
  }
}

/** Front or back by the track itself, else by its label; null for a camera that does not say (most webcams). */
export function facingOf(track: MediaStreamTrack | null): 'front' | 'back' | null {
  if (!track) return null
  const mode = track.getSettings().facingMode
  if (mode === 'user') return 'front'
  if (mode === 'environment') return 'back'
  if (/\b(back|rear|environment)\b/i.test(track.label)) return 'back'
  if (/\bfront\b/i.test(track.label)) return 'front'
  return null
}
