// The arrow beside what the framing coach says.
import type { Instruction } from '#domain/framing'
import { drawn } from '../ui/icon/line.tsx'
import { TickCircleIcon } from '../ui/icon/signs.tsx'

const Down = drawn(<path d="M12 3v18M5 14l7 7 7-7" />)
const Up = drawn(<path d="M12 21V3M5 10l7-7 7 7" />)
const Left = drawn(<path d="M21 12H3M10 5l-7 7 7 7" />)
const Right = drawn(<path d="M3 12h18M14 5l7 7-7 7" />)
const Away = drawn(<path d="M12 15V4M7 8.5l5-5 5 5M4 21h16M7 18h10" />)
const Nearer = drawn(<path d="M12 3v12M7 10.5l5 5 5-5M3 21h18" />)

/** A person who looks at their screen sees themselves as in a mirror: their left is on its left. */
const ARROWS: { readonly [kind in Instruction['kind']]?: typeof Down } = {
  'step-back': Away,
  'come-nearer': Nearer,
  'come-in': Nearer,
  'move-left': Left,
  'move-right': Right,
  'tilt-down': Down,
  'tilt-up': Up,
  good: TickCircleIcon,
}

export function Arrow({ kind }: { kind: Instruction['kind'] }) {
  const Drawing = ARROWS[kind]
  return Drawing ? <Drawing size={48} /> : null
}
