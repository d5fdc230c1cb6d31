// What an administrator sets: for the organisation, its services and their waiting areas. Each place keeps what was typed
// in it until the server has it; a refusal loses nothing.
import type { OrganisationSettingsBody } from '#contract/area'
import type { SettingsView } from '#contract/settings'
import type { ApiCall } from '../../kit/api-call.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'
import { createOrganisationForm, type OrganisationForm } from './organisation-form.ts'
import { find, keyOf, type Place } from './place.ts'
import { createPlace, type PlaceModel } from './place-model.ts'
import { createSampleRemoval, type SampleRemovalModel } from './sample-removal-model.ts'

export type SettingsState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | {
      readonly kind: 'loaded'
      readonly organisation: OrganisationForm
      readonly view: SettingsView
    }

export interface SettingsModel {
  readonly state: Readable<SettingsState>
  load(): Promise<void>
  /** The same one for as long as it is there; null where there is none, or nothing is loaded yet. */
  place(place: Place): PlaceModel | null
  readonly sample: SampleRemovalModel
  /** Whether something typed is not saved: asked before leaving. */
  unsaved(): boolean
}

export function createSettings(
  apiCall: ApiCall,
  onOrganisation: (settings: OrganisationSettingsBody) => void,
): SettingsModel {
  const state = createStore<SettingsState>({ kind: 'loading' })
  const places = new Map<string, PlaceModel>()

  const onView = (view: SettingsView) => {
    state.update((now) => (now.kind === 'loaded' ? { ...now, view } : now))
    for (const { handedDown } of places.values()) handedDown.refresh()
  }
  const view = (): SettingsView => {
    const now = state.get()
    if (now.kind !== 'loaded') throw new Error('the settings are not here yet')
    return now.view
  }

  return {
    state,
    sample: createSampleRemoval(apiCall),
    async load() {
      try {
        const view = await apiCall<SettingsView>('GET', '/api/staff/settings')
        places.clear()
        const organisation = createOrganisationForm(apiCall, view.organisation, (saved) => {
          onOrganisation(saved)
          const now = state.get()
          if (now.kind === 'loaded') onView({ ...now.view, organisation: saved })
        })
        state.set({ kind: 'loaded', organisation, view })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        state.set({ kind: 'refused', refusal: error })
      }
    },
    place(place) {
      const now = state.get()
      if (now.kind !== 'loaded' || !find(now.view, place)) return null
      const kept = places.get(keyOf(place)) ?? createPlace(place, { apiCall, view, onView })
      places.set(keyOf(place), kept)
      return kept
    },
    unsaved() {
      const now = state.get()
      if (now.kind !== 'loaded') return false
      return (
        now.organisation.state.get().changed ||
        [...places.values()].some(({ form, handedDown }) => form.state.get().changed || handedDown.unsaved())
      )
    },
  }
}
