// When a sign-in locks itself: nobody has touched the pages for a while. Knows no clock and no page.

/** Minutes that an organisation may choose, and what it has until it does. */
export const IDLE_MINUTES = { least: 5, most: 60, usual: 15 } as const

/** A page tells the server that somebody is there at most this often: so much later than it should, a lock may come. */
export const TELL_ACTIVE_MS = 30_000

export interface Activity {
  /** Of keys, pointer or touch; what a page does by itself, a call included, is none. */
  readonly lastActiveAt: number
  /** Locked by hand, or because the time was over. */
  readonly lockedAt: number | null
}

export function isLocked({ lastActiveAt, lockedAt }: Activity, idleMinutes: number, now: number): boolean {
  return lockedAt !== null || now - lastActiveAt >= idleMinutes * 60_000
}
