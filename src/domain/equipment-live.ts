// Judges what a call measures now, in the items of the check before it. What a call carries is not what the line could
// carry, so megabits are shown here and never judged: the picture that arrives, the loss and the round trip are.
import { judgeLines } from './advice-situation.ts'
import { GUIDE_ROUND_TRIP_MS } from './call.ts'
import type { About, Item, ItemVerdict, LiveFindings } from './equipment-judged.ts'
import { type Found, judged } from './equipment-judged.ts'
import { CAMERA_LINES, LOSS_PERCENT } from './equipment-thresholds.ts'

/** Null: the call says nothing of it, and what the check found stands. */
type LiveJudge = (live: LiveFindings, before: Found, about: About) => ItemVerdict | null

export const LIVE_JUDGES: { readonly [I in Item]?: LiveJudge } = {
  camera: ({ lines, fps, picture, roundTripMs }, before) => {
    const figures = { lines, fps }
    const of = (rest: ReturnType<typeof judged>): ItemVerdict => ({ item: 'camera', figures, ...rest })
    // What was found before the call knows better why there is no picture; and at first nothing has been heard yet.
    if (picture === 'none')
      return before?.camera || roundTripMs === null
        ? null
        : of(judged('poor', 'switch-on-camera', ['R16'], 'sound-first'))
    if (picture === 'off') return of(judged('poor', 'switch-on-camera', ['R20'], 'sound-first'))
    if (picture === 'frozen') return of(judged('poor', null, ['R23'], 'sound-first'))
    if (picture === 'paused-for-sound') return of(judged('poor', null, ['R28'], 'sound-first'))
    if (lines === null) return null
    const verdict = judgeLines(lines)
    const narrowed = verdict === 'poor' && (before?.camera?.lines ?? 0) >= CAMERA_LINES
    // A camera that gives more than arrives is not to blame: the line is.
    if (narrowed) return of(judged('ok', null, ['R28']))
    return of(judged(verdict, verdict === 'poor' ? 'use-other-device' : null, ['R18']))
  },
  microphone: ({ sound, roundTripMs }) => {
    if (roundTripMs === null) return null
    if (sound === 'on') return { item: 'microphone', figures: {}, ...judged('good') }
    const step = sound === 'muted' ? 'switch-on-microphone' : 'connect-microphone'
    const [verdict, limits] = sound === 'muted' ? (['ok', 'video'] as const) : (['not-suitable', 'phone'] as const)
    return { item: 'microphone', figures: {}, ...judged(verdict, step, ['R21'], limits) }
  },
  connection: (live, before) => {
    const { upMbps, downMbps, roundTripMs, lossPercent, path, picture } = live
    const figures = { upMbps, downMbps, roundTripMs, lossPercent, path }
    const of = (rest: ReturnType<typeof judged>): ItemVerdict => ({ item: 'connection', figures, ...rest })
    if (picture === 'paused-for-sound') return of(judged('not-suitable', 'move-nearer-wifi', ['R28'], 'sound-first'))
    if ((lossPercent ?? 0) > LOSS_PERCENT) return of(judged('poor', 'move-nearer-wifi', ['R23']))
    const narrowed = (live.lines ?? CAMERA_LINES) < CAMERA_LINES && (before?.camera?.lines ?? 0) >= CAMERA_LINES
    if (picture === 'showing' && narrowed) return of(judged('poor', 'move-nearer-wifi', ['R28']))
    if (roundTripMs === null) return null
    return of(judged(roundTripMs < GUIDE_ROUND_TRIP_MS ? 'good' : 'ok', null, ['R26']))
  },
}
