// The audit page: what is looked for, the page that is shown, and the way to the ones before and after it. What was typed
// counts once it is searched for.
import type { AuditLine, AuditPage, AuditSearch } from '#contract/audit'
import type { ApiCall } from '../../kit/api-call.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'

export interface Typed {
  readonly person: string
  /** '' for anything. */
  readonly action: string
  /** `2026-06-01`; '' for the beginning and for now. */
  readonly from: string
  readonly to: string
  readonly visitId: string
  readonly refusedOnly: boolean
}

export type Fault = 'period' | 'visit'

export type Found =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | {
      readonly kind: 'found'
      readonly lines: readonly AuditLine[]
      /** From 1. */
      readonly page: number
      /** Null: there are none. */
      readonly newer: (() => void) | null
      readonly older: (() => void) | null
      /** All that this page is a part of, as a table. */
      readonly download: string
    }

export interface AuditState {
  readonly typed: Typed
  readonly fault: Fault | null
  readonly found: Found
}

export interface AuditModel {
  readonly state: Readable<AuditState>
  type(change: Partial<Typed>): void
  search(): Promise<void>
  /** All there is, from the newest. */
  reset(): Promise<void>
  onlyVisit(visitId: string): Promise<void>
}

const NOTHING: Typed = { person: '', action: '', from: '', to: '', visitId: '', refusedOnly: false }
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export function createAudit(apiCall: ApiCall): AuditModel {
  const state = createStore<AuditState>({ typed: NOTHING, fault: null, found: { kind: 'loading' } })
  const change = (next: Partial<AuditState>) => state.set({ ...state.get(), ...next })
  /** A later search makes an earlier one's answer void. */
  let asked = 0

  /** `befores`: where this page and those before it begin; null is the newest. */
  async function show(search: AuditSearch, befores: readonly (number | null)[]): Promise<void> {
    asked += 1
    const mine = asked
    change({ found: { kind: 'loading' } })
    let found: Found
    try {
      const body = { ...search, before: befores.at(-1) ?? null }
      const { lines, older } = await apiCall<AuditPage>('POST', '/api/staff/audit/search', body)
      found = {
        kind: 'found',
        lines,
        page: befores.length,
        newer: befores.length > 1 ? () => void show(search, befores.slice(0, -1)) : null,
        older: older === null ? null : () => void show(search, [...befores, older]),
        download: downloadOf(search),
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      found = { kind: 'refused', refusal: error }
    }
    if (mine === asked) change({ found })
  }

  async function search(): Promise<void> {
    const read = searchOf(state.get().typed)
    if (typeof read === 'string') return change({ fault: read })
    change({ fault: null })
    await show(read, [null])
  }

  return {
    state,
    search,
    type: (typed) => change({ typed: { ...state.get().typed, ...typed } }),
    async reset() {
      change({ typed: NOTHING })
      await search()
    },
    async onlyVisit(visitId) {
      change({ typed: { ...NOTHING, visitId } })
      await search()
    },
  }
}

/** Days are this machine's own, whole ones. */
function searchOf(typed: Typed): AuditSearch | Fault {
  const visitId = typed.visitId.trim().toLowerCase()
  if (visitId && !ID.test(visitId)) return 'visit'
  const from = beginOf(typed.from, 0)
  const to = beginOf(typed.to, 1)
  if (from !== null && to !== null && to <= from) return 'period'
  return {
    person: typed.person.trim(),
    action: (typed.action || null) as AuditSearch['action'],
    from,
    to,
    visitId: visitId || null,
    refusedOnly: typed.refusedOnly,
  }
}

function beginOf(day: string, later: number): number | null {
  const [year, month, date] = day.split('-').map(Number)
  if (!year || !month || !date) return null
  return new Date(year, month - 1, date + later).getTime()
}

function downloadOf(search: AuditSearch): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(search))
    if (value !== null && value !== '' && value !== false) query.set(name, value === true ? '1' : String(value))
  return `/api/staff/audit/export${query.size > 0 ? `?${query}` : ''}`
}
