// What an administrator sets: the organisation's, and each waiting area's. A form keeps what was typed until the server
// has it; a refusal loses nothing.
import type { OrganisationSettingsBody, SettingsView } from '#contract/area'
import { Refusal } from '../../net/api.ts'
import type { Ask } from '../../staff/ask.ts'
import { createStore, type Readable } from '../../store.ts'
import { type AreaForm, createAreaForm } from './area-form.ts'
import { createOrganisationForm, type OrganisationForm } from './organisation-form.ts'

export type SettingsState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | {
      readonly kind: 'loaded'
      readonly organisation: OrganisationForm
      readonly areas: readonly AreaForm[]
    }

export interface SettingsModel {
  readonly state: Readable<SettingsState>
  load(): Promise<void>
  /** Whether something typed is not saved: asked before leaving. */
  unsaved(): boolean
}

export function createSettings(ask: Ask, onOrganisation: (settings: OrganisationSettingsBody) => void): SettingsModel {
  const state = createStore<SettingsState>({ kind: 'loading' })
  return {
    state,
    async load() {
      try {
        const view = await ask<SettingsView>('GET', '/api/staff/settings')
        state.set({
          kind: 'loaded',
          organisation: createOrganisationForm(ask, view.organisation, onOrganisation),
          areas: view.areas.map((area) => createAreaForm(ask, area)),
        })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        state.set({ kind: 'refused', refusal: error })
      }
    },
    unsaved() {
      const now = state.get()
      if (now.kind !== 'loaded') return false
      return now.organisation.state.get().changed || now.areas.some((area) => area.state.get().changed)
    },
  }
}
