// From the patient's press on Join now to the first remote frame presented on both sides, beside two bare pages that make
// the same call from nothing, with the same camera in the same browser: on this machine, and over an emulated link.
import { chromium } from 'playwright-core'
import { type Clinic, startClinic } from '../clinic.ts'
import { type Bench, type Figure, median } from '../figures.ts'
import { linkHindrance, openLink } from '../link/link.ts'
import { CHROMIUM } from '../machine.ts'
import { type Program, startProgram } from '../program.ts'
import { type Browsers, bare, flags, product } from './walk.ts'

const RUNS = Number(process.env.BEDSIDE_RUNS ?? 10)
const SIZES = [
  [640, 480],
  [1280, 720],
] as const
/** Under what the guides ask of a line for one call (2 Mbit/s, 100 ms there and back, 1% loss): it loses twice that. */
const LINK = { kbit: 2000, delayMs: 50, lossPercent: 2, queueMs: 300 }
/** Pages need a secure context for a camera: any name under `localhost` is one, wherever it leads. */
const LINK_HOST = 'app.localhost'
const LINK_FLAG = `--host-resolver-rules=MAP ${LINK_HOST} 10.88.0.1`

interface Place {
  readonly name: string
  /** Cold beside the floor; null where no target is set. */
  readonly coldAtMost: number | null
  readonly clinic: Clinic
  readonly floorUrl: string
  open(width: number, height: number): Promise<Browsers>
}

export async function measureJoin(bench: Bench): Promise<Figure[]> {
  const figures = await here((place) => measureAt(place, bench))
  const hindrance = linkHindrance()
  if (hindrance !== null) {
    bench.say(`join: not over a link: an emulated one ${hindrance}`)
    return figures
  }
  return [...figures, ...(await overLink((place) => measureAt(place, bench)))]
}

async function here<T>(work: (place: Place) => Promise<T>): Promise<T> {
  const floor = startProgram('join/floor.mjs', { args: ['127.0.0.1'] })
  const clinic = await startClinic()
  try {
    const floorUrl = await urlOf(floor, 'localhost')
    const open = async (width: number, height: number) => {
      const browser = await chromium.launch({ executablePath: CHROMIUM, args: flags(width, height) })
      return { patientIn: browser, practitionerIn: browser }
    }
    return await work({ name: '', coldAtMost: 1.2, clinic, floorUrl, open })
  } finally {
    await floor.end()
    await clinic.stop()
  }
}

/** The practitioner sits where the servers are; the patient is at the other end. */
async function overLink<T>(work: (place: Place) => Promise<T>): Promise<T> {
  const link = await openLink(LINK, 1, CHROMIUM)
  try {
    const through = link.commandAt('a')
    const floor = startProgram('join/floor.mjs', { args: ['0.0.0.0'], through })
    const clinic = await startClinic({ through, host: LINK_HOST })
    try {
      const floorUrl = await urlOf(floor, LINK_HOST)
      const open = async (width: number, height: number) => {
        const args = [...flags(width, height), LINK_FLAG]
        const [practitionerIn, patientIn] = await Promise.all(
          (['a', 'b'] as const).map((end) => chromium.launch({ executablePath: link.browserAt(end), args })),
        )
        return { patientIn, practitionerIn } as Browsers
      }
      return await work({ name: ' over 2 Mbit/s, 50 ms, 2%', coldAtMost: null, clinic, floorUrl, open })
    } finally {
      await floor.end()
      await clinic.stop()
    }
  } finally {
    link.close()
  }
}

async function urlOf(floor: Program, host: string): Promise<string> {
  const { port } = await floor.ask<{ port: number }>({ type: 'where' }, 'at')
  return `http://${host}:${port}/`
}

/** The bare pages mend nothing: over a link that loses, one of their calls in some dozens never comes about. */
async function floorOf(browsers: Browsers, place: Place, bench: Bench, tries = 4): Promise<number> {
  try {
    return await bare(browsers, place.floorUrl)
  } catch (error) {
    if (tries === 1) throw error
    bench.say(`join${place.name}: a call of the two bare pages never came about; once more`)
    return floorOf(browsers, place, bench, tries - 1)
  }
}

async function measureAt(place: Place, bench: Bench): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [width, height] of SIZES) {
    const browsers = await place.open(width, height)
    const times = { floor: [] as number[], cold: [] as number[], prepared: [] as number[] }
    for (let run = 0; run < RUNS; run++) {
      bench.say(`join${place.name}: ${width}x${height}, run ${run + 1} of ${RUNS}`)
      await bench.quiet()
      times.floor.push(await floorOf(browsers, place, bench))
      await bench.quiet()
      times.cold.push(await product(browsers, place.clinic, false))
      await bench.quiet()
      times.prepared.push(await product(browsers, place.clinic, true))
    }
    await Promise.all([browsers.patientIn.close(), browsers.practitionerIn.close()])
    for (const [what, each] of Object.entries(times))
      bench.say(`join${place.name}: ${width}x${height}, ${what}: ${each.map((ms) => ms.toFixed(0)).join(', ')} ms`)
    const of = (what: string, some: number[], atMostTimes: number | null): Figure => ({
      measure: 'join',
      what: `press to first frame, ${what}, ${width}x${height}${place.name} (median of ${RUNS})`,
      unit: 'ms',
      value: median(some),
      beside: { what: 'two bare pages', value: median(times.floor) },
      target: atMostTimes === null ? null : { atMostTimes },
    })
    figures.push(of('cold', times.cold, place.coldAtMost), of('prepared', times.prepared, 0.6))
  }
  return figures
}
