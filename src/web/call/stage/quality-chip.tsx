// The connection in one short line: bars, words and a tone that all say the same.
import { words } from '#text/call'
import type { Connection } from './stage-model.ts'
import './quality-chip.scss'

const BARS: Record<Connection, number> = { good: 4, fair: 2, poor: 1, checking: 0, lost: 0 }

export function QualityChip({ connection }: { connection: Connection }) {
  return (
    <p class={`call-chip quality quality-${connection}`} role="status">
      <svg class="quality-bars" viewBox="0 0 20 20" aria-hidden="true">
        {[5, 9, 13, 17].map((height, index) => (
          <rect
            key={height}
            class={index < BARS[connection] ? 'quality-bar' : 'quality-bar quality-bar-empty'}
            x={1 + index * 5}
            y={18.5 - height}
            width="3"
            height={height}
            rx="1.2"
          />
        ))}
        {connection === 'lost' && <path class="quality-cross" d="M3 3l14 14" />}
      </svg>
      <span class="visually-hidden">{words.quality.label} </span>
      <span>{words.quality[connection]}</span>
    </p>
  )
}
