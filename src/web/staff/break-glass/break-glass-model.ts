// Break-glass as its page asks for it: which services there are, the one that is chosen, and the reason. What is asked
// twice is asked once.
import type { BreakGlassView } from '#contract/break-glass'
import { isReason } from '#domain/break-glass'
import type { ApiCall } from '../../kit/api-call.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'

export type GlassFault = 'service' | 'reason'

export type BreakGlassState =
  | { readonly kind: 'looking' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** The organisation has switched it off, or there is nothing left to open. */
  | { readonly kind: 'closed'; readonly why: 'off' | 'none' }
  | {
      readonly kind: 'open'
      readonly services: BreakGlassView['services']
      readonly serviceId: string | null
      readonly reason: string
      readonly faults: readonly GlassFault[]
      readonly attempt: number
      readonly sending: boolean
      readonly refusal: Refusal | null
    }

type Open = Extract<BreakGlassState, { kind: 'open' }>

export interface BreakGlassModel {
  readonly state: Readable<BreakGlassState>
  begin(): Promise<void>
  choose(serviceId: string): void
  type(reason: string): void
  submit(): Promise<void>
}

const URL = '/api/staff/break-glass'

export function createBreakGlass(apiCall: ApiCall, onOpened: () => void): BreakGlassModel {
  const state = createStore<BreakGlassState>({ kind: 'looking' })
  const put = (change: Partial<Open>) => state.update((now) => (now.kind === 'open' ? { ...now, ...change } : now))

  const take = ({ allowed, services }: BreakGlassView): BreakGlassState => {
    if (!allowed) return { kind: 'closed', why: 'off' }
    if (services.length === 0) return { kind: 'closed', why: 'none' }
    const only = services.length === 1 ? (services[0]?.id ?? null) : null
    const typed = { serviceId: only, reason: '', faults: [], attempt: 0, sending: false, refusal: null }
    return { kind: 'open', services, ...typed }
  }

  return {
    state,
    async begin() {
      state.set({ kind: 'looking' })
      try {
        state.set(take(await apiCall<BreakGlassView>('GET', URL)))
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        state.set({ kind: 'refused', refusal: error })
      }
    },
    choose: (serviceId) => put({ serviceId }),
    type: (reason) => put({ reason }),
    async submit() {
      const now = state.get()
      if (now.kind !== 'open' || now.sending) return
      const faults: GlassFault[] = [
        ...(now.serviceId === null ? (['service'] as const) : []),
        ...(isReason(now.reason) ? [] : (['reason'] as const)),
      ]
      put({ faults, attempt: now.attempt + 1, refusal: null })
      if (faults.length > 0) return
      put({ sending: true })
      try {
        await apiCall<BreakGlassView>('POST', URL, { serviceId: now.serviceId, reason: now.reason })
        onOpened()
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        if (error.code === 'break-glass/reason-needed') put({ sending: false, faults: ['reason'] })
        else put({ sending: false, refusal: error })
      }
    },
  }
}
