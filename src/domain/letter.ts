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

/** `text` with what somebody typed made harmless: nothing typed is taken for the place of the link, or breaks a line. */
export function typed(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('{{', '{ {').trim()
}
