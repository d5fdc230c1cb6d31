// What a page needs to measure its own connection, before anybody knows whose page it is. Nothing here reads or keeps
// anything about anybody; each answer has its limits, for whoever asks for more than a measurement does.
import { Type } from 'typebox'
import { CheckPath, CheckPing, CheckUp } from '#contract/check'
import type { Deps } from '../deps.ts'
import { randomFile, Taken } from '../platform/bulk.ts'
import { endpoint } from '../platform/endpoint.ts'
import { FILE } from '../platform/file-reply.ts'

const MB = 1024 * 1024
/** One test lasts a quarter of it. coturn asks only when an allocation is made: one that is refreshed lives on. */
export const PATH_SECONDS = 60
/** A clinic's morning behind one address, and no more: a test takes four streams down, up to twenty small ones up, one by one. */
const DOWN_PER_MINUTE = 80
const UP_PER_MINUTE = 400
const DOWN = { mostBytes: 3 * MB, mostMs: 20_000, atOnce: 64, atOnceOfOne: 32 }
const UP = { mostBytes: MB, mostMs: 20_000, atOnce: 64, atOnceOfOne: 32 }
const PATHS_PER_MINUTE = 30
/**
 * All tests take turns with these names of the relay, which limits how much each name may hold: what strangers hold together
 * has an end, and takes nothing from calls, whose names are their own.
 */
const RELAY_NAMES = 8

export function checkRoutes({ ice, now }: Pick<Deps, 'ice' | 'now'>) {
  let tests = 0
  const relayName = () => {
    tests += 1
    return `check-${tests % RELAY_NAMES}`
  }
  return [
    endpoint({
      method: 'GET',
      url: '/api/open/check/ping',
      surface: 'open',
      action: 'check.run',
      reply: CheckPing,
      perMinute: 1200,
      handle: async () => ({ service: 'bedside' as const, at: now().getTime() }),
    }),
    endpoint({
      method: 'POST',
      url: '/api/open/check/path',
      surface: 'open',
      action: 'check.run',
      body: Type.Object({}),
      reply: CheckPath,
      perMinute: PATHS_PER_MINUTE,
      handle: async () => ({ iceServers: ice.relays(relayName(), now(), PATH_SECONDS) }),
    }),
    endpoint({
      method: 'GET',
      url: '/api/open/check/down',
      surface: 'open',
      action: 'check.run',
      reply: FILE,
      perMinute: DOWN_PER_MINUTE,
      bulk: DOWN,
      handle: async () => randomFile(DOWN.mostBytes),
    }),
    endpoint({
      method: 'POST',
      url: '/api/open/check/up',
      surface: 'open',
      action: 'check.run',
      body: Taken,
      reply: CheckUp,
      perMinute: UP_PER_MINUTE,
      bulk: UP,
      handle: async ({ body }) => ({ ...body }),
    }),
  ]
}
