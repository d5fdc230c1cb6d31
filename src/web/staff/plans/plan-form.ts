// One plan as an administrator types it: the organisation's own words, what has to be seen, and how well each device
// suits. An empty field means the built-in words. Saving sends all of it; a refusal keeps all of it.
import type { PlanBody, PlanList, PlanView } from '#contract/plan'
import type { OwnChecklistItem } from '#domain/checklist'
import { DEVICE_KINDS, type DeviceKind, type DeviceOrder, type View, WORDING_FIELDS, type Wording } from '#domain/plan'
import { isBlank } from '#domain/typed-text'
import { type ApiCall, BUSY, DONE, IDLE, type RequestState } from '../../kit/api-call.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'

export type WordingField = (typeof WORDING_FIELDS)[number]
export type Suits = 'first' | 'second' | 'possible' | 'avoid'

/** The server's limits, in characters. */
export const LONGEST: Readonly<Record<WordingField, number>> = {
  name: 80,
  reason: 300,
  position: 400,
  wear: 300,
  have: 300,
  safety: 400,
}

export interface TypedPlan {
  readonly wording: Readonly<Record<WordingField, string>>
  readonly view: View
  readonly devices: Readonly<Record<DeviceKind, Suits>>
  /** Items of the checklist of one's own; one without words is not saved. */
  readonly checklist: readonly OwnChecklistItem[]
}

export interface PlanFormState {
  readonly typed: TypedPlan
  /** Fields to mend before it can be saved. */
  readonly tooLong: readonly WordingField[]
  /** A plan of one's own has no built-in name that would tell it from the one it is based on. */
  readonly nameMissing: boolean
  readonly attempt: number
  readonly request: RequestState
  readonly changed: boolean
}

export interface PlanForm {
  /** Null for a plan that is not stored yet. */
  readonly planId: string | null
  readonly basedOn: string
  readonly state: Readable<PlanFormState>
  type(change: Partial<Omit<TypedPlan, 'wording'>>): void
  write(field: WordingField, text: string): void
  /** The stored list when it was saved, else null. */
  submit(): Promise<PlanList | null>
  /** Back to the built-in words; a plan of one's own is taken away. */
  restore(): Promise<PlanList | null>
}

export function typedPlan(plan: Pick<PlanView, 'wording' | 'view' | 'devices' | 'checklist'>): TypedPlan {
  const { wording, view, devices, checklist = [] } = plan
  const text = (field: WordingField) => wording[field] ?? ''
  return {
    wording: Object.fromEntries(WORDING_FIELDS.map((field) => [field, text(field)])) as TypedPlan['wording'],
    view,
    devices: Object.fromEntries(DEVICE_KINDS.map((kind) => [kind, suits(devices, kind)])) as TypedPlan['devices'],
    checklist,
  }
}

function suits(order: DeviceOrder, kind: DeviceKind): Suits {
  if (order.first.includes(kind)) return 'first'
  if (order.second.includes(kind)) return 'second'
  return order.avoid.includes(kind) ? 'avoid' : 'possible'
}

/** The order as it is sent; devices that stay in their group keep their place in it. */
export function deviceOrder(typed: TypedPlan['devices'], before: DeviceOrder): PlanBody['devices'] {
  const group = (name: 'first' | 'second' | 'avoid') => {
    const kept = before[name].filter((kind) => typed[kind] === name)
    return [...kept, ...DEVICE_KINDS.filter((kind) => typed[kind] === name && !kept.includes(kind))]
  }
  return { first: group('first'), second: group('second'), avoid: group('avoid') }
}

export function wordingOf(typed: TypedPlan['wording']): Wording {
  const said = (field: WordingField) => typed[field].trim() || null
  return Object.fromEntries(WORDING_FIELDS.map((field) => [field, said(field)])) as Wording
}

function checklistItems(typed: TypedPlan['checklist']): TypedPlan['checklist'] {
  return typed.map((item) => ({ ...item, text: item.text.trim() })).filter(({ text }) => !isBlank(text))
}

export interface PlanFormPorts {
  readonly apiCall: ApiCall
  readonly plan: PlanView
  /** True for a plan that is being made, based on `plan`. */
  readonly fresh: boolean
}

export function createPlanForm({ apiCall, plan, fresh }: PlanFormPorts): PlanForm {
  const basedOn = plan.basedOn
  const own = fresh || plan.id !== basedOn
  const planId = fresh ? null : plan.id
  let saved = typedPlan(plan)
  if (fresh) saved = { ...saved, wording: { ...saved.wording, name: '' } }
  const state = createStore<PlanFormState>({
    typed: saved,
    tooLong: [],
    nameMissing: false,
    attempt: 0,
    request: IDLE,
    changed: false,
  })
  const put = (change: Partial<PlanFormState>) => state.update((now) => ({ ...now, ...change }))
  const differs = (typed: TypedPlan) => JSON.stringify(typed) !== JSON.stringify(saved)

  function change(typed: TypedPlan): void {
    const { tooLong, nameMissing } = state.get()
    put({
      typed,
      tooLong: tooLong.filter((field) => isTooLong(typed, field)),
      nameMissing: nameMissing && isBlank(typed.wording.name),
      request: IDLE,
      changed: differs(typed),
    })
  }

  async function send(work: () => Promise<PlanList>): Promise<PlanList | null> {
    put({ request: BUSY })
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      put({ request: { kind: 'refused', refusal: error } })
      return null
    }
  }

  return {
    planId,
    basedOn,
    state,
    type: (part) => change({ ...state.get().typed, ...part }),
    write(field, text) {
      const { typed } = state.get()
      change({ ...typed, wording: { ...typed.wording, [field]: text } })
    },
    async submit() {
      const { typed, attempt, request } = state.get()
      if (request.kind === 'busy') return null
      const tooLong = WORDING_FIELDS.filter((field) => isTooLong(typed, field))
      const nameMissing = own && isBlank(typed.wording.name)
      put({ tooLong, nameMissing, attempt: attempt + 1 })
      if (tooLong.length || nameMissing) return null
      const body: PlanBody = {
        basedOn,
        view: typed.view,
        devices: deviceOrder(typed.devices, plan.devices),
        wording: wordingOf(typed.wording),
        checklist: checklistItems(typed.checklist),
      }
      const list = await send(() =>
        planId === null
          ? apiCall('POST', '/api/staff/plans', body)
          : apiCall('PUT', `/api/staff/plans/${planId}`, body),
      )
      if (!list) return null
      saved = typed
      // What was typed while it was on its way stays typed, and unsaved.
      const now = state.get().typed
      put({ request: now === typed ? DONE : IDLE, changed: differs(now) })
      return list
    },
    async restore() {
      if (planId === null || state.get().request.kind === 'busy') return null
      const list = await send(() => apiCall('POST', `/api/staff/plans/${planId}/restore`, {}))
      if (!list) return null
      const stored = list.plans.find((one) => one.id === planId)
      if (stored) {
        saved = typedPlan(stored)
        put({ typed: saved, tooLong: [], nameMissing: false, request: IDLE, changed: false })
      }
      return list
    },
  }
}

function isTooLong(typed: TypedPlan, field: WordingField): boolean {
  return typed.wording[field].trim().length > LONGEST[field]
}
