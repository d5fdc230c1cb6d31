// The things that stand about in the drawings.
import { At } from './figure.tsx'

export const Floor = () => <path d="M14 168h292" />

/** Its top at 0,0 to the right, and legs down to the floor. */
export function Table({ x, y, wide, legs }: { x: number; y: number; wide: number; legs: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <path d={`M10 8v${legs - 8}M${wide - 10} 8v${legs - 8}`} />
      <rect class="placing-paper" x="0" y="0" width={wide} height="8" rx="2" />
    </g>
  )
}

export function Plant({ x, y }: { x: number; y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <path class="placing-paper" d="M0-9c-4-4-4-9-1-13 4 3 4 8 1 13zM0-9c0-5 3-8 7-8 0 5-3 8-7 8z" />
      <path class="placing-tint" d="M-6 0v-9H6v9z" />
    </g>
  )
}

/** Seen from its edge, leaning back to the left, its screen to the right; stands at 0,0, 48 high. The camera is at -17,-48. */
export function LeaningTablet({ x, y }: { x: number; y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <path class="placing-paper" d="M0 0L-18-48a2.600 2.600 0 0 1 5-2L6-2a1.500 1.500 0 0 1-1.500 2z" />
      <path class="placing-tint" d="M10 0v-7h6v7z" />
    </g>
  )
}

/** Two books on end. */
export function Books({ x, y }: { x: number; y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect class="placing-tint" x="0" y="-48" width="11" height="48" rx="2" />
      <rect class="placing-deep" x="11" y="-42" width="12" height="42" rx="2" />
      <path d="M0-38h11M11-32h12" />
    </g>
  )
}

/** A telephone seen from its edge, with the hand around it. */
export const HeldPhone = ({ x, y }: { x: number; y: number }) => (
  <At x={x} y={y}>
    <rect class="placing-paper" x="-3" y="-13" width="6" height="24" rx="3" />
    <path class="placing-paper" d="M-7 2a3 3 0 0 1 0-6h6a3 3 0 0 1 0 6z" />
  </At>
)
