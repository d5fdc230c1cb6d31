// For whoever watches the server: whether its process answers, whether it can serve, and what somebody should look at. Only
// administrators are told more than that.
import { HealthReply } from '#contract/health'
import { Done } from '#contract/shapes'
import { type Warning, WarningsView } from '#contract/warnings'
import { Problem } from '#domain/problem'
import type { Deps } from '../deps.ts'
import { askingBrowser } from '../platform/browser.ts'
import { ping } from '../platform/db.ts'
import { endpoint } from '../platform/endpoint.ts'
import { inTime } from '../platform/in-time.ts'
import { PATIENCE_MS, proxyWarning, whileReady } from './warnings.ts'

const done = { done: true } as const

type HealthDeps = Pick<Deps, 'db' | 'claim' | 'events' | 'storing'>

export function healthRoutes({ db, claim, events, storing }: HealthDeps, warnings: () => Promise<Warning[]>) {
  /** The database answers, nobody else is on it, events are heard, and something can be stored. What is missing is named, and nothing else. */
  const ready = async (): Promise<HealthReply> => {
    await or('database', inTime(ping(db), PATIENCE_MS))
    if (!claim.held()) throw new Problem('server/busy', { missing: 'claim' })
    if (!events.heard()) throw new Problem('server/busy', { missing: 'events' })
    await or('storing', inTime(storing.prove(), PATIENCE_MS))
    return { done: true, warnings: whileReady(await warnings()) }
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
    endpoint({
      method: 'GET',
      url: '/api/staff/warnings',
      surface: 'staff',
      action: 'warning.read',
      reply: WarningsView,
      handle: async () => ({ warnings: [...(await warnings()), ...proxyWarning(askingBrowser()?.proxyFault ?? null)] }),
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
