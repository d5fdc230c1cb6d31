// One waiting area's settings as they are typed. Saving sends all of it; a refusal keeps all of it.
import type { AreaSettings, AreaSettingsBody, SettingsView } from '#contract/area'
import { Refusal } from '../../net/api.ts'
import { type Ask, BUSY, DONE, type Doing, IDLE } from '../../staff/ask.ts'
import { createStore, type Readable } from '../../store.ts'
import { type HoursFault, readHours, type TypedHours, typedHours } from './hours-editor.ts'

export interface TypedArea extends Omit<AreaSettingsBody, 'hours'> {
  readonly hours: TypedHours
}

export interface AreaFormState {
  readonly typed: TypedArea
  readonly nameMissing: boolean
  readonly hoursFaults: readonly HoursFault[]
  readonly attempt: number
  readonly doing: Doing
  readonly changed: boolean
}

export interface AreaForm {
  readonly id: string
  readonly slug: string
  readonly serviceName: string
  readonly state: Readable<AreaFormState>
  type(change: Partial<TypedArea>): void
  submit(): Promise<void>
}

function typedOf(settings: AreaSettingsBody): TypedArea {
  const { name, about, consent, supportPhone, afterText, planId, fields, hours } = settings
  return { name, about, consent, supportPhone, afterText, planId, fields, hours: typedHours(hours) }
}

export function createAreaForm(ask: Ask, settings: AreaSettings): AreaForm {
  let saved = typedOf(settings)
  const state = createStore<AreaFormState>({
    typed: saved,
    nameMissing: false,
    hoursFaults: [],
    attempt: 0,
    doing: IDLE,
    changed: false,
  })
  const put = (change: Partial<AreaFormState>) => state.update((now) => ({ ...now, ...change }))
  const differs = (typed: TypedArea) => JSON.stringify(typed) !== JSON.stringify(saved)
  return {
    id: settings.id,
    slug: settings.slug,
    serviceName: settings.serviceName,
    state,
    type(change) {
      const now = state.get()
      const typed = { ...now.typed, ...change }
      put({
        typed,
        doing: IDLE,
        changed: differs(typed),
        nameMissing: now.nameMissing && !typed.name.trim(),
        hoursFaults: change.hours ? [] : now.hoursFaults,
      })
    },
    async submit() {
      const { typed, attempt, doing } = state.get()
      if (doing.kind === 'busy') return
      const read = readHours(typed.hours)
      const nameMissing = !typed.name.trim()
      put({ nameMissing, hoursFaults: read.ok ? [] : read.faults, attempt: attempt + 1 })
      if (!read.ok || nameMissing) return
      put({ doing: BUSY })
      const body = { ...typed, name: typed.name.trim(), hours: read.hours }
      try {
        const view = await ask<SettingsView>('PUT', `/api/staff/settings/areas/${settings.id}`, body)
        const stored = view.areas.find((area) => area.id === settings.id)
        saved = stored ? typedOf(stored) : typed
        const now = state.get().typed
        const untouched = now === typed
        put({
          typed: untouched ? saved : now,
          doing: untouched ? DONE : IDLE,
          changed: untouched ? false : differs(now),
        })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        put({ doing: { kind: 'refused', refusal: error } })
      }
    },
  }
}
