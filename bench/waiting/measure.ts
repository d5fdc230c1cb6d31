// Patients who wait, by the thousand: how long an arrival takes to the practitioner's screen, and what each costs in
// memory. The product on its real database beside a bare socket.io server that fans out the same way.
import { type Bench, type Figure, median, percentile } from '../figures.ts'
import { type Program, startDatabase, startProgram } from '../program.ts'
import { areaCount, seed } from './seed.ts'
import type { Arrivals, Kind, LoadArea, LoadPatient } from './words.ts'

const PER_SECOND = 50
const SECONDS = 60
const LONG_SECONDS = 300
/** Not counted: a process that has just begun compiles what it runs. */
const WARM_SECONDS = 5
const CROWDS = 2
/** A morning's start, not an attack; each socket costs the load generator as much as the server. */
const CONNECT_PER_SECOND = 200
/** Garbage is collected before each reading; what a runtime then keeps moves by this much from reading to reading. */
const GROWTH_PERCENT = 3

const SIZES = (process.env.BEDSIDE_WAITING ?? '1000,10000').split(',').map(Number)

interface Memory {
  readonly rss: number
  readonly heapUsed: number
}

interface Outcome {
  readonly arrivals: Arrivals
  /** Of one core, while they arrive. */
  readonly corePercent: number
  readonly perPatientKB: number
  readonly allMB: number
  /** Over the long run, percent of what there was at its start; null when there was none. */
  readonly growth: { readonly inUse: number; readonly all: number } | null
  readonly longArrivals: Arrivals | null
}

async function load(
  bench: Bench,
  kind: Kind,
  server: Program,
  areas: readonly LoadArea[],
  patients: readonly LoadPatient[],
) {
  const { port } = await server.ask<{ port: number }>({ type: 'where' }, 'at')
  const memory = () => server.ask<Memory>({ type: 'memory' }, 'memory-is')
  const door = startProgram('waiting/door.ts', { args: [kind, String(port), '127.0.0.2'] })
  const crowds = Array.from({ length: CROWDS }, (_, index) =>
    startProgram('waiting/crowd.ts', { args: [kind, String(port), `127.0.0.${index + 3}`] }),
  )
  const crowdOf = (area: string) => crowds[areas.findIndex(({ slug }) => slug === area) % CROWDS] as Program
  try {
    await door.ask({ type: 'watch', areas }, 'watching')
    const before = await memory()
    await Promise.all(
      crowds.map(async (crowd) => {
        const own = patients.filter(({ area }) => crowdOf(area) === crowd)
        const message = { type: 'connect', patients: own, perSecond: CONNECT_PER_SECOND / CROWDS }
        const { count, failed } = await crowd.ask<{ count: number; failed: number }>(message, 'connected')
        if (failed > 0 || count !== own.length)
          throw new Error(`${own.length - count} of ${own.length} did not connect`)
      }),
    )
    const all = await memory()
    let turnover = false
    door.on('came', ({ patient }: { patient: LoadPatient }) => {
      crowdOf(patient.area).tell({ type: 'come', patient })
      if (turnover) crowdOf(patient.area).tell({ type: 'go' })
    })
    await bench.quiet()
    const arrive = (seconds: number) =>
      door.ask<Arrivals>({ type: 'arrive', perSecond: PER_SECOND, seconds }, 'arrived-all')
    const processor = () => server.ask<{ ms: number }>({ type: 'processor' }, 'processor-is')
    await arrive(WARM_SECONDS)
    const { ms: idle } = await processor()
    const arrivals = await arrive(SECONDS)
    const { ms: done } = await processor()
    let growth: Outcome['growth'] = null
    let longArrivals: Arrivals | null = null
    if (bench.long) {
      turnover = true
      // Until all who were there have gone: those who come later lie between gaps, and a process grows until it has those.
      await arrive(patients.length / PER_SECOND)
      const start = await memory()
      longArrivals = await arrive(LONG_SECONDS)
      const end = await memory()
      const percent = (of: keyof Memory) => (100 * (end[of] - start[of])) / start[of]
      growth = { inUse: percent('heapUsed'), all: percent('rss') }
      bench.say(
        `${kind}: heap ${mb(start.heapUsed)} -> ${mb(end.heapUsed)} MB, all ${mb(start.rss)} -> ${mb(end.rss)} MB`,
      )
    }
    const outcome: Outcome = {
      arrivals,
      corePercent: (done - idle) / (SECONDS * 10),
      perPatientKB: (all.rss - before.rss) / patients.length / 1024,
      allMB: all.rss / 2 ** 20,
      growth,
      longArrivals,
    }
    bench.say(`${kind}: heap per patient ${((all.heapUsed - before.heapUsed) / patients.length / 1024).toFixed(1)} kB`)
    return outcome
  } finally {
    await Promise.all([door, ...crowds].map((program) => program.end()))
  }
}

