// How much of the own picture is encoded: small for the first moment so that something is seen at once, then what the
// ladder allows. Changes the sender's parameters only, so nothing is ever negotiated for it.
import { RUNGS, type Rung } from '#domain/call'
import { favoured } from '#domain/call-degradation'
import type { DegradationPreference } from '#domain/plan'

export interface PicturePacing {
  /** Nothing flows: the next beginning is made ready, so that it needs no change at that moment. */
  rest(): void
  /** A picture starts to flow: small first. `at` is `performance.now()`, `seen` what the far side has decoded so far. */
  begin(at: number, seen: number): void
  /** The picture to send has other measures now: another camera, or the first one. */
  take(track: MediaStreamTrack | null): void
  allow(rung: Rung): void
  /** What the picture gives up last. */
  favour(favour: DegradationPreference): void
  /** Grows the picture when its start is over: `seen` frames were decoded by the far side; null when it does not say. */
  tick(now: { at: number; seen: number | null; availableKbps: number | null }): void
}

/**
 * A browser that does not know its path yet throws away frames that it thinks too large for it: in Chromium all beyond 320
 * by 240 points. A first frame of 200 lines passes at once; of 720 it came 160 ms later (measured without any network).
 */
const START_LINES = 200
/**
 * A key frame is as large as the bits allow, and such a browser spreads one of several packets over the line: at 300 kbit/s
 * the first took 10 ms to arrive. At this it fits into one packet and comes whole (measured without any network).
 */
const FIRST_KBPS = 150
/** From here a larger key frame no longer delays anything that matters. */
const GROW_KBPS = 900
const GROW_AFTER_MS = 500
const GROW_AT_LATEST_MS = 2000

interface Encoding {
  readonly active: boolean
  readonly maxBitrate: number
  readonly scaleResolutionDownBy: number
  readonly maxFramerate: number | undefined
  readonly flips: number
  /** Left to the browser until something is favoured. */
  readonly preference: RTCDegradationPreference | undefined
}

const PREFERENCE: Record<DegradationPreference, RTCDegradationPreference> = {
  'frame-rate': 'maintain-framerate',
  resolution: 'maintain-resolution',
  balanced: 'balanced',
}
const HINT: Record<DegradationPreference, string> = { 'frame-rate': 'motion', resolution: 'detail', balanced: '' }

export function pacePicture(findSender: () => RTCRtpSender | null): PicturePacing {
  let track: MediaStreamTrack | null = null
  let rung: Rung = RUNGS[RUNGS.length - 1] as Rung
  let began: { at: number; seen: number } | null = null
  let last = { at: 0, seen: 0 }
  let start: 'first' | 'small' | 'over' = 'first'
  let applied = ''
  let flips = 0
  let applying = false
  let favour: DegradationPreference | null = null

  const wanted = (): Encoding => {
    const share = favoured(rung, favour ?? 'balanced')
    const { width = 0, height = 0 } = track?.getSettings() ?? {}
    const own = Math.min(width, height)
    const lines = Math.min(
      share.lines ?? Number.POSITIVE_INFINITY,
      start === 'over' ? Number.POSITIVE_INFINITY : START_LINES,
    )
    const kbps = Math.min(share.maxKbps, start === 'first' ? FIRST_KBPS : Number.POSITIVE_INFINITY)
    return {
      active: share.maxKbps > 0,
      maxBitrate: Math.max(1, kbps) * 1000,
      scaleResolutionDownBy: own > lines ? own / lines : 1,
      maxFramerate: share.maxFps ?? undefined,
      flips,
      preference: favour ? PREFERENCE[favour] : undefined,
    }
  }

  const apply = async () => {
    const sender = findSender()
    if (applying || !sender) return
    applying = true
    try {
      // Asked again after every change: what is wanted may have moved on while the browser was busy.
      for (let next = wanted(); JSON.stringify(next) !== applied; next = wanted()) {
        const parameters = sender.getParameters()
        const [encoding] = parameters.encodings
        if (!encoding) return
        encoding.active = next.active
        encoding.maxBitrate = next.maxBitrate
        encoding.scaleResolutionDownBy = next.scaleResolutionDownBy
        if (next.maxFramerate === undefined) delete encoding.maxFramerate
        else encoding.maxFramerate = next.maxFramerate
        const codec = otherThan(parameters.codecs, next.flips)
        if (codec && (next.flips % 2 || 'codec' in encoding)) Object.assign(encoding, { codec })
        if (next.preference) parameters.degradationPreference = next.preference
        await sender.setParameters(parameters)
        applied = JSON.stringify(next)
      }
    } catch {
      // A sender that was stopped or is not negotiated yet: the next tick tries again.
    } finally {
      applying = false
    }
  }

  const hint = () => {
    // Telling it what it was told already would make some browsers begin anew.
    if (track && favour && track.contentHint !== HINT[favour]) track.contentHint = HINT[favour]
  }

  return {
    rest() {
      began = null
      start = 'first'
      void apply()
    },
    begin(at, seen) {
      began = { at, seen }
    },
    take(next) {
      track = next
      hint()
      void apply()
    },
    allow(next) {
      if (next.maxKbps === 0 && rung.maxKbps > 0) flips++
      if (next.maxKbps > 0 && next.level === 'full') flips = 0
      if (next.maxKbps > 0 && rung.maxKbps === 0) {
        // After a pause the path is as unknown as at the start.
        start = 'first'
        began = last
      }
      rung = next
      void apply()
    },
    favour(next) {
      favour = next
      hint()
      void apply()
    },
    tick({ at, seen, availableKbps }) {
      last = { at, seen: seen ?? 0 }
      if (start !== 'over' && began !== null) {
        const running = at - began.at
        const arrived = seen === null ? running >= GROW_AFTER_MS : seen > began.seen
        const room = availableKbps === null || availableKbps >= GROW_KBPS
        const grown = (running >= GROW_AFTER_MS && room) || running >= GROW_AT_LATEST_MS
        if (arrived) start = grown ? 'over' : 'small'
      }
      void apply()
    },
  }
}

/**
 * A pause takes another codec for what comes after it: where the browser can (Chromium), that throws away at once what
 * waits to be sent and what would be sent again, which otherwise fills a weak link for seconds against the sound.
 */
function otherThan(codecs: readonly RTCRtpCodecParameters[], flips: number): RTCRtpCodecParameters | undefined {
  const [first] = codecs
  if (flips % 2 === 0) return first
  const others = SMALL_PICTURE_CODECS.filter((mimeType) => mimeType !== first?.mimeType)
  return others.map((mimeType) => codecs.find((codec) => codec.mimeType === mimeType)).find(Boolean)
}

/** In order of what they show at very few bits. */
const SMALL_PICTURE_CODECS = ['video/VP9', 'video/VP8', 'video/H264']
