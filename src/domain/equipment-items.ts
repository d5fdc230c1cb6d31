// Judges each item of one person's equipment by what was found of it. Knows one item at a time; equipment-verdict puts them
// together.
import { judgeLines } from './advice-situation.ts'
import type { CameraFinding, MicrophoneFinding } from './equipment.ts'
import { judgeConnection } from './equipment-connection.ts'
import type { About, Figures, Item, ItemVerdict, Step } from './equipment-judged.ts'
import { type Found, type Judged, judged, NOT_LOOKED } from './equipment-judged.ts'
import {
  BATTERY_PERCENT,
  BATTERY_SAVING_PERCENT,
  CLIPPED_SHARE,
  CLOCK_MS,
  MEMORY_GIB,
  MOVEMENT_FPS,
  MOVEMENT_FPS_LEAST,
  NOISE_DB,
  VOICE_OVER_NOISE_DB,
  VOICE_PEAK_DB,
} from './equipment-thresholds.ts'

export const JUDGES: { readonly [I in Item]: (found: Found, about: About) => ItemVerdict } = {
  device: (found, about) => {
    const { kind = null, systemVersion = null, browserVersion = null, memoryGiB = null } = found?.device ?? {}
    return item('device', { kind, systemVersion, browserVersion, memoryGiB }, device(found, about))
  },
  power: (found) => {
    const { batteryPercent = null, charging = null } = found?.device ?? {}
    return item('power', { batteryPercent, charging }, power(batteryPercent, charging))
  },
  camera: (found, about) => {
    const { lines = null, fps = null } = found?.camera ?? {}
    return item('camera', { lines, fps }, found?.camera ? camera(found.camera, found, about) : NOT_LOOKED)
  },
  light: (found) => {
    const { brightness = null, light = null } = found?.camera ?? {}
    return item('light', { brightness, light }, LIGHT[light ?? 'unknown'])
  },
  microphone: (found) => {
    const { peakDb = null, noiseDb = null, clipped = null } = found?.microphone ?? {}
    return item(
      'microphone',
      { peakDb, noiseDb, clipped },
      found?.microphone ? microphone(found.microphone, found) : NOT_LOOKED,
    )
  },
  speaker: (found, about) => {
    const { heard = null, echoDb = null, headset = null } = found?.speaker ?? {}
    return item('speaker', { heard, echoDb, headset }, speaker(found, about))
  },
  connection: (found, about) => {
    const { upMbps = null, downMbps = null, roundTripMs = null, lossPercent = null } = found?.connection ?? {}
    return item('connection', { upMbps, downMbps, roundTripMs, lossPercent }, judgeConnection(found, about))
  },
}

function item(name: Item, figures: Figures, rest: Judged): ItemVerdict {
  return { item: name, figures, ...rest }
}

function device(found: Found, { role, view, avoid = [] }: About): Judged {
  const known = found?.device
  if (!known) return NOT_LOOKED
  if (known.supported === 'no') return judged('not-suitable', 'use-other-browser', ['R4'], 'phone')
  if (known.supported === 'in-app') return judged('poor', 'open-in-browser', ['R4'])
  if (known.supported === 'too-old') return judged('poor', 'update-browser', ['R4'])
  if (role === 'patient' && known.kind === 'desktop' && view === 'whole-body')
    return judged('poor', 'use-other-device', ['R10'])
  if (role === 'patient' && known.kind !== null && avoid.includes(known.kind))
    return judged('poor', 'use-other-device', ['R7'])
  if (known.memoryGiB !== null && known.memoryGiB < MEMORY_GIB) return judged('poor', 'close-other-app', ['R3'])
  if (Math.abs(known.clockAheadMs ?? 0) > CLOCK_MS) return judged('ok', 'set-clock')
  return judged('good')
}

function power(percent: number | null, charging: boolean | null): Judged {
  if (percent === null) return judged('unknown')
  if (charging !== false || percent >= BATTERY_PERCENT) return judged('good')
  return judged(percent < BATTERY_SAVING_PERCENT ? 'poor' : 'ok', 'plug-in-charger', ['R12'])
}

