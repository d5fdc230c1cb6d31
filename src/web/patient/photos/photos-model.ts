// Sending photos while waiting: each goes by itself, says how far it is, and is tried again when the network was lost.
import type { FileList, FileView } from '#contract/file'
import { FILE_MOST_BYTES, FILES_MOST } from '#domain/file'
import type { Later } from '../../kit/later.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'
import type { Upload } from '../../net/upload.ts'

export type PhotoState =
  | { readonly kind: 'sending'; readonly part: number }
  /** The network was lost; it goes on by itself. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

export interface Photo {
  readonly id: string
  /** For showing it on this page. */
  readonly preview: string
  readonly state: PhotoState
}

export interface PhotosState {
  readonly photos: readonly Photo[]
  /** Sent before this page was opened. */
  readonly sentBefore: number
}

export interface PhotosModel {
  readonly state: Readable<PhotosState>
  /** How many more can be sent. */
  left(): number
  add(files: readonly Blob[]): void
  /** Stops it, or takes away what was refused. */
  remove(id: string): void
}

export interface PhotosWorld {
  list(): Promise<FileList>
  send(id: string, file: Blob, progress: (part: number) => void): Upload<FileView>
  preview(file: Blob): string
  forgetPreview(preview: string): void
  readonly newId: () => string
  readonly later: Later
}

const AGAIN_MS = 3000
/** What is over by itself: no network, a busy server, too much at once. */
const PASSING: ReadonlySet<Refusal['code']> = new Set(['offline', 'server/busy', 'request/too-many'])

export function createPhotos(world: PhotosWorld): PhotosModel {
  const state = createStore<PhotosState>({ photos: [], sentBefore: 0 })
  const stops = new Map<string, () => void>()

  const put = (id: string, next: PhotoState) => {
    const { photos, ...rest } = state.get()
    state.set({ ...rest, photos: photos.map((photo) => (photo.id === id ? { ...photo, state: next } : photo)) })
  }
  const left = () => {
    const { photos, sentBefore } = state.get()
    return Math.max(0, FILES_MOST - sentBefore - photos.filter((photo) => photo.state.kind !== 'refused').length)
  }
  const send = (id: string, file: Blob) => {
    put(id, { kind: 'sending', part: 0 })
    const { done, cancel } = world.send(id, file, (part) => put(id, { kind: 'sending', part }))
    stops.set(id, cancel)
    done.then(
      () => put(id, { kind: 'sent' }),
      (error: unknown) => {
        if (!(error instanceof Refusal)) throw error
        if (!PASSING.has(error.code)) return put(id, { kind: 'refused', refusal: error })
        put(id, { kind: 'waiting' })
        stops.set(
          id,
          world.later(() => send(id, file), AGAIN_MS),
        )
      },
    )
  }

  world.list().then(
    ({ files }) => {
      const here = new Set(state.get().photos.map(({ id }) => id))
      state.set({ ...state.get(), sentBefore: files.filter(({ id }) => !here.has(id)).length })
    },
    // The server counts as well.
    () => {},
  )

  return {
    state,
    left,
    add(files) {
      const most = left()
      // Of those that are too many one stands there and says it.
      for (const [at, file] of files.slice(0, most + 1).entries()) {
        const id = world.newId()
        const photo = { id, preview: world.preview(file) }
        const fault = at >= most ? 'file/too-many' : file.size > FILE_MOST_BYTES ? 'request/too-large' : null
        const first: PhotoState = fault
          ? { kind: 'refused', refusal: new Refusal(fault) }
          : { kind: 'sending', part: 0 }
        state.set({ ...state.get(), photos: [...state.get().photos, { ...photo, state: first }] })
        if (!fault) send(id, file)
      }
    },
    remove(id) {
      const photo = state.get().photos.find((one) => one.id === id)
      if (!photo || photo.state.kind === 'sent') return
      stops.get(id)?.()
      world.forgetPreview(photo.preview)
      state.set({ ...state.get(), photos: state.get().photos.filter((one) => one !== photo) })
    },
  }
}
