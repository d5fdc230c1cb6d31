// The connection check against lines of known shape: how far its figures are from the truth, cell by cell, beside what a
// page could learn from one plain download. Up and down alike; delays there and back; loss each way.
import { setTimeout as sleep } from 'node:timers/promises'
import { type Bench, type Figure, median } from '../figures.ts'
import { linkHindrance } from '../link/link.ts'
import { openPlace, type Place } from './place.ts'
import { type Cell, type Tried, tableOf, worst } from './table.ts'

const RUNS = 1
const LONG_RUNS = 5
const QUEUE_MS = 300

const CELLS: readonly Cell[] = [500, 1000, 2000, 3000, 10_000].flatMap((kbit) =>
  [20, 100, 300].flatMap((tripMs) => [0, 2, 5].map((lossPercent) => ({ kbit, tripMs, lossPercent }))),
)

export async function measureAccuracy(bench: Bench): Promise<Figure[]> {
  const hindrance = linkHindrance()
  if (hindrance !== null) throw new Error(`an emulated link ${hindrance}`)
  // An odd number has a middle.
  const runs = Number(process.env.BEDSIDE_RUNS ?? (bench.long ? LONG_RUNS : RUNS)) | 1
  const tried = CELLS.map((cell): Tried => ({ cell, findings: [], naive: [] }))
  for (let run = 1; run <= runs; run++) {
    // Each run on a link of its own seed: other packets are lost.
    const place = await openPlace(shapeOf(CELLS[0] as Cell), run)
    try {
      for (const each of tried) {
        await bench.quiet()
        await tryCell(place, each)
        const { kbit, tripMs, lossPercent } = each.cell
        bench.say(`accuracy: run ${run} of ${runs}: ${kbit} kbit/s, ${tripMs} ms, ${lossPercent}%: ${brief(each)}`)
      }
    } finally {
      await place.close()
    }
  }
  bench.show(tableOf(tried))
  return figuresOf(tried, runs)
}

const shapeOf = ({ kbit, tripMs, lossPercent }: Cell) => ({
  kbit,
  delayMs: tripMs / 2,
  lossPercent,
  queueMs: QUEUE_MS,
})

async function tryCell({ page, shape }: Place, { cell, findings, naive }: Tried): Promise<void> {
  shape(shapeOf(cell))
  // What still waits in the queues was sent over another line.
  await sleep(2 * QUEUE_MS + cell.tripMs)
  findings.push(await page.evaluate(() => window.check.measure()))
  naive.push(await page.evaluate(() => window.check.naive()))
}

function brief({ findings }: Tried): string {
  const last = findings.at(-1)
  return last
    ? `${last.upMbps} up, ${last.downMbps} down, ${last.roundTripMs} ms, ${last.lossPercent}%, ${last.seconds} s, ${last.usedMB} MB`
    : ''
}

function figuresOf(tried: readonly Tried[], runs: number): Figure[] {
  const figure = (
    what: string,
    unit: Figure['unit'],
    value: number,
    beside: number | null,
    target: number,
  ): Figure => ({
    measure: 'accuracy',
    what: `${what}, worst of ${CELLS.length} lines (medians of ${runs})`,
    unit,
    value,
    beside: beside === null ? null : { what: 'one plain download', value: beside },
    target: { atMost: target },
  })
  const all = tried.flatMap(({ findings }) => findings)
  return [
    figure('throughput off by', '%', worst(tried, 'rate'), worst(tried, 'naiveRate'), 15),
    figure('round trip off by', 'ms', worst(tried, 'trip'), worst(tried, 'naiveTrip'), 10),
    figure('loss off by', 'points', worst(tried, 'loss'), null, 1),
    {
      measure: 'accuracy',
      what: 'time of one test',
      unit: 'ms',
      value: 1000 * Math.max(...all.map(({ seconds }) => seconds)),
      beside: null,
      target: { atMost: 15_000 },
      remark: `the longest; the median is ${median(all.map(({ seconds }) => seconds))} s`,
    },
    {
      measure: 'accuracy',
      what: 'data of one test',
      unit: 'MB',
      value: Math.max(...all.map(({ usedMB }) => usedMB)),
      beside: null,
      target: { atMost: 12 },
      remark: `the most; the median is ${median(all.map(({ usedMB }) => usedMB))} MB`,
    },
  ]
}
