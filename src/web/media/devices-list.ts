// Which cameras, microphones and speakers there are to choose from, as the person knows them.
import type { DeviceChoice, LocalState } from './local.ts'

export type DeviceLists = Pick<LocalState, 'cameras' | 'microphones' | 'speakers'>

/** Windows and Chromium list these beside the devices they stand for. */
const PSEUDO = ['default', 'communications']

export async function listDevices(): Promise<DeviceLists & { readonly all: readonly MediaDeviceInfo[] }> {
  const all = await navigator.mediaDevices?.enumerateDevices?.().catch(() => [])
  const of = (kind: MediaDeviceKind): DeviceChoice[] =>
    (all ?? [])
      .filter((device) => device.kind === kind && device.deviceId !== '' && !PSEUDO.includes(device.deviceId))
      .map(({ deviceId, label }) => ({ id: deviceId, label }))
  const canChooseSpeaker = 'setSinkId' in HTMLMediaElement.prototype
  return {
    all: all ?? [],
    cameras: of('videoinput'),
    microphones: of('audioinput'),
    speakers: canChooseSpeaker ? of('audiooutput') : [],
  }
}

/** The real device behind a track: `default` is looked up by the hardware or the name it stands for; null when neither tells. */
export function deviceIdOf(track: MediaStreamTrack | null, all: readonly MediaDeviceInfo[]): string | null {
  const id = track?.getSettings().deviceId
  if (!id || !PSEUDO.includes(id)) return id ?? null
  const stands = all.find((device) => device.deviceId === id && device.kind === 'audioinput')
  const real = all.filter((device) => device.kind === 'audioinput' && !PSEUDO.includes(device.deviceId))
  const same = (device: MediaDeviceInfo) =>
    device.groupId === stands?.groupId || (device.label !== '' && stands?.label.endsWith(device.label))
  return real.find(same)?.deviceId ?? null
}

export function facingOf(track: MediaStreamTrack | null): LocalState['facing'] {
  const facing = track?.getSettings().facingMode
  if (facing === 'user') return 'front'
  if (facing === 'environment') return 'back'
  if (track && /\b(back|rear)\b/i.test(track.label)) return 'back'
  return track && /\bfront\b/i.test(track.label) ? 'front' : null
}