function camera(known: CameraFinding, found: Found, { view }: About): Judged {
  if (known.state !== 'works') return cameraTrouble(known.state, found)
  const verdict = known.lines === null ? 'ok' : judgeLines(known.lines)
  if (verdict === 'poor') return judged('poor', 'use-other-device', ['R18'])
  const moving = view === 'whole-body' || view === 'mixed' || view === 'group'
  if (moving && known.fps !== null && known.fps < MOVEMENT_FPS) {
    // A camera that has too little light takes its time over each frame.
    const step = known.light === 'good' ? 'close-other-app' : 'turn-light-on'
    return judged(known.fps < MOVEMENT_FPS_LEAST ? 'poor' : 'ok', step, ['R27'])
  }
  return judged(verdict, null, known.lines === null ? [] : ['R18'])
}

function cameraTrouble(state: Exclude<CameraFinding['state'], 'works'>, found: Found): Judged {
  const poor = (step: Step, rule: string) => judged('poor', step, [rule], 'sound-first')
  switch (state) {
    case 'covered':
      return poor('uncover-camera', 'R16')
    case 'frozen':
    case 'lost':
      return poor('restart-camera', 'R16')
    case 'off':
      return poor('switch-on-camera', 'R20')
    case 'refused':
      return poor('allow-camera', 'R20')
    case 'busy':
      return poor('close-other-app', 'R16')
    case 'unsupported':
      return poor('use-other-browser', 'R16')
    case 'none':
      return poor(hasSockets(found) ? 'connect-camera' : 'use-other-device', 'R16')
  }
}

const LIGHT = {
  good: judged('good', null, ['R18']),
  dark: judged('poor', 'turn-light-on', ['R18']),
  behind: judged('poor', 'turn-light-to-face', ['R18']),
  unknown: judged('unknown'),
} as const

function microphone({ state, peakDb, noiseDb, clipped }: MicrophoneFinding, found: Found): Judged {
  const silent = (step: Step) => judged('not-suitable', step, ['R21'], 'phone')
  if (state === 'refused') return silent('allow-microphone')
  if (state === 'off') return silent('switch-on-microphone')
  if (state === 'none') return silent(hasSockets(found) ? 'connect-microphone' : 'phone-instead')
  if (state === 'busy') return silent('close-other-app')
  if (state === 'unsupported') return silent('use-other-browser')
  if (state === 'lost') return silent('restart-microphone')
  // A microphone that gives nothing at all may also be a person who says nothing.
  if (state === 'silent') return judged('poor', 'speak-up', ['R21'])
  if (peakDb !== null && peakDb < VOICE_PEAK_DB) return judged('poor', 'speak-up', ['R21'])
  if (peakDb !== null && noiseDb !== null && peakDb - noiseDb < VOICE_OVER_NOISE_DB)
    return judged('poor', 'go-where-quiet', ['R22'])
  if ((clipped ?? 0) > CLIPPED_SHARE) return judged('ok', 'move-back-from-microphone', ['R21'])
  if (noiseDb !== null && noiseDb > NOISE_DB) return judged('ok', 'wear-headset', ['R22'])
  return judged('good')
}

function speaker(found: Found, { role }: About): Judged {
  const known = found?.speaker
  if (!known) return NOT_LOOKED
  if (known.heard === false) return judged('poor', 'turn-sound-up', ['R21'])
  if (known.headset !== true && known.echo === 'strong') return judged('poor', 'wear-headset', ['R22'])
  if (known.headset !== true && known.echo === 'some') return judged('ok', 'wear-headset', ['R22'])
  if (role === 'practitioner' && known.headset === false) return judged('ok', 'wear-headset', ['R22'])
  // An echo that was looked for and not found says nothing of whether anything was played.
  return known.heard === true || known.headset === true ? judged('good') : NOT_LOOKED
}

/** Something can be plugged in. Where the kind is not known, it may be. */
function hasSockets(found: Found): boolean {
  const kind = found?.device?.kind ?? null
  return kind !== 'smartphone' && kind !== 'tablet'
}
