// One waiting area as the front desk looks at it.
import type { AreaQueue } from '#contract/visit'
import type { AreaSummary } from './queue-line.ts'

export interface ConsoleArea {
  readonly queue: AreaQueue
  readonly summary: AreaSummary
  /** Newcomers nobody has looked at. */
  readonly fresh: number
}
