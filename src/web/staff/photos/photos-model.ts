// The photos that one patient sent, as staff see them.
import type { FileList, FileView } from '#contract/file'
import type { ApiCall } from '../../kit/api-call.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'

export type StaffPhotosState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'loaded'; readonly photos: readonly FileView[] }

export interface StaffPhotosModel {
  readonly state: Readable<StaffPhotosState>
  load(): Promise<void>
  addressOf(photo: FileView): string
}

/** `url` is that of the visit. */
export function createStaffPhotos(apiCall: ApiCall, url: string): StaffPhotosModel {
  const state = createStore<StaffPhotosState>({ kind: 'loading' })
  return {
    state,
    async load() {
      try {
        state.set({ kind: 'loaded', photos: (await apiCall<FileList>('GET', `${url}/files`)).files })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        if (state.get().kind !== 'loaded') state.set({ kind: 'refused', refusal: error })
      }
    },
    addressOf: ({ id }) => `${url}/files/${id}`,
  }
}
