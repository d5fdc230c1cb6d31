// Two drawings for one switch: the picture let out to the edges, or drawn in so that all of it is seen.
import { drawn } from '../../ui/icon/line.tsx'

const Out = drawn(<path d="M3 12h18M3 12l4-4M3 12l4 4M21 12l-4-4M21 12l-4 4" />)
const In = drawn(
  <>
    <rect x="3" y="5" width="18" height="14" rx="2" />
    <path d="M8 9.5v5M16 9.5v5" />
  </>,
)

export function FitIcon({ fit }: { fit: 'contain' | 'cover' }) {
  return fit === 'cover' ? <In size={20} /> : <Out size={20} />
}
