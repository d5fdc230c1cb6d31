// Waits until nobody else uses the machine much: a figure taken beside a compiler says nothing. It never waits for ever.
import { cpus } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'

/** Of all cores together, 0 to 1. A resting desktop shows 0.02 to 0.08. */
const QUIET_SHARE = 0.12
const LOOK_MS = 1500

export interface Quiet {
  readonly quiet: boolean
  /** Share of all cores that was busy at the last look. */
  readonly busy: number
}

function times() {
  let [idle, all] = [0, 0]
  for (const { times } of cpus()) {
    idle += times.idle
    all += times.user + times.nice + times.sys + times.idle + times.irq
  }
  return { idle, all }
}

async function busyShare(): Promise<number> {
  const before = times()
  await sleep(LOOK_MS)
  const after = times()
  return 1 - (after.idle - before.idle) / Math.max(1, after.all - before.all)
}

export async function waitForQuiet(mostSeconds: number): Promise<Quiet> {
  const until = Date.now() + mostSeconds * 1000
  for (;;) {
    const busy = await busyShare()
    if (busy <= QUIET_SHARE) return { quiet: true, busy }
    if (Date.now() >= until) return { quiet: false, busy }
  }
}
