// For whoever watches the server: whether its process answers, and whether it can serve. They tell nothing else.
import { Done } from '#contract/shapes'
import { Problem } from '#domain/problem'
import type { Deps } from '../deps.ts'
import { ping } from '../platform/db.ts'
import { endpoint } from '../platform/endpoint.ts'

const done = { done: true } as const

/** A database that takes longer to say that it is there is not there for a patient, either. */
const PATIENCE_MS = 3000

export function healthRoutes({ db, claim, events }: Pick<Deps, 'db' | 'claim' | 'events'>) {
  /** The database answers, nobody else is on it, and events are heard. */
  const ready = async () => {
    await inTime(ping(db))
    if (!claim.held() || !events.heard()) throw new Problem('server/busy')
    return done
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
      reply: Done,
      handle: ready,
    }),
    endpoint({
      method: 'GET',
      url: '/api/open/health',
      surface: 'open',
      action: 'health.read',
      reply: Done,
      handle: ready,
    }),
  ]
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
