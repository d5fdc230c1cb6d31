// The time that Bedside goes by, and whether it can be believed before anything is deleted because its time is over. The
// time is the database's, carried on by a clock that nobody sets. It is believed while the server's clock and the database's
// agree and neither has been set for a while. Where both run on one machine they err together, so a jump is seen by that
// third clock.
import { sql } from 'drizzle-orm'
import type { Db } from './db.ts'
import type { Log } from './log.ts'

/** More than clocks that are kept by NTP ever differ by. */
export const MOST_APART_MS = 5 * 60_000
/** A clock that was set and stays so is believed after this long: until then somebody may notice, and set it right. */
export const UNTRUSTED_FOR_MS = 60 * 60_000

export interface ClockState {
  /** By how much the server's clock is ahead of the database's, ms. */
  readonly aheadMs: number
  /** Whether something may be deleted because its time is over. */
  readonly isTrusted: boolean
  /** The earlier of both clocks: what is over by it is over by both. */
  readonly now: Date
}

export interface ClockWatch {
  /**
   * The time to go by. It goes on steadily while a clock is set back, until that has stayed so for an hour; where both
   * clocks went forward, as on a machine that slept, it follows at once.
   */
  now(): Date
  /** Looks at the clocks; throws when the database does not answer. */
  look(): Promise<ClockState>
  /** What was seen last; null before the first look. */
  last(): ClockState | null
}

export function openClockWatch(platform: {
  now: () => Date
  databaseNow: () => Promise<Date>
  elapsed: () => number
  log: Log
}): ClockWatch {
  const { log } = platform
  let last: ClockState | null = null
  let seen: { server: number; database: number; elapsed: number } | null = null
  let jumpedAt: number | null = null
  let anchor = { at: platform.now().getTime(), elapsed: platform.elapsed() }
  /** Where it was before clocks that went forward were followed. */
  let former: typeof anchor | null = null
  let told = Number.NEGATIVE_INFINITY

  const carriedOn = (from: typeof anchor) => from.at + platform.elapsed() - from.elapsed
  const now = () => {
    told = Math.max(told, carriedOn(anchor))
    return new Date(told)
  }

  /** Takes over the database's time, unless it may be wrong. */
  const follow = (database: number, { isTrusted, aheadMs }: Pick<ClockState, 'isTrusted' | 'aheadMs'>) => {
    const off = database - carriedOn(anchor)
    const isClose = Math.abs(off) <= MOST_APART_MS
    const wentForward = off > 0 && Math.abs(aheadMs) <= MOST_APART_MS
    const wentBack = former !== null && Math.abs(database - carriedOn(former)) <= MOST_APART_MS
    if (last && !isClose && !wentForward && !wentBack && !isTrusted) return
    if (!isClose) {
      former = wentForward ? anchor : null
      told = Number.NEGATIVE_INFINITY
    }
    anchor = { at: database, elapsed: platform.elapsed() }
  }

  const hasJumped = (next: NonNullable<typeof seen>): boolean => {
    if (!seen) return false
    const passed = next.elapsed - seen.elapsed
    return [next.server - seen.server, next.database - seen.database].some(
      (ms) => Math.abs(ms - passed) > MOST_APART_MS,
    )
  }

  return {
    now,
    last: () => last,
    async look() {
      const database = (await platform.databaseNow()).getTime()
      const next = { server: platform.now().getTime(), database, elapsed: platform.elapsed() }
      if (hasJumped(next)) jumpedAt = next.elapsed
      seen = next
      const aheadMs = next.server - database
      const isSteady = jumpedAt === null || next.elapsed - jumpedAt >= UNTRUSTED_FOR_MS
      const isTrusted = isSteady && Math.abs(aheadMs) <= MOST_APART_MS
      if (isTrusted !== (last?.isTrusted ?? true)) {
        const seconds = Math.round(aheadMs / 1000)
        if (isTrusted) log.info('clock: believed again, what is over is deleted')
        else log.warn('clock: not believed, nothing is deleted', { aheadOfDatabaseSeconds: seconds, wasSet: !isSteady })
      }
      follow(database, { isTrusted, aheadMs })
      last = { aheadMs, isTrusted, now: new Date(Math.min(next.server, database)) }
      return last
    },
  }
}

/** The database's clock at this moment. */
export async function clockOf(db: Db): Promise<Date> {
  const { rows } = await db.execute<{ ms: number }>(
    sql`select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms`,
  )
  return new Date(rows[0]?.ms ?? Number.NaN)
}
