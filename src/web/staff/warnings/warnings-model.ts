// What needs attention on the server, for whoever may know: read at every contact with it and once a minute.
import type { Warning, WarningsView } from '#contract/warnings'
import type { ApiCall } from '../../kit/api-call.ts'
import type { Clock } from '../../kit/clock.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'

export const EVERY_MS = 60_000

export interface WarningsModel {
  /** As last read, the most urgent first. */
  readonly warnings: Readable<readonly Warning[]>
  load(): Promise<void>
  close(): void
}

export function createWarnings(apiCall: ApiCall, clock: Clock, may: boolean): WarningsModel {
  const warnings = createStore<readonly Warning[]>([])
  let underWay = false

  async function load(): Promise<void> {
    // While the page is locked one stays under way.
    if (!may || underWay) return
    underWay = true
    try {
      warnings.set((await apiCall<WarningsView>('GET', '/api/staff/warnings')).warnings)
    } catch (error) {
      // What was read before is true as far as anybody knows.
      if (!(error instanceof Refusal)) throw error
    } finally {
      underWay = false
    }
  }

  return { warnings, load, close: may ? clock.every(EVERY_MS, () => void load()) : () => {} }
}
