// For whoever watches the server: whether its process answers, and whether it can serve. They tell nothing else.
import { HealthReply } from '#contract/health'
import { Done } from '#contract/shapes'
import { Problem } from '#domain/problem'
import type { Deps } from '../deps.ts'
import { ping } from '../platform/db.ts'
import { LOW_BYTES } from '../platform/disk.ts'
import { endpoint } from '../platform/endpoint.ts'

const done = { done: true } as const

/** A database that takes longer to say that it is there is not there for a patient, either. */
const PATIENCE_MS = 3000

type HealthDeps = Pick<Deps, 'db' | 'claim' | 'events' | 'storing' | 'clock' | 'disk' | 'timers'>

export function healthRoutes({ db, claim, events, storing, clock, disk, timers }: HealthDeps) {
  /** The database answers, nobody else is on it, events are heard, and something can be stored. What is missing is named, and nothing else. */
  const ready = async (): Promise<HealthReply> => {
    await or('database', inTime(ping(db)))
    if (!claim.held()) throw new Problem('server/busy', { missing: 'claim' })
    if (!events.heard()) throw new Problem('server/busy', { missing: 'events' })
    await or('storing', inTime(storing.prove()))
    return { done: true, warnings: await warnings() }
  }

  /** What does not keep anybody from being served, yet. */
  const warnings = async (): Promise<HealthReply['warnings']> => {
    const free = await disk.free().catch(() => null)
    return [
      ...(clock.last()?.isTrusted === false ? (['clock'] as const) : []),
      ...(free !== null && free < LOW_BYTES ? (['disk'] as const) : []),
      ...(timers.failing().length > 0 ? (['timers'] as const) : []),
    ]
  }
  return [
    // What a restart mends: nothing outside the process is asked.
    endpoint({
      method: 'GET',
      url: '/api/open/health/live',
      surface: 'open',
      action: 'health.read',
      reply: Done,
      handle: async () => done,
    }),
    // Whether to send anybody here.
    endpoint({
      method: 'GET',
      url: '/api/open/health/ready',
      surface: 'open',
      action: 'health.read',
      reply: HealthReply,
      handle: ready,
    }),
    endpoint({
      method: 'GET',
      url: '/api/open/health',
      surface: 'open',
      action: 'health.read',
      reply: HealthReply,
      handle: ready,
    }),
  ]
}

async function or(missing: string, asked: Promise<void>): Promise<void> {
  try {
    await asked
  } catch {
    throw new Problem('server/busy', { missing })
  }
}

async function inTime(asked: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Problem('server/busy')), PATIENCE_MS)
  })
  try {
    await Promise.race([asked, late])
  } finally {
    clearTimeout(timer)
  }
}
