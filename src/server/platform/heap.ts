// How far the heap grows before it is collected whole: docs/decisions/0014.
import { setFlagsFromString } from 'node:v8'

/** Percent of what was in use after the last whole collection. */
const GROWS_BY = 60

/** For the whole process, from now on. */
export function collectSeldom(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWS_BY}`)
}
