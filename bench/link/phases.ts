// One call through the three trials: a while at the guide's limit, a drop below it and back, a network that goes away and
// comes again. Says when each began; judges nothing.
import { setTimeout as sleep } from 'node:timers/promises'
import { type Kind, openLinkCall } from './call.ts'
import { type LinkShape, openLink } from './link.ts'
import type { Stretch, Watched } from './watched.ts'

/** The guide's "at least 2 Mbps", with a distant path and a loss that wifi has. */
export const GUIDE: LinkShape = { kbit: 2000, delayMs: 50, lossPercent: 1, queueMs: 300 }
const WEAK: LinkShape = { ...GUIDE, kbit: 300 }
const START_MS = 5000
const WEAK_MS = 20_000
const RECOVERY_MS = 15_000
const CUT_MS = 6000
const AFTER_CUT_MS = 8000

export interface Trials {
  readonly sides: readonly [Watched, Watched]
  readonly clicked: number
  /** At the guide's limit, without the first 5 seconds. */
  readonly steady: Stretch
  readonly weak: Stretch
  /** The link is whole again after the weak stretch. */
  readonly recovery: Stretch
  /** From the cut to the moment the network was there again, and the time after that. */
  readonly cut: Stretch
  readonly afterCut: Stretch
}

export async function runTrials(kind: Kind, seed: number, chromium: string, steadyMs: number): Promise<Trials> {
  const link = await openLink(GUIDE, seed, chromium)
  try {
    const call = await openLinkCall(kind, link, GUIDE.delayMs)
    const clicked = await call.flow()
    await sleep(START_MS + steadyMs)
    const weakAt = Date.now()
    link.shape(WEAK)
    await sleep(WEAK_MS)
    const wholeAt = Date.now()
    link.shape(GUIDE)
    await sleep(RECOVERY_MS)
    const cutAt = Date.now()
    call.cut()
    await sleep(CUT_MS)
    const mendedAt = Date.now()
    call.mend()
    await sleep(AFTER_CUT_MS)
    const endedAt = Date.now()
    const sides = await call.watched()
    await call.close()
    return {
      sides,
      clicked,
      steady: { from: clicked + START_MS, to: weakAt },
      weak: { from: weakAt, to: wholeAt },
      recovery: { from: wholeAt, to: cutAt },
      cut: { from: cutAt, to: mendedAt },
      afterCut: { from: mendedAt, to: endedAt },
    }
  } finally {
    link.close()
  }
}
