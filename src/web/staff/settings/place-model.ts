// One place of the settings: its own form, the rows of what is handed down to it, what can be added below it, and closing
// it. A place that is closed changes nothing but that it is open again.
import type { SettingsView } from '#contract/settings'
import { type Action, createAction } from '../../kit/action.ts'
import type { ApiCall } from '../../kit/api-call.ts'
import { createHandedDown, type HandedDown } from './handed-down.ts'
import { apiOf, type Place } from './place.ts'
import { createPlaceForm, type PlaceForm } from './place-form.ts'

export interface PlaceModel {
  readonly place: Place
  readonly form: PlaceForm
  readonly handedDown: HandedDown
  readonly closing: Action
  close(): Promise<boolean>
  reopen(): Promise<boolean>
  readonly adding: Action
  /** A service of the organisation, an area of the service. Says where it is. */
  add(name: string): Promise<Place | null>
  readonly uploading: Action
  /** Takes a picture in; the row's typed logo is that one afterwards. */
  upload(bytes: Uint8Array): Promise<void>
}

export interface PlacePorts {
  readonly apiCall: ApiCall
  view(): SettingsView
  onView(view: SettingsView): void
}

export function createPlace(place: Place, { apiCall, view, onView }: PlacePorts): PlaceModel {
  const [closing, adding, uploading] = [createAction(), createAction(), createAction()]
  const handedDown = createHandedDown({ apiCall, place, view, onView })
  const press = async (url: string, body: object = {}) => onView(await apiCall<SettingsView>('POST', url, body))
  return {
    place,
    form: createPlaceForm(apiCall, place, view(), onView),
    handedDown,
    closing,
    close: () => closing.run(() => press(`${apiOf(place)}/close`)),
    reopen: () => closing.run(() => press(`${apiOf(place)}/reopen`)),
    adding,
    async add(name) {
      const before = new Set(idsIn(view()))
      const url = place.level === 'organisation' ? '/api/staff/settings/services' : `${apiOf(place)}/areas`
      if (!(await adding.run(() => press(url, { name: name.trim() })))) return null
      const id = idsIn(view()).find((one) => !before.has(one))
      return id ? { level: place.level === 'organisation' ? 'service' : 'area', id } : null
    },
    uploading,
    async upload(bytes) {
      await uploading.run(async () => {
        const { logoId } = await apiCall<{ logoId: string }>('POST', '/api/staff/settings/logos', {
          data: base64Of(bytes),
        })
        handedDown.type('logoId', { logoId })
      })
    },
  }
}

const idsIn = (view: SettingsView) => view.services.flatMap(({ id, areas }) => [id, ...areas.map((area) => area.id)])

function base64Of(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