const mb = (bytes: number) => (bytes / 2 ** 20).toFixed(1)

async function withBare(bench: Bench, count: number): Promise<Outcome> {
  const areas = Array.from({ length: areaCount(count) }, (_, index) => ({ slug: `a${index}`, staffCookie: '' }))
  const patients = Array.from({ length: count }, (_, index) => ({ area: `a${index % areas.length}`, cookie: '' }))
  const server = startProgram('waiting/bare.mjs', { flags: ['--expose-gc'] })
  try {
    return await load(bench, 'bare', server, areas, patients)
  } finally {
    await server.end()
  }
}

async function withProduct(bench: Bench, count: number): Promise<Outcome> {
  const database = await startDatabase()
  try {
    const profile = process.env.BEDSIDE_PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BEDSIDE_PROFILE}`] : []
    const server = startProgram('server.mjs', { args: [database.url], flags: ['--expose-gc', ...profile] })
    try {
      await server.ask({ type: 'where' }, 'at')
      const { areas, patients } = await seed(database.url, count)
      return await load(bench, 'bedside', server, areas, patients)
    } finally {
      await server.end()
    }
  } finally {
    await database.stop()
  }
}

/** Noise of the machine comes in bursts; a slow product is slow all the time. This shows which it was. */
function remarkOn({ toScreenMs, unseen }: Arrivals): string {
  const each = Array.from({ length: Math.ceil(toScreenMs.length / (PER_SECOND * 10)) }, (_, index) =>
    percentile(toScreenMs.slice(index * PER_SECOND * 10, (index + 1) * PER_SECOND * 10), 0.99).toFixed(0),
  )
  return `p99 of each ten seconds: ${each.join(', ')} ms${unseen > 0 ? `; ${unseen} arrivals were NEVER SHOWN` : ''}`
}

export async function measureWaiting(bench: Bench): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const count of SIZES) {
    const people = count.toLocaleString('en-GB')
    bench.say(`waiting: ${people} patients at a bare server, then here`)
    const bare = await withBare(bench, count)
    const own = await withProduct(bench, count)
    const strict = count >= 10_000
    const time = (what: string, of: (values: readonly number[]) => number, most: number | null): Figure => ({
      measure: 'waiting',
      what: `${what}, ${people} waiting`,
      unit: 'ms',
      value: of(own.arrivals.toScreenMs),
      beside: { what: 'bare socket.io', value: of(bare.arrivals.toScreenMs) },
      target: most === null ? null : { atMost: most },
    })
    figures.push(
      time('arrival to screen, p50', median, null),
      {
        ...time('arrival to screen, p99', (values) => percentile(values, 0.99), strict ? 50 : null),
        remark: remarkOn(own.arrivals),
      },
      {
        measure: 'waiting',
        what: `memory a patient, ${people} waiting`,
        unit: 'kB',
        value: own.perPatientKB,
        beside: { what: 'bare socket.io', value: bare.perPatientKB },
        target: strict ? { atMostTimes: 2 } : null,
      },
      {
        measure: 'waiting',
        what: `memory of the server, ${people} waiting`,
        unit: 'MB',
        value: own.allMB,
        beside: { what: 'bare socket.io', value: bare.allMB },
        target: strict ? { atMostTimes: 2 } : null,
      },
    )
    figures.push({
      measure: 'waiting',
      what: `processor (of one core) while ${PER_SECOND} arrive a second, ${people} waiting`,
      unit: '%',
      value: own.corePercent,
      beside: { what: 'bare socket.io', value: bare.corePercent },
      target: null,
    })
    if (own.growth && bare.growth)
      figures.push(
        {
          measure: 'waiting',
          what: `growth in 5 minutes of what is in use, ${people} waiting`,
          unit: '%',
          value: own.growth.inUse,
          beside: { what: 'bare socket.io', value: bare.growth.inUse },
          target: strict ? { atMost: GROWTH_PERCENT } : null,
        },
        {
          measure: 'waiting',
          what: `growth in 5 minutes of the memory of the server, ${people} waiting`,
          unit: '%',
          value: own.growth.all,
          beside: { what: 'bare socket.io', value: bare.growth.all },
          target: null,
        },
      )
    if (own.longArrivals && bare.longArrivals)
      figures.push({
        measure: 'waiting',
        what: `arrival to screen over 5 minutes, p99, ${people} waiting`,
        unit: 'ms',
        value: percentile(own.longArrivals.toScreenMs, 0.99),
        beside: { what: 'bare socket.io', value: percentile(bare.longArrivals.toScreenMs, 0.99) },
        target: strict ? { atMost: 50 } : null,
      })
  }
  return figures
}
