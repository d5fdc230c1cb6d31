// What a service or an area has for itself alone, as it is typed: its name, and for an area what it is and whether it is a
// drop-in one. A refusal keeps what was typed.
import type { SettingsView } from '#contract/settings'
import { isBlank } from '#domain/typed-text'
import { type ApiCall, BUSY, DONE, IDLE, type RequestState } from '../../kit/api-call.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'
import { apiOf, type Found, find, type Place } from './place.ts'

export interface TypedPlace {
  readonly name: string
  /** Of areas alone. */
  readonly about: string
  readonly dropIn: boolean
}

export interface PlaceFormState {
  readonly typed: TypedPlace
  readonly nameMissing: boolean
  readonly attempt: number
  readonly request: RequestState
  readonly changed: boolean
}

export interface PlaceForm {
  readonly state: Readable<PlaceFormState>
  type(change: Partial<TypedPlace>): void
  submit(): Promise<void>
}

const typedOf = (found: Found | null): TypedPlace => {
  const { about, dropIn } = found?.level === 'area' ? found.area : { about: '', dropIn: false }
  return { name: found?.name ?? '', about, dropIn }
}

export function createPlaceForm(
  apiCall: ApiCall,
  place: Place,
  view: SettingsView,
  onView: (view: SettingsView) => void,
): PlaceForm {
  let saved = typedOf(find(view, place))
  const state = createStore<PlaceFormState>({
    typed: saved,
    nameMissing: false,
    attempt: 0,
    request: IDLE,
    changed: false,
  })
  const put = (change: Partial<PlaceFormState>) => state.update((now) => ({ ...now, ...change }))
  const differs = (typed: TypedPlace) => JSON.stringify(typed) !== JSON.stringify(saved)
  return {
    state,
    type(change) {
      const now = state.get()
      const typed = { ...now.typed, ...change }
      put({
        typed,
        request: IDLE,
        changed: differs(typed),
        nameMissing: now.nameMissing && isBlank(typed.name),
      })
    },
    async submit() {
      const { typed, attempt, request } = state.get()
      if (request.kind === 'busy') return
      const nameMissing = isBlank(typed.name)
      put({ nameMissing, attempt: attempt + 1 })
      if (nameMissing) return
      put({ request: BUSY })
      const { name, about, dropIn } = typed
      const body = place.level === 'area' ? { name: name.trim(), about, dropIn } : { name: name.trim() }
      try {
        const after = await apiCall<SettingsView>('PUT', apiOf(place), body)
        saved = typedOf(find(after, place))
        // What was typed while it was on its way stays typed.
        const now = state.get().typed
        const untouched = now === typed
        put({
          typed: untouched ? saved : now,
          request: untouched ? DONE : IDLE,
          changed: untouched ? false : differs(now),
        })
        onView(after)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        put({ request: { kind: 'refused', refusal: error } })
      }
    },
  }
}
