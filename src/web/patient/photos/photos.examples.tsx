// Sending photos, in each state, for looking at.
import { createStore } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'
import type { Example } from '../../ui/example.ts'
import { Photos } from './photos.tsx'
import type { Photo, PhotosModel, PhotosState } from './photos-model.ts'

const PICTURE = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="#c99"/><circle cx="4" cy="5" r="2" fill="#944"/></svg>')}`
const photo = (id: string, state: Photo['state']): Photo => ({ id, preview: PICTURE, state })

const example = (name: string, change: Partial<PhotosState> = {}, left = 3): Example => ({
  name,
  draw() {
    const state = createStore<PhotosState>({ photos: [], sentBefore: 0, ...change })
    const model: PhotosModel = { state, left: () => left, add: () => {}, remove: () => {} }
    return <Photos model={model} />
  },
})

export const examples: readonly Example[] = [
  example('none yet'),
  example('on the way', {
    photos: [
      photo('1', { kind: 'sent' }),
      photo('2', { kind: 'sending', part: 0.6 }),
      photo('3', { kind: 'waiting' }),
      photo('4', { kind: 'refused', refusal: new Refusal('file/heic') }),
    ],
  }),
  example('all sent', { sentBefore: 3, photos: [photo('4', { kind: 'sent' }), photo('5', { kind: 'sent' })] }, 0),
]
