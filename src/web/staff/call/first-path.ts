// A call whose first path does not come about, though the patient's page is there, is made anew: what the two pages know
// of it may have come apart, as when both were opened in one breath.
import type { Later } from '../../kit/later.ts'
import type { Readable } from '../../kit/store.ts'
import type { CallEngine } from '../../media/engine.ts'

/** Twice what the path itself takes to look anew (C6), and time for what it then finds. */
const FIRST_PATH_MS = 15_000

/** `isDue` says each time whether anybody is there to make a call with. Returns what stops it. */
export function awaitFirstPath(
  engine: Readable<CallEngine | null>,
  isDue: () => boolean,
  makeAnew: () => void,
  later: Later,
): () => void {
  let cancel = () => {}
  const wait = () => {
    cancel()
    const now = engine.get()
    if (!now) return
    cancel = later(() => {
      if (now.state.get().link !== 'preparing') return
      if (isDue()) makeAnew()
      wait()
    }, FIRST_PATH_MS)
  }
  const stop = engine.subscribe(wait)
  return () => {
    stop()
    cancel()
  }
}
