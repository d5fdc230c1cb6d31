// When the heap is collected whole: docs/decisions/0014.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Percent of what was in use after the last whole collection. */
const GROWS_BY = 60

/** For the whole process, from now on. */
export function collectSeldom(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWS_BY}`)
}

/**
 * Collects once, whole. Loading the program makes much that lives shortly, for which Node 24 lets the young generation grow
 * to 128 MB; at rest nothing would ever make it small again.
 */
export function collectWhatStartingLeft(): void {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  setFlagsFromString('--no-expose-gc')
  if (typeof collect === 'function') collect()
}
