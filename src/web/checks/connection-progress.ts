// One running test of the connection: what it has learnt, what it has moved, and when it must be over.
import type { ConnectionFinding } from '#domain/equipment'
import { tenths } from './connection-figures.ts'

export interface Test {
  /** Says stop when the person does, when the network is gone, and when the time is up. */
  readonly signal: AbortSignal
  /** By `performance.now()`. */
  readonly endsAt: number
  readonly known: Readonly<Partial<ConnectionFinding>>
  learn(more: Partial<ConnectionFinding>): void
  /** Adds a count to what the test has moved, bytes both ways together; it is asked whenever a finding is told. */
  used(bytes: () => number): void
  finding(state: ConnectionFinding['state']): ConnectionFinding
}

const NOTHING = {
  upMbps: null,
  downMbps: null,
  roundTripMs: null,
  jitterMs: null,
  lossPercent: null,
  via: null,
  open: null,
} as const

export function openTest(signal: AbortSignal, mostMs: number, learnt: () => void): Test {
  const begun = performance.now()
  let known: Partial<ConnectionFinding> = {}
  const counts: (() => number)[] = []
  return {
    signal,
    endsAt: begun + mostMs,
    get known() {
      return known
    },
    learn(more) {
      known = { ...known, ...more }
      learnt()
    },
    used: (count) => void counts.push(count),
    finding: (state) => ({
      ...NOTHING,
      ...known,
      state,
      usedMB: tenths(counts.reduce((sum, count) => sum + count(), 0) / 1_000_000),
      seconds: tenths((performance.now() - begun) / 1000),
    }),
  }
}
