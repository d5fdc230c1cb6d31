// Photos that a patient sent, beside the note and looked at, for looking at.
import { createStore } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'
import type { Example } from '../../ui/example.ts'
import { PhotoViewer } from './photo-viewer.tsx'
import type { StaffPhotosModel, StaffPhotosState } from './photos-model.ts'
import { PhotosPane } from './photos-pane.tsx'

const AT = Date.UTC(2027, 2, 1, 9)
const PHOTOS = [
  { id: '1', receivedAt: AT, width: 3000, height: 4000 },
  { id: '2', receivedAt: AT + 60_000, width: 4000, height: 3000 },
]
const drawn = (colour: string) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 12"><rect width="16" height="12" fill="#dbb"/><circle cx="7" cy="6" r="3" fill="${colour}"/><circle cx="13" cy="9" r="1.5" fill="#ccc"/></svg>`)}`

const modelOf = (state: StaffPhotosState): StaffPhotosModel => ({
  state: createStore(state),
  load: async () => {},
  addressOf: ({ id }) => drawn(id === '1' ? '#a44' : '#846'),
})
const LOADED = modelOf({ kind: 'loaded', photos: PHOTOS })

export const examples: readonly Example[] = [
  {
    name: 'two photos',
    draw: () => <PhotosPane model={LOADED} count={2} patientName="Margaret Hollis" onNote={() => {}} />,
  },
  {
    name: 'not shown now',
    draw: () => (
      <PhotosPane
        model={modelOf({ kind: 'refused', refusal: new Refusal('offline') })}
        count={1}
        patientName="Margaret Hollis"
        onNote={null}
      />
    ),
  },
  {
    name: 'one looked at',
    draw: () => <PhotoViewer model={LOADED} photos={PHOTOS} first="1" onClose={() => {}} />,
  },
  {
    name: 'two side by side',
    draw: () => <PhotoViewer model={LOADED} photos={PHOTOS} first="1" second="2" onClose={() => {}} />,
  },
]
