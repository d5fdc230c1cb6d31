// Answers two questions in a measured process: how much memory it holds once everything unused was let go, and how much
// processor time it has had.
import { setTimeout as sleep } from 'node:timers/promises'

/** The runtime gives pages back bit by bit, one collection after another: a reading counts when the next one is within 1% of it. */
const SETTLED = 0.01
const LEAST_ROUNDS = 4
const MOST_ROUNDS = 20

async function settledMemory() {
  for (let before = process.memoryUsage(), round = 0; ; round++) {
    globalThis.gc?.()
    await sleep(1000)
    const now = process.memoryUsage()
    const settled = round >= LEAST_ROUNDS && Math.abs(now.rss - before.rss) < before.rss * SETTLED
    if (settled || round >= MOST_ROUNDS) return now
    before = now
  }
}

export function tellCost() {
  process.on('message', async ({ type }) => {
    if (type === 'memory') process.send({ type: 'memory-is', ...(await settledMemory()) })
    if (type === 'processor') {
      const { user, system } = process.cpuUsage()
      process.send({ type: 'processor-is', ms: (user + system) / 1000 })
    }
  })
}
