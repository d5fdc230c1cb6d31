// Letters: what goes out by e-mail. When one that failed is tried again, and where in its text the link stands.

/** Stands in a stored text where the link goes: the link's secret is kept apart, sealed, and forgotten once it is sent. */
export const LINK_MARK = '{{link}}'

/** Minutes until the next try, by how often it has failed: a server that restarts, a night, a day. */
const RETRY_MINUTES = [1, 5, 15, 60, 240, 720, 1440] as const

/** When to try again after the `failures`th failure; null: not any more. */
export function nextTry(failures: number, now: Date): Date | null {
  const minutes = RETRY_MINUTES[failures - 1]
  return minutes === undefined ? null : new Date(now.getTime() + minutes * 60_000)
}

/** Letters that are written from right to left, and the marks that say so. */
const FROM_THE_RIGHT =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/**
 * `text` with what somebody typed made harmless: nothing typed is taken for the place of the link, breaks a line, or
 * turns the sentence around it. Marks for the direction are put in only where there is something to keep apart.
 */
export function typed(text: string): string {
  const plain = text.replace(/\s+/g, ' ').replaceAll('{{', '{ {').trim()
  return FROM_THE_RIGHT.test(plain) ? `\u2068${plain.replace(/[\u2066-\u2069]/g, '')}\u2069` : plain
}
