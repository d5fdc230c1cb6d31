// What a page found out about its own equipment, as it is sent and kept with a visit. Facts only; see domain/equipment.
import { Type } from 'typebox'
import { BODY_PARTS } from '#domain/plan'
import { DeviceKind, OneOf } from './plan.ts'
import { Instant, Nullable } from './shapes.ts'

const Trouble = ['off', 'refused', 'none', 'busy', 'unsupported', 'lost'] as const
const Share = Type.Number({ minimum: 0, maximum: 1 })
const Decibels = Type.Number({ minimum: -200, maximum: 60 })

export const DeviceFinding = Type.Object({
  kind: Nullable(DeviceKind),
  system: OneOf(['ios', 'android', 'windows', 'macos', 'chromeos', 'linux', 'other'] as const),
  systemVersion: Nullable(Type.String({ maxLength: 20, pattern: '^[0-9.]*$' })),
  browser: OneOf(['chrome', 'edge', 'safari', 'firefox', 'samsung', 'in-app', 'other'] as const),
  browserVersion: Nullable(Type.Integer({ minimum: 0, maximum: 10_000 })),
  supported: OneOf(['yes', 'too-old', 'in-app', 'no'] as const),
  memoryGiB: Nullable(Type.Number({ minimum: 0, maximum: 4096 })),
  batteryPercent: Nullable(Type.Number({ minimum: 0, maximum: 100 })),
  charging: Nullable(Type.Boolean()),
  screens: Nullable(Type.Integer({ minimum: 0, maximum: 64 })),
  dataSaver: Nullable(Type.Boolean()),
  clockAheadMs: Nullable(Type.Number()),
  storage: Type.Boolean(),
})

export const CameraFinding = Type.Object({
  state: OneOf(['works', 'covered', 'frozen', ...Trouble] as const),
  lines: Nullable(Type.Integer({ minimum: 0, maximum: 20_000 })),
  fps: Nullable(Type.Number({ minimum: 0, maximum: 1000 })),
  brightness: Nullable(Share),
  light: Nullable(OneOf(['good', 'dark', 'behind'] as const)),
  zoom: Type.Boolean(),
  panTilt: Type.Boolean(),
  torch: Type.Boolean(),
  canFlip: Type.Boolean(),
})

export const MicrophoneFinding = Type.Object({
  state: OneOf(['works', 'silent', ...Trouble] as const),
  peakDb: Nullable(Decibels),
  noiseDb: Nullable(Decibels),
  clipped: Nullable(Share),
})

export const SpeakerFinding = Type.Object({
  heard: Nullable(Type.Boolean()),
  echoDb: Nullable(Decibels),
  echo: Nullable(OneOf(['none', 'some', 'strong'] as const)),
  headset: Nullable(Type.Boolean()),
  canChoose: Type.Boolean(),
})

export const ConnectionFinding = Type.Object({
  state: OneOf(['measured', 'offline', 'captive-portal', 'interrupted', 'skipped'] as const),
  upMbps: Nullable(Type.Number({ minimum: 0, maximum: 100_000 })),
  downMbps: Nullable(Type.Number({ minimum: 0, maximum: 100_000 })),
  roundTripMs: Nullable(Type.Number({ minimum: 0, maximum: 600_000 })),
  jitterMs: Nullable(Type.Number({ minimum: 0, maximum: 600_000 })),
  lossPercent: Nullable(Type.Number({ minimum: 0, maximum: 100 })),
  via: Nullable(OneOf(['relay', 'web'] as const)),
  open: Nullable(Type.Immutable(Type.Array(OneOf(['udp', 'tcp', 'tls'] as const), { maxItems: 3, uniqueItems: true }))),
  usedMB: Type.Number({ minimum: 0, maximum: 10_000 }),
  seconds: Type.Number({ minimum: 0, maximum: 10_000 }),
})

export const EquipmentFindings = Type.Object({
  at: Instant,
  device: Nullable(DeviceFinding),
  camera: Nullable(CameraFinding),
  microphone: Nullable(MicrophoneFinding),
  speaker: Nullable(SpeakerFinding),
  connection: Nullable(ConnectionFinding),
  inFrame: Type.Optional(
    Type.Immutable(Type.Array(OneOf(BODY_PARTS), { maxItems: BODY_PARTS.length, uniqueItems: true })),
  ),
})
export type EquipmentFindings = Type.Static<typeof EquipmentFindings>
