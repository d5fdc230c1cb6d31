// The settings of one place, row by row: where each value comes from, giving the place a value of its own, and giving it
// back. Each is saved by itself; what is typed and refused stays typed.
import type { SettingsView } from '#contract/settings'
import { SETTING_NAMES, type SettingName, type Settings, type Source, settingsOf, sourceOf } from '#domain/settings'
import { type ApiCall, BUSY, DONE, IDLE, type RequestState } from '../../kit/api-call.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'
import { apiOf, find, ownBelow, type Place } from './place.ts'
import { type Fault, readSetting, type TypedSettings, typedSettings } from './typed-setting.ts'

export interface Editing {
  /** Of these only the row's own is looked at. */
  readonly typed: TypedSettings
  readonly fault: Fault | null
  readonly attempt: number
  readonly changed: boolean
}

export interface Row {
  readonly name: SettingName
  readonly source: Source
  /** All that is in force here. */
  readonly settings: Settings
  /** Places below that do not take this value, but say something themselves. */
  readonly below: readonly string[]
  readonly editing: Editing | null
  readonly request: RequestState
  /** Null: nothing of its own, or not the reader's to change. */
  readonly giveBack: (() => Promise<void>) | null
  readonly edit: (() => void) | null
}

export interface HandedDown {
  readonly rows: Readable<readonly Row[]>
  type(name: SettingName, change: Partial<TypedSettings>): void
  submit(name: SettingName): Promise<void>
  cancel(name: SettingName): void
  unsaved(): boolean
  /** The settings as a whole are others now. */
  refresh(): void
}

export interface HandedDownPorts {
  readonly apiCall: ApiCall
  readonly place: Place
  view(): SettingsView
  onView(view: SettingsView): void
}

interface Work {
  readonly editing: Editing | null
  readonly request: RequestState
}

const RESTING: Work = { editing: null, request: IDLE }

export function createHandedDown({ apiCall, place, view, onView }: HandedDownPorts): HandedDown {
  const works = new Map<SettingName, Work>()
  const rows = createStore<readonly Row[]>([])

  const put = (name: SettingName, work: Work) => {
    works.set(name, work)
    refresh()
  }

  const send = async (name: SettingName, body: object) => {
    const before = works.get(name) ?? RESTING
    if (before.request.kind === 'busy') return
    put(name, { ...before, request: BUSY })
    try {
      const after = await apiCall<SettingsView>('PUT', `${apiOf(place)}/own`, body)
      works.set(name, { editing: null, request: DONE })
      onView(after)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      put(name, { editing: works.get(name)?.editing ?? null, request: { kind: 'refused', refusal: error } })
    }
  }

  function refresh(): void {
    const found = find(view(), place)
    if (!found) {
      rows.set([])
      return
    }
    const settings = settingsOf(found.layers)
    rows.set(
      SETTING_NAMES.map((name) => {
        const { editing, request } = works.get(name) ?? RESTING
        const source = sourceOf(found.layers, name)
        const quiet = request.kind !== 'busy'
        return {
          name,
          source,
          settings,
          below: ownBelow(view(), place, name),
          editing,
          request,
          giveBack:
            source === place.level && found.mayChange && quiet ? () => send(name, { set: {}, giveBack: [name] }) : null,
          edit: found.mayChange && quiet ? () => begin(name, settings) : null,
        }
      }),
    )
  }

  function begin(name: SettingName, settings: Settings): void {
    put(name, {
      editing: { typed: typedSettings(settings), fault: null, attempt: 0, changed: false },
      request: IDLE,
    })
  }

  refresh()
  return {
    rows,
    refresh,
    type(name, change) {
      const work = works.get(name)
      if (!work?.editing || work.request.kind === 'busy') return
      const typed = { ...work.editing.typed, ...change }
      put(name, { editing: { ...work.editing, typed, fault: null, changed: true }, request: IDLE })
    },
    async submit(name) {
      const work = works.get(name)
      if (!work?.editing || work.request.kind === 'busy') return
      const read = readSetting(name, work.editing.typed)
      const editing = { ...work.editing, fault: read.ok ? null : read.fault, attempt: work.editing.attempt + 1 }
      put(name, { ...work, editing })
      if (read.ok) await send(name, { set: read.set, giveBack: [] })
    },
    cancel(name) {
      if (works.get(name)?.request.kind !== 'busy') put(name, RESTING)
    },
    unsaved: () => [...works.values()].some(({ editing }) => editing?.changed),
  }
}
