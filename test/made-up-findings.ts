// Made-up findings of two people's equipment, for tests and examples.
import type { EquipmentFindings } from '#domain/equipment'

/** Equipment without a fault, looked at `at` (ms since the epoch). */
export function someFindings(at: number, more: Partial<EquipmentFindings> = {}): EquipmentFindings {
  return {
    at,
    device: {
      kind: 'laptop',
      system: 'windows',
      systemVersion: '11',
      browser: 'edge',
      browserVersion: 142,
      supported: 'yes',
      memoryGiB: 8,
      batteryPercent: 82,
      charging: true,
      screens: 2,
      dataSaver: false,
      clockAheadMs: 40,
      storage: true,
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
    },
    microphone: { state: 'works', peakDb: -14, noiseDb: -62, clipped: 0 },
    speaker: { heard: true, echoDb: -60, echo: 'none', headset: true, canChoose: true },
    connection: {
      state: 'measured',
      upMbps: 12.4,
      downMbps: 48.1,
      roundTripMs: 24,
      jitterMs: 3,
      lossPercent: 0,
      via: 'relay',
      open: ['udp', 'tcp', 'tls'],
      usedMB: 9,
      seconds: 12,
    },
    ...more,
  }
}

/** A phone at the edge of the wifi, in a dark kitchen. */
export function weakFindings(at: number): EquipmentFindings {
  const good = someFindings(at)
  return {
    ...good,
    device: good.device && {
      ...good.device,
      kind: 'smartphone',
      system: 'android',
      systemVersion: '14',
      browser: 'samsung',
      browserVersion: 27,
      batteryPercent: 18,
      charging: false,
      screens: 1,
    },
    camera: good.camera && { ...good.camera, lines: 720, fps: 21, light: 'dark', canFlip: true, torch: true },
    speaker: { heard: true, echoDb: -30, echo: 'some', headset: false, canChoose: false },
    connection: good.connection && {
      ...good.connection,
      upMbps: 0.9,
      downMbps: 4.1,
      roundTripMs: 138,
      jitterMs: 24,
      lossPercent: 1.5,
    },
  }
}
