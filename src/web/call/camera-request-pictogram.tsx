// One drawing for each thing that can be asked of a person and their camera, in the hand of the icons. The words stand
// beside it.
import type { CameraRequestKind } from '#contract/consultation'
import { drawn, type IconProps } from '../ui/icon/line.tsx'

const phone = <rect x="6" y="2" width="12" height="20" rx="2.5" />
const glass = (
  <>
    <circle cx="10.5" cy="10.5" r="7" />
    <path d="M15.8 15.8L21 21" />
  </>
)
const person = (x: number) => (
  <>
    <circle cx={x} cy="6" r="2.6" />
    <path d={`M${x} 10v6M${x} 16l-2.5 6M${x} 16l2.5 6M${x - 3.5} 12.5h7`} />
  </>
)
/** From the side, its screen leaning by so many degrees. */
const laptop = (lean: number) => (
  <>
    <path d="M3 20.5h13" />
    <path d="M14 20L11 9" transform={`rotate(${lean} 14 20)`} />
  </>
)
const torch = <path d="M8 13h8M9 13v8h6v-8M8 13l-1.5-4h11L16 13" />

const PICTOGRAMS = {
  'back-camera': drawn(
    <>
      {phone}
      <rect x="8.5" y="4.5" width="4" height="6" rx="2" />
    </>,
  ),
  'front-camera': drawn(
    <>
      {phone}
      <circle cx="12" cy="11" r="2" />
      <path d="M8.7 17.5a3.4 3.4 0 0 1 6.6 0" />
    </>,
  ),
  'zoom-in': drawn(
    <>
      {glass}
      <path d="M10.5 7.5v6M7.5 10.5h6" />
    </>,
  ),
  'zoom-out': drawn(
    <>
      {glass}
      <path d="M7.5 10.5h6" />
    </>,
  ),
  'torch-on': drawn(
    <>
      {torch}
      <path d="M12 6V2.5M7.5 6L5.5 3.5M16.5 6l2-2.5" />
    </>,
  ),
  'torch-off': drawn(torch),
  still: drawn(
    <>
      <path d="M3 8.5A1.5 1.5 0 0 1 4.5 7H7l1.8-2.5h6.4L17 7h2.5A1.5 1.5 0 0 1 21 8.5v9a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 17.5z" />
      <circle cx="12" cy="12.8" r="3.6" />
    </>,
  ),
  'turn-sideways': drawn(
    <>
      <circle cx="11.5" cy="13" r="3.2" />
      <path d="M14.6 12.2l2 1.1-2 1M6.5 22c.2-2.8 2.2-4.6 5-4.6s4.8 1.8 5 4.6M4.5 9.5a8 8 0 0 1 13.6-4M18.6 1.8v4h-4" />
    </>,
  ),
  'move-back': drawn(
    <>
      {person(7)}
      <path d="M13 12h8M18 9l3 3-3 3" />
    </>,
  ),
  'move-nearer': drawn(
    <>
      {person(17)}
      <path d="M11 12H3M6 9l-3 3 3 3" />
    </>,
  ),
  'tilt-back': drawn(
    <>
      {laptop(0)}
      <path d="M13.5 5.2a9 9 0 0 1 5.6 5M19.8 6.6l-.7 3.6-3.5-.9" />
    </>,
  ),
  'tilt-forward': drawn(
    <>
      {laptop(28)}
      <path d="M5.5 8.4a9 9 0 0 1 3.6-4.6M5.4 4.7l.1 3.7 3.6-.5" />
    </>,
  ),
  'more-light': drawn(
    <>
      <path d="M9 17.5h6M10 21h4M8.5 14.5a5.5 5.5 0 1 1 7 0c-.7.6-1 1.3-1 3h-5c0-1.7-.3-2.4-1-3z" />
      <path d="M12 1.8V2.5M3.8 5.2l.6.5M20.2 5.2l-.6.5M2.5 11.5h.8M20.7 11.5h.8" />
    </>,
  ),
} satisfies Record<CameraRequestKind, (props: IconProps) => unknown>

export function CameraRequestPictogram({ kind, size = 24 }: { kind: CameraRequestKind } & IconProps) {
  const Drawing = PICTOGRAMS[kind]
  return <Drawing size={size} />
}
