// A process of its own for what is timed: the practitioners' pages, and the arrivals that these must come to show.
// Nothing else runs here, so that its pauses are not measured as the server's. Arguments as for crowd.ts.
import { setTimeout as sleep } from 'node:timers/promises'
import { openCaller } from './caller.ts'
import type { Arrivals, Kind, LoadArea, ToLoad } from './words.ts'

const [kind, port, address] = process.argv.slice(2) as [Kind, string, string]
const caller = openCaller(kind, Number(port), address)

let areas: readonly LoadArea[] = []
let nextName = 1
let refused = 0
const sentAt = new Map<string, number>()
let toScreenMs: number[] = []
let toReplyMs: number[] = []

function seen(names: readonly string[]): void {
  const now = performance.now()
  // The newest stand last; a name met before ends nothing, because several may still be on their way.
  for (const name of names) {
    const at = sentAt.get(name)
    if (at === undefined) continue
    toScreenMs.push(now - at)
    sentAt.delete(name)
  }
}

async function arrive(area: LoadArea): Promise<void> {
  const name = `Arrival${nextName++}`
  const at = performance.now()
  sentAt.set(name, at)
  try {
    const patient = await caller.arrive(area.slug, name)
    toReplyMs.push(performance.now() - at)
    process.send?.({ type: 'came', patient })
  } catch (error) {
    refused += 1
    if (refused === 1) console.error(`an arrival failed: ${error instanceof Error ? error.message : error}`)
  }
}

async function arriveFor(perSecond: number, seconds: number): Promise<void> {
  const begun = performance.now()
  for (let index = 0; index < perSecond * seconds; index++) {
    const wait = begun + (index * 1000) / perSecond - performance.now()
    if (wait > 0) await sleep(wait)
    void arrive(areas[index % areas.length] as LoadArea)
  }
  for (let patience = 0; sentAt.size > 0 && patience < 50; patience++) await sleep(100)
  const told: Arrivals = { type: 'arrived-all', toScreenMs, toReplyMs, unseen: sentAt.size }
  process.send?.(told)
  sentAt.clear()
  toScreenMs = []
  toReplyMs = []
}

process.on('message', (message: ToLoad) => {
  if (message.type === 'watch') {
    areas = message.areas
    void Promise.all(areas.map((area) => caller.watch(area, seen))).then(() => process.send?.({ type: 'watching' }))
  }
  if (message.type === 'arrive') void arriveFor(message.perSecond, message.seconds)
})
