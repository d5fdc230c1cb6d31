// What a measure hands back, and the little arithmetic that all measures need.

export type MeasureName = 'join' | 'waiting' | 'page' | 'link' | 'accuracy' | 'abuse'

export interface Figure {
  readonly measure: MeasureName
  readonly what: string
  readonly unit: 'ms' | 'kB' | 'MB' | 'requests' | '%' | 'lines' | 'frames/s' | 'points' | 'cells'
  readonly value: number
  /** The floor or the peer, measured in the same run. */
  readonly beside: { readonly what: string; readonly value: number } | null
  readonly target: Target | null
  /** Anything a reader must know before they quote it. */
  readonly remark?: string
}

export type Target = { readonly atMost: number } | { readonly atLeast: number } | { readonly atMostTimes: number }

/** What is more than a figure: told beside the figures that sum it up. */
export interface Table {
  readonly title: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** What a measure gets from the runner. */
export interface Bench {
  /** Resolves when the machine is quiet, or after a limit that is then told in the results. */
  quiet(): Promise<void>
  say(line: string): void
  show(table: Table): void
  /** The full length where a measure has one: 5 minutes of waiting. */
  readonly long: boolean
}

export const ratio = ({ value, beside }: Figure): number | null =>
  beside && beside.value !== 0 ? value / beside.value : null

/** Whether the figure meets its target; null when it has none or the floor is missing. */
export function isMet(figure: Figure): boolean | null {
  const { target, value } = figure
  if (!target) return null
  if ('atMost' in target) return value <= target.atMost
  if ('atLeast' in target) return value >= target.atLeast
  const times = ratio(figure)
  return times === null ? null : times <= target.atMostTimes
}

/** `share` is 0 to 1; the nearest rank, so that the result is a value that was measured. NaN for no values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)
