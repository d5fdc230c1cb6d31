// The parts that all drawings of people are made of, so that they look as if drawn by one hand. Only lines, no words.
import type { ComponentChildren } from 'preact'

export type Fill = 'paper' | 'tint' | 'deep'

export interface LimbProps {
  /** The middle line of the limb. */
  d: string
  fill: Fill
  width?: number
  /** Of the figure it belongs to. */
  scale?: number | undefined
}

/** An arm, a leg, a sleeve: outlined on both sides, round at its ends. */
export function Limb({ d, fill, width = 11, scale = 1 }: LimbProps) {
  return (
    <>
      <path d={d} stroke-width={width} />
      <path d={d} class={`placing-in-${fill}`} stroke-width={width - 4 / scale} />
    </>
  )
}

export interface AtProps {
  x: number
  y: number
  scale?: number
  /** To the left instead of the right. */
  turned?: boolean
}

/** Draws at a place and size; the lines stay as thick as everywhere. */
export function At({ x, y, scale = 1, turned = false, children }: AtProps & { children: ComponentChildren }) {
  return (
    <g transform={`translate(${x} ${y}) scale(${turned ? -scale : scale} ${scale})`} stroke-width={2 / scale}>
      {children}
    </g>
  )
}

export type Hair = 'bun' | 'short' | 'bob' | 'curls'

/** A head of radius 13 seen from the front; the middle is at 0,0. */
export function Head({ hair, glasses = false, ...at }: AtProps & { hair: Hair; glasses?: boolean }) {
  return (
    <At {...at}>
      {hair === 'bun' && <circle class="placing-paper" cx="0" cy="-15.5" r="5" />}
      {hair === 'bob' && (
        <path
          class="placing-solid"
          d="M-13.5 7c-3-19 4-22 13.500-22s16.500 3 13.500 22c-1 2-4 2-5 0l-2-9h-13l-2 9c-1 2-4 2-5 0z"
        />
      )}
      {hair === 'curls' && (
        <path
          class="placing-solid"
          d="M-13 3c-4-1-5-6-2-8-2-4 1-8 5-8 1-4 7-5 10-2 3-3 9-2 10 2 4 0 7 4 5 8 3 2 2 7-2 8z"
        />
      )}
      <circle class="placing-paper" cx="0" cy="0" r="13" />
      {hair === 'bun' && (
        <path
          class="placing-paper"
          d="M-12.700-2.500c1-6 6-10.500 12.700-10.500s11.700 4.500 12.700 10.500c-5 0-10-2-12.700-6-2.700 4-7.700 6-12.700 6z"
        />
      )}
      {hair === 'short' && (
        <path
          class="placing-solid"
          d="M-12.500-3.500c1-5.500 6-9.500 12.500-9.500s11.500 4 12.500 9.500c-3-.500-5-2-6.500-4-4 2.500-12 3-18.500 4z"
        />
      )}
      {hair === 'bob' && (
        <path
          class="placing-solid"
          d="M-12.800-1c-1-7 5-12 12.800-12s13.800 5 12.800 12c-6-1-10-3-12.800-7-2.800 4-6.800 6-12.800 7z"
        />
      )}
      {hair === 'curls' && (
        <path
          class="placing-solid"
          d="M-12.800-2c2-7 7-11 12.800-11s10.800 4 12.800 11c-3 1-4-2-6-2s-4 2-6.800-1c-2 3-4.800 1-6.800 1s-3 3-6 2z"
        />
      )}
      <path d="M-4.500 1v.010M4.500 1v.010M-4 6.500c2.200 2 5.800 2 8 0" />
      {glasses && (
        <path d="M-8 1a3.500 3.500 0 1 0 7 0a3.500 3.500 0 1 0-7 0M1 1a3.500 3.500 0 1 0 7 0a3.500 3.500 0 1 0-7 0" />
      )}
    </At>
  )
}

/** A head of radius 13 seen from the side, looking right; the middle is at 0,0. */
export function SideHead({ hair, ...at }: AtProps & { hair: Hair }) {
  return (
    <At {...at}>
      {hair === 'bun' && <circle class="placing-paper" cx="-12.500" cy="-8" r="5" />}
      <path
        class="placing-paper"
        d="M12.500-3.500l3.500 5c.600 1-.300 1.800-1.500 1.800h-1.800l-.300 4c-.200 2.700-2 4-4.500 4a13 13 0 1 1 4.600-14.800z"
      />
      {hair === 'bun' ? (
        <path class="placing-paper" d="M11.800-5a13 13 0 1 0-22 12c4-1 5-5 5-9 7 1 13-1 17-3z" />
      ) : (
        <path class="placing-solid" d="M11.500-5.500a13 13 0 1 0-22 12.500c3-1 4.500-4 4-8 7 .500 13-1.500 18-4.500z" />
      )}
      <path d="M7.500-.500v.010M12 7c-1.500.800-3 .900-4.500.500" />
      <path d="M-3.500 1a2.600 2.600 0 1 1 .500 4.800" />
    </At>
  )
}

