// The organisation's own settings: its name, and how long what is kept. Numbers are kept as typed until they are sent.
import type { OrganisationSettingsBody } from '#contract/area'
import type { SettingsView } from '#contract/settings'
import { tidyLine } from '#domain/typed-text'
import { type ApiCall, BUSY, DONE, IDLE, type RequestState } from '../../kit/api-call.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'

export interface TypedOrganisation {
  readonly name: string
  readonly detailsMinutes: string
  readonly signedNoteDays: string
}

export type OrganisationField = keyof TypedOrganisation

export interface OrganisationFormState {
  readonly typed: TypedOrganisation
  readonly faults: readonly OrganisationField[]
  readonly attempt: number
  readonly request: RequestState
  readonly changed: boolean
}

export interface OrganisationForm {
  readonly state: Readable<OrganisationFormState>
  type(field: OrganisationField, value: string): void
  submit(): Promise<void>
}

/** The server's limits, said before they are broken. */
export const DETAILS_MINUTES = { least: 5, most: 7 * 24 * 60 }
export const SIGNED_NOTE_DAYS = { least: 1, most: 365 }

const typedOf = (settings: OrganisationSettingsBody): TypedOrganisation => ({
  name: settings.name,
  detailsMinutes: String(settings.detailsMinutes),
  signedNoteDays: String(settings.signedNoteDays),
})

export function createOrganisationForm(
  apiCall: ApiCall,
  settings: OrganisationSettingsBody,
  onSaved: (settings: OrganisationSettingsBody) => void,
): OrganisationForm {
  let saved = typedOf(settings)
  const state = createStore<OrganisationFormState>({
    typed: saved,
    faults: [],
    attempt: 0,
    request: IDLE,
    changed: false,
  })
  const put = (change: Partial<OrganisationFormState>) => state.update((now) => ({ ...now, ...change }))
  const differs = (typed: TypedOrganisation) => JSON.stringify(typed) !== JSON.stringify(saved)
  return {
    state,
    type(field, value) {
      const { typed, faults } = state.get()
      const next = { ...typed, [field]: value }
      put({ typed: next, faults: faults.filter((one) => one !== field), request: IDLE, changed: differs(next) })
    },
    async submit() {
      const { typed, attempt, request } = state.get()
      if (request.kind === 'busy') return
      const { body, faults } = readOrganisation(typed)
      put({ faults, attempt: attempt + 1 })
      if (!body) return
      put({ request: BUSY })
      try {
        const view = await apiCall<SettingsView>('PUT', '/api/staff/settings/organisation', body)
        saved = typedOf(view.organisation)
        // What was typed while it was on its way stays typed.
        const now = state.get().typed
        const untouched = now === typed
        put({
          typed: untouched ? saved : now,
          request: untouched ? DONE : IDLE,
          changed: untouched ? false : differs(now),
        })
        onSaved(view.organisation)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        put({ request: { kind: 'refused', refusal: error } })
      }
    },
  }
}

export function readOrganisation(typed: TypedOrganisation): {
  body: OrganisationSettingsBody | null
  faults: OrganisationField[]
} {
  const name = tidyLine(typed.name)
  const detailsMinutes = wholeWithin(typed.detailsMinutes, DETAILS_MINUTES)
  const signedNoteDays = wholeWithin(typed.signedNoteDays, SIGNED_NOTE_DAYS)
  if (name && detailsMinutes !== null && signedNoteDays !== null)
    return { body: { name, detailsMinutes, signedNoteDays }, faults: [] }
  const faults: OrganisationField[] = []
  if (!name) faults.push('name')
  if (detailsMinutes === null) faults.push('detailsMinutes')
  if (signedNoteDays === null) faults.push('signedNoteDays')
  return { body: null, faults }
}

function wholeWithin(typed: string, range: { least: number; most: number }): number | null {
  if (!/^\d{1,6}$/.test(typed.trim())) return null
  const value = Number(typed)
  return value >= range.least && value <= range.most ? value : null
}
