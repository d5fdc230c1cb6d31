// One stranger who does harm: how soon the practitioners' pages hear of an arrival meanwhile, and what the server then
// holds, beside the same time without them. Limits of requests are off: what is measured holds without those.
import { openConnection } from '../../src/server/platform/db.ts'
import { hashPassword } from '../../src/server/platform/passwords.ts'
import { type Bench, type Figure, percentile } from '../figures.ts'
import { startDatabase, startProgram } from '../program.ts'
import { seed } from '../waiting/seed.ts'
import type { Arrivals } from '../waiting/words.ts'
import { HARMS, type Harm, KNOWN } from './words.ts'

/** Of each part; BEDSIDE_ABUSE_SECONDS shortens it. */
const SECONDS = Number(process.env.BEDSIDE_ABUSE_SECONDS ?? '60')
const WARM_SECONDS = 5
const PER_SECOND = 10
const PATIENTS = 100
const WAYS = (process.env.BEDSIDE_ABUSE?.split(',') ?? HARMS) as readonly Harm[]

interface Part {
  readonly p99: number
  readonly rssMB: number
  readonly unseen: number
}

async function measure(bench: Bench, harm: Harm): Promise<{ without: Part; within: Part }> {
  const database = await startDatabase()
  const settings = JSON.stringify({ connectionsPerAddress: 2000 })
  const server = startProgram('server.mjs', { args: [database.url, '127.0.0.1', settings], flags: ['--expose-gc'] })
  try {
    const { port } = await server.ask<{ port: number }>({ type: 'where' }, 'at')
    const { areas, patients } = await seed(database.url, PATIENTS)
    await letSignIn(database.url)
    const door = startProgram('waiting/door.ts', { args: ['bedside', String(port), '127.0.0.2'] })
    try {
      await door.ask({ type: 'watch', areas }, 'watching')
      const part = async (seconds: number): Promise<Part> => {
        const { toScreenMs, unseen } = await door.ask<Arrivals>(
          { type: 'arrive', perSecond: PER_SECOND, seconds },
          'arrived-all',
        )
        const { rss } = await server.ask<{ rss: number }>({ type: 'memory' }, 'memory-is')
        return { p99: percentile(toScreenMs, 0.99), rssMB: rss / 2 ** 20, unseen }
      }
      await part(WARM_SECONDS)
      await bench.quiet()
      const without = await part(SECONDS)
      // A little longer than what is measured, and never without an end.
      const args = [harm, String(port), '127.0.0.9', patients[0]?.cookie ?? '', String(SECONDS + 10)]
      const stranger = startProgram('abuse/stranger.ts', { args })
      try {
        return { without, within: await part(SECONDS) }
      } finally {
        await stranger.end()
      }
    } finally {
      await door.end()
    }
  } finally {
    await server.end()
    await database.stop()
  }
}

async function letSignIn(databaseUrl: string): Promise<void> {
  const connection = await openConnection(databaseUrl)
  try {
    const hash = await hashPassword(KNOWN.password)
    await connection.query('update people set password_hash = $1 where email = $2', [hash, KNOWN.email])
  } finally {
    await connection.end()
  }
}

const WHAT: Record<Harm, string> = {
  deaf: 'a page that never reads',
  bytes: 'large messages from nobody',
  sockets: 'connections from nobody',
  streams: 'places of the connection check held',
  bodies: 'bodies that never end',
  passwords: 'wrong passwords, each of another person',
  agents: 'sign-ins by a browser whose name has 8 kB',
}

export async function measureAbuse(bench: Bench): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const harm of WAYS) {
    bench.say(`abuse: ${WHAT[harm]}, ${SECONDS} s without and with it`)
    const { without, within } = await measure(bench, harm)
    figures.push(
      {
        measure: 'abuse',
        what: `arrival to screen, p99: ${WHAT[harm]}`,
        unit: 'ms',
        value: within.p99,
        beside: { what: 'without', value: without.p99 },
        target: { atMostTimes: 2 },
        ...(within.unseen > 0 ? { remark: `${within.unseen} arrivals were NEVER SHOWN` } : {}),
      },
      {
        measure: 'abuse',
        what: `memory of the server: ${WHAT[harm]}`,
        unit: 'MB',
        value: within.rssMB,
        beside: { what: 'without', value: without.rssMB },
        target: { atMostTimes: 1.5 },
      },
    )
  }
  return figures
}