/** Somebody standing, seen from the front, 130 high; the feet stand at 0,0. */
export function Standing({ hair, glasses = false, ...at }: AtProps & { hair: Hair; glasses?: boolean }) {
  return (
    <At {...at}>
      <Limb d="M-7.500-56L-8.500-8" fill="paper" width={15} scale={at.scale} />
      <Limb d="M7.500-56L8.500-8" fill="paper" width={15} scale={at.scale} />
      <path class="placing-solid" d="M-19-1c0-5 4-6 7-7h7v7zM19-1c0-5-4-6-7-7h-7v7z" />
      <Limb d="M-16-90c-6 9-7 22-6 34" fill="tint" scale={at.scale} />
      <Limb d="M16-90c6 9 7 22 6 34" fill="tint" scale={at.scale} />
      <circle class="placing-paper" cx="-22" cy="-52" r="4.500" />
      <circle class="placing-paper" cx="22" cy="-52" r="4.500" />
      <path class="placing-tint" d="M-5-99c-7 1-13 3-14 9l3 38c5 3 27 3 32 0l3-38c-1-6-7-8-14-9z" />
      <path class="placing-paper" d="M-5-106v7c2 4 8 4 10 0v-7z" />
      <Head x={0} y={-117} hair={hair} glasses={glasses} />
    </At>
  )
}

/** Somebody standing, seen from the side, looking right, 130 high; the feet stand at 0,0. What the hand holds is at 34,-74. */
export function SideStanding({ hair, ...at }: AtProps & { hair: Hair }) {
  return (
    <At {...at}>
      <Limb d="M-3-56L-9-8" fill="paper" width={15} scale={at.scale} />
      <path class="placing-solid" d="M-16-1v-8h11c4 1 9 2 9 8z" />
      <Limb d="M1-56L7-8" fill="paper" width={15} scale={at.scale} />
      <path class="placing-solid" d="M1-1v-8h11c4 1 9 2 9 8z" />
      <path class="placing-tint" d="M-3-99c-8 1-11 5-12 12l-1 38c6 3 22 3 27 0l1-36c0-8-3-13-9-14z" />
      <path class="placing-paper" d="M-4-106v7c2 4 7 4 9 0v-6z" />
      <SideHead x={1} y={-117} hair={hair} />
      <Limb d="M-1-88C0-76 6-68 27-73" fill="tint" width={10.5} scale={at.scale} />
      <circle class="placing-paper" cx="29" cy="-74" r="4.500" />
    </At>
  )
}

/** Somebody on a chair, seen from the side, looking right; the floor is at 0. The knee is at 34,-46, the eye at 9,-104. */
export function SideSitting({ hair, ...at }: AtProps & { hair: Hair }) {
  return (
    <At {...at}>
      <path d="M-21-94v94M-21-36H20M16-36V0" />
      <Limb d="M-4-44h36c3 0 5 2 5 5v28" fill="paper" width={15} scale={at.scale} />
      <path class="placing-solid" d="M30-1v-8h11c4 1 9 2 9 8z" />
      <path class="placing-tint" d="M-2-86c-8 1-13 5-14 12l-1 36c6 3 22 3 27 0l1-34c0-8-3-13-9-14z" />
      <path class="placing-paper" d="M-3-93v7c2 4 7 4 9 0v-6z" />
      <SideHead x={2} y={-104} hair={hair} />
      <Limb d="M-2-75c-1 12 2 20 10 22 6 1 12 0 16 0" fill="tint" width={10.5} scale={at.scale} />
      <circle class="placing-paper" cx="25" cy="-53" r="4.500" />
    </At>
  )
}

/** The upper part of somebody sitting, seen from the front; the seat is at 0. 62 high at scale 1, with the head. */
export function Sitting({
  hair,
  glasses = false,
  fill,
  ...at
}: AtProps & { hair: Hair; glasses?: boolean; fill: Fill }) {
  return (
    <At {...at}>
      <Limb d="M-8-4c-3 8-4 14-4 20" fill="paper" width={15} scale={at.scale} />
      <Limb d="M8-4c3 8 4 14 4 20" fill="paper" width={15} scale={at.scale} />
      <path class="placing-solid" d="M-20 28c0-5 3-8 8-8s8 3 8 8zM20 28c0-5-3-8-8-8s-8 3-8 8z" />
      <Limb d="M-15-38c-5 9-6 18-3 26 3 4 7 5 12 5" fill={fill} width={10.5} scale={at.scale} />
      <Limb d="M15-38c5 9 6 18 3 26-3 4-7 5-12 5" fill={fill} width={10.5} scale={at.scale} />
      <path class={`placing-${fill}`} d="M-5-48c-7 1-12 3-13 9l3 36c5 3 25 3 30 0l3-36c-1-6-6-8-13-9z" />
      <path class="placing-paper" d="M-5-55v7c2 4 8 4 10 0v-7z" />
      <Head x={0} y={-66} hair={hair} glasses={glasses} />
    </At>
  )
}
