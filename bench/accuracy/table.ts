// From the findings of each line to how far they are from the truth. Arithmetic and words; measures nothing.
import type { ConnectionFinding } from '#domain/equipment'
import type { Naive } from '../../test/connection/page.ts'
import { median, type Table } from '../figures.ts'

export interface Cell {
  readonly kbit: number
  /** There and back. */
  readonly tripMs: number
  /** Each way. */
  readonly lossPercent: number
}

export interface Tried {
  readonly cell: Cell
  readonly findings: ConnectionFinding[]
  readonly naive: Naive[]
}

/** Of one line, the medians of its runs. Infinite where a run told nothing. */
interface Errors {
  /** Percent of the line's rate, up or down, whichever is further off. */
  readonly rate: number
  /** ms. */
  readonly trip: number
  /** Percentage points. */
  readonly loss: number
  readonly naiveRate: number
  readonly naiveTrip: number
}

const AT_MOST = { rate: 15, trip: 10, loss: 1 } as const

function errorsOf({ cell, findings, naive }: Tried): Errors {
  const mbps = cell.kbit / 1000
  const off = (value: number | null, truth: number) =>
    value === null ? Number.POSITIVE_INFINITY : Math.abs(value - truth)
  const percent = (value: number | null) => (100 * off(value, mbps)) / mbps
  return {
    rate: median(findings.map(({ upMbps, downMbps }) => Math.max(percent(upMbps), percent(downMbps)))),
    trip: median(findings.map(({ roundTripMs }) => off(roundTripMs, cell.tripMs))),
    loss: median(findings.map(({ lossPercent }) => off(lossPercent, cell.lossPercent))),
    naiveRate: median(naive.map((each) => percent(each.mbps))),
    naiveTrip: median(naive.map((each) => off(each.roundTripMs, cell.tripMs))),
  }
}

export const worst = (tried: readonly Tried[], what: keyof Errors): number =>
  Math.max(...tried.map((each) => errorsOf(each)[what]))

export function tableOf(tried: readonly Tried[]): Table {
  const middle = (values: readonly (number | null)[]) =>
    median(values.map((value) => value ?? Number.NaN)).toFixed(values.some((value) => (value ?? 0) > 50) ? 0 : 2)
  const rows = tried.map((each) => {
    const { cell, findings, naive } = each
    const errors = errorsOf(each)
    const missed = (['rate', 'trip', 'loss'] as const).filter((what) => errors[what] > AT_MOST[what])
    return [
      `${cell.kbit / 1000} Mbit/s, ${cell.tripMs} ms, ${cell.lossPercent}%`,
      `${middle(findings.map(({ upMbps }) => upMbps))} / ${middle(findings.map(({ downMbps }) => downMbps))}`,
      `${errors.rate.toFixed(0)}%`,
      `${middle(findings.map(({ roundTripMs }) => roundTripMs))} ms`,
      `${errors.trip.toFixed(1)} ms`,
      `${middle(findings.map(({ lossPercent }) => lossPercent))}%`,
      errors.loss.toFixed(1),
      `${middle(naive.map(({ mbps }) => mbps))}, off ${errors.naiveRate.toFixed(0)}%`,
      missed.length === 0 ? 'yes' : `NO: ${missed.join(', ')}`,
    ]
  })
  const met = rows.filter((row) => row.at(-1) === 'yes').length
  return {
    title: `Accuracy of the connection check, medians: ${met} of ${rows.length} lines within 15%, 10 ms and 1 point`,
    header: ['line', 'up / down', 'off by', 'trip', 'off by', 'loss', 'off by', 'plain download', 'met'],
    rows,
  }
}
