// Adding a clinic list: given, looked at row by row, added, and undone.
import type { DayView } from '#contract/appointment'
import type { ClinicListAdded, ClinicListCheck, ClinicListsView, ClinicListUndone } from '#contract/clinic-list'
import {
  type ClinicList,
  type Columns,
  clinicListOf,
  type ListField,
  type ListRow,
  MOST_LIST_ROWS,
  orderOf,
  readRows,
} from '#domain/clinic-list'
import type { DayOrder } from '#domain/list-dates'
import { type Action, createAction } from '../../../kit/action.ts'
import type { ApiCall } from '../../../kit/api-call.ts'
import { createStore, type Readable } from '../../../kit/store.ts'
import { fileText, type ListFault, tableOf } from './read-list.ts'

/** A list that was read, before anything is made of it. */
export interface Looked {
  readonly list: ClinicList
  readonly columns: Columns
  /** Null: not said yet, and the list does not tell. */
  readonly order: DayOrder | null
  /** The list does not tell, so that a person is asked. */
  readonly asks: boolean
  readonly rows: readonly ListRow[]
  /** Lines of what is there already; null while it is asked. */
  readonly there: ReadonlySet<number> | null
  readonly cut: boolean
  readonly leaveWrong: boolean
  readonly sends: boolean
}

export interface ClinicListState {
  /** Null while it is loaded. */
  readonly day: DayView | null
  readonly areaId: string
  readonly text: string
  readonly fault: ListFault | null
  readonly looked: Looked | null
  readonly added: ClinicListAdded | null
  readonly undone: ClinicListUndone | null
  readonly recent: ClinicListsView['lists']
}

export interface ClinicListModel {
  readonly state: Readable<ClinicListState>
  readonly doing: Action
  load(): Promise<void>
  chooseArea(areaId: string): void
  type(text: string): void
  take(file: Blob): Promise<void>
  look(): Promise<void>
  setColumn(at: number, field: ListField | null): void
  setOrder(order: DayOrder): void
  setLeaveWrong(leaveWrong: boolean): void
  setSends(sends: boolean): void
  add(): Promise<void>
  undo(id: string): Promise<void>
  /** Back to the empty page; what was pasted is there while it was not added. */
  again(): void
}

/** Rows that are made, once it is known what is there. */
export const freshOf = ({ rows, there }: Looked): ListRow[] =>
  rows.filter(({ line, leftOut, problem }) => !leftOut && !problem && !there?.has(line))

export const wrongOf = ({ rows }: Looked): ListRow[] => rows.filter(({ problem }) => problem)

/** What an appointment needs and no column is. */
export function missingOf(columns: Columns): ListField[] {
  const has = (...fields: ListField[]) => fields.some((field) => columns.includes(field))
  const missing: ListField[] = []
  if (!has('date')) missing.push('date')
  if (!has('time', 'date')) missing.push('time')
  if (!has('name', 'firstName')) missing.push('name')
  if (!has('dateOfBirth')) missing.push('dateOfBirth')
  if (!has('phone', 'email')) missing.push('phone')
  return missing
}

export function createClinicList(apiCall: ApiCall, now: () => number): ClinicListModel {
  const state = createStore<ClinicListState>({
    ...{ day: null, areaId: '', text: '', fault: null, looked: null, added: null, undone: null, recent: [] },
  })
  const doing = createAction()
  let asked = 0
  const set = (change: Partial<ClinicListState>) => state.set({ ...state.get(), ...change })
  const lists = () => `/api/staff/areas/${state.get().areaId}/clinic-lists`

  const loadRecent = async () => {
    const { areaId } = state.get()
    if (!areaId) return
    const { lists: recent } = await apiCall<ClinicListsView>('GET', lists())
    if (state.get().areaId === areaId) set({ recent })
  }

  /** The rows anew, and what of them is there already. */
  const show = async (looked: Omit<Looked, 'rows' | 'there'>) => {
    const { day, areaId } = state.get()
    if (!day) return
    const practitioners = day.areas.find(({ id }) => id === areaId)?.practitioners ?? []
    const reading = {
      order: looked.order ?? 'day-first',
      now: new Date(now()),
      today: day.today,
      practitioners,
    } as const
    const rows = readRows(looked.list, looked.columns, reading)
    set({ looked: { ...looked, rows, there: null } })
    const mine = ++asked
    const good = rows.filter(({ leftOut, problem }) => !leftOut && !problem)
    let there: readonly number[] = []
    if (good.length > 0 && looked.order) {
      const done = await doing.run(async () => {
        there = (await apiCall<ClinicListCheck>('POST', `${lists()}/check`, bodyOf(good, false))).there
      })
      if (!done) return
    }
    const latest = state.get().looked
    if (mine === asked && latest) set({ looked: { ...latest, there: new Set(there) } })
  }

  const again = (change: Partial<Looked>) => {
    const { looked } = state.get()
    if (looked) void show({ ...looked, ...change })
  }

  async function read(text: string) {
    const table = await tableOf(text)
    const { day } = state.get()
    if (!day) return
    const { list, columns } = clinicListOf(table, day.today)
    if (list.rows.length === 0) {
      set({ fault: 'empty' })
      return
    }
    const order = orderOf(list, columns)
    set({ fault: null })
    await show({
      ...{ list, columns, order, asks: order === null, cut: list.rows.length > MOST_LIST_ROWS },
      ...{ leaveWrong: false, sends: true },
    })
  }

  return {
    state,
    doing,
    async load() {
      await doing.run(async () => {
        const day = await apiCall<DayView>('GET', '/api/staff/appointments')
        set({ day, areaId: state.get().areaId || (day.areas[0]?.id ?? '') })
        await loadRecent()
      })
    },
    chooseArea(areaId) {
      set({ areaId, recent: [] })
      void doing.run(loadRecent)
    },
    type: (text) => set({ text, fault: null }),
    async take(file) {
      const text = await fileText(file)
      if (text === 'notText' || text === 'tooLarge' || text === 'empty') set({ fault: text })
      else {
        set({ text })
        await read(text)
      }
    },
    look: () => read(state.get().text),
    setColumn(at, field) {
      const { looked } = state.get()
      if (!looked) return
      // A field is one column's.
      const columns = looked.columns.map((one, index) => (index === at ? field : one === field ? null : one))
      const order = orderOf(looked.list, columns)
      again({ columns, order: order ?? looked.order, asks: order === null })
    },
    setOrder: (order) => again({ order }),
    setLeaveWrong(leaveWrong) {
      const { looked } = state.get()
      if (looked) set({ looked: { ...looked, leaveWrong } })
    },
    setSends(sends) {
      const { looked } = state.get()
      if (looked) set({ looked: { ...looked, sends } })
    },
    async add() {
      const { looked } = state.get()
      if (!looked) return
      await doing.run(async () => {
        const added = await apiCall<ClinicListAdded>('POST', lists(), bodyOf(freshOf(looked), looked.sends))
        set({ added, undone: null, looked: null, text: '' })
        await loadRecent()
      })
    },
    async undo(id) {
      await doing.run(async () => {
        const undone = await apiCall<ClinicListUndone>('POST', `${lists()}/${id}/undo`, {})
        set({ undone, added: null })
        await loadRecent()
      })
    },
    again: () => {
      asked += 1
      doing.reset()
      set({ looked: null, added: null, undone: null, fault: null })
    },
  }
}

function bodyOf(rows: readonly ListRow[], sends: boolean) {
  return { rows: rows.map(({ line, appointment }) => ({ line, ...appointment, planId: null })), sends }
}
