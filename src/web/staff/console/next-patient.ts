// Taking the next patient of the areas where whoever is free takes who has waited longest. The server chooses: two who
// press at once get two different people.
import { type ApiCall, BUSY, IDLE, type RequestState } from '../../kit/api-call.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'
import type { ConsoleArea } from './console-area.ts'

export type Taking = RequestState | { readonly kind: 'nobody' }

export interface NextPatient {
  readonly taking: Readable<Taking>
  take(areaIds: readonly string[]): Promise<void>
  /** The queue has changed: that nobody was there is no longer said. */
  renew(): void
  /** Whoever was taken is not joined: another practitioner may have them. */
  letGo(visitId: string): void
}

export function createNextPatient(apiCall: ApiCall, onTaken: (visitId: string) => void): NextPatient {
  const taking = createStore<Taking>(IDLE)
  return {
    taking,
    async take(areaIds) {
      if (taking.get().kind === 'busy') return
      taking.set(BUSY)
      try {
        const { visitId } = await apiCall<{ visitId: string | null }>('POST', '/api/staff/visits/next', { areaIds })
        taking.set(visitId === null ? { kind: 'nobody' } : IDLE)
        if (visitId !== null) onTaken(visitId)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        taking.set({ kind: 'refused', refusal: error })
      }
    },
    renew() {
      if (taking.get().kind === 'nobody') taking.set(IDLE)
    },
    letGo(visitId) {
      // It is let go by itself a little later, so a failure here is not worth a word.
      apiCall('POST', `/api/staff/visits/${visitId}/let-go`, {}).catch(() => {})
    },
  }
}

/** The areas of these in which this practitioner may take the next patient, and how many can be taken there now. */
export function takeable(
  areas: readonly ConsoleArea[],
  mayJoin: (areaId: string) => boolean,
): { readonly areas: readonly ConsoleArea[]; readonly waiting: number } | null {
  const dropIn = areas.filter(({ queue }) => queue.dropIn && mayJoin(queue.areaId))
  if (dropIn.length === 0) return null
  return { areas: dropIn, waiting: dropIn.reduce((sum, { summary }) => sum + summary.waiting - summary.away, 0) }
}
