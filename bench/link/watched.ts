// What one side of a call saw and heard, and what can be said of any stretch of it. Times are ms since the epoch. Pure.
import type { EngineState, PictureState } from '../../src/web/media/engine.ts'

export interface Sight {
  readonly at: number
  readonly lines: number
  readonly bytes: number
  readonly decoded: number
}
export interface Sound {
  readonly at: number
  readonly playedMs: number
  readonly concealedMs: number
  readonly packets: number
}
export interface Watched {
  /** When each frame was presented. */
  readonly frames: number[]
  readonly sounds: Sound[]
  readonly sights: Sight[]
  readonly own: { at: number; picture: EngineState['ownPicture'] }[]
  readonly seen: { at: number; picture: PictureState; link: EngineState['link'] }[]
}

export interface Stretch {
  readonly from: number
  readonly to: number
}

const within =
  ({ from, to }: Stretch) =>
  ({ at }: { at: number }) =>
    at >= from && at <= to

/** The longest time without a new frame, ms; counted from the beginning of the stretch to its end. */
export function longestFreeze({ frames }: Watched, stretch: Stretch): number {
  const inside = frames.filter((at) => at > stretch.from && at < stretch.to)
  const ends = [stretch.from, ...inside, stretch.to]
  return Math.round(Math.max(...ends.slice(1).map((at, i) => at - (ends[i] as number))))
}

export function framesPerSecond({ frames }: Watched, { from, to }: Stretch): number {
  return Math.round((1000 * frames.filter((at) => at >= from && at < to).length) / (to - from))
}

export function usualLines({ sights }: Watched, stretch: Stretch): number {
  const lines = sights.filter(within(stretch)).map((sight) => sight.lines)
  return lines.sort((a, b) => a - b)[Math.floor(lines.length / 2)] ?? 0
}

/** Sound that had to be invented for want of packets, percent of what was played. */
export function concealedPercent({ sounds }: Watched, stretch: Stretch): number {
  const inside = sounds.filter(within(stretch))
  const [first, last] = [inside[0], inside.at(-1)]
  if (!first || !last || last.playedMs <= first.playedMs) return Number.NaN
  const share = (last.concealedMs - first.concealedMs) / (last.playedMs - first.playedMs)
  return Math.max(0, Math.round(share * 10_000) / 100)
}

/** How long from `from` until a frame was presented, ms; NaN when none was. */
export function untilFrame({ frames }: Watched, from: number): number {
  return Math.round((frames.find((at) => at >= from) ?? Number.NaN) - from)
}

/** How long from `from` until sound came again, ms. */
export function untilSound({ sounds }: Watched, from: number): number {
  const later = sounds.filter(({ at }) => at >= from)
  const before = later[0]?.packets ?? 0
  return Math.round((later.find(({ packets }) => packets > before + 2)?.at ?? Number.NaN) - from)
}

/** How long from `from` until this side said in words that its picture gives way; 0 when it said so already. */
export function untilInWords({ own }: Watched, from: number): number {
  if ((own.findLast(({ at }) => at < from)?.picture ?? 'full') !== 'full') return 0
  const first = own.find(({ at, picture }) => at >= from && picture !== 'full')
  return Math.round((first?.at ?? Number.NaN) - from)
}
