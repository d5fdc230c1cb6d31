// The devices of the drawings: each once, to be put wherever a drawing needs it.
import { At, type AtProps } from './figure.tsx'

/** From the side, open towards the right; stands at 0,0, 40 wide. The camera is at -16,-31. */
export function SideLaptop(at: AtProps) {
  return (
    <At {...at}>
      <path class="placing-paper" d="M-10-4.500L-17.500-30a2.200 2.200 0 0 1 4.200-1.200L-5.500-5z" />
      <rect class="placing-paper" x="-12" y="-5" width="36" height="5" rx="2.500" />
    </At>
  )
}

/** From the front, its screen to us; the foot stands at 0,0, 96 wide. */
export function FrontLaptop(at: AtProps) {
  return (
    <At {...at}>
      <rect class="placing-paper" x="-40" y="-60" width="80" height="54" rx="5" />
      <path class="placing-tint" d="M-48-6h96l-3 5a3 3 0 0 1-3 1h-84a3 3 0 0 1-3-1z" />
    </At>
  )
}

/** From the front; stands at 0,0, 34 wide, 66 high. */
export function Phone(at: AtProps) {
  return (
    <At {...at}>
      <rect class="placing-paper" x="-17" y="-66" width="34" height="66" rx="6" />
      <path d="M-3-61.500h6" />
    </At>
  )
}

/** From the front, lying; stands at 0,0, 84 wide, 58 high. */
export function Tablet(at: AtProps) {
  return (
    <At {...at}>
      <rect class="placing-paper" x="-42" y="-58" width="84" height="58" rx="6" />
      <path d="M0-54.500v.010" />
    </At>
  )
}

/** From the front; the foot stands at 0,0, 100 wide, 82 high. */
export function Desktop(at: AtProps) {
  return (
    <At {...at}>
      <path class="placing-tint" d="M-8-20h16l3 18h-22z" />
      <path d="M-20 0h40" />
      <rect class="placing-paper" x="-50" y="-82" width="100" height="62" rx="5" />
    </At>
  )
}
