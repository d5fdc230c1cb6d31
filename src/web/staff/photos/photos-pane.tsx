// The photos that a patient sent, beside the note.
import { useEffect, useState } from 'preact/hooks'
import type { FileView } from '#contract/file'
import { words as people } from '#text/people'
import { words } from '#text/photos-staff'
import { words as problems } from '#text/problems'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { PhotoViewer } from './photo-viewer.tsx'
import type { StaffPhotosModel } from './photos-model.ts'
import './photos-pane.scss'

export interface PhotosPaneProps {
  model: StaffPhotosModel
  /** How many there are: when it changes, they are looked up again. */
  count: number
  patientName: string
  /** Null: there is no note to copy into. */
  onNote: ((line: string) => void) | null
}

/** Nothing where none were sent. */
export function PhotosPane({ model, count, patientName, onNote }: PhotosPaneProps) {
  const state = useStore(model.state)
  const [shown, setShown] = useState<string | null>(null)
  useEffect(() => {
    if (count > 0) void model.load()
  }, [model, count])
  if (count === 0) return null
  const photos = state.kind === 'loaded' ? state.photos : []
  return (
    <details class="photos-pane" open>
      <summary>{words.title(count)}</summary>
      {state.kind === 'refused' && (
        <Notice
          kind="warning"
          title={words.failed}
          live="polite"
          actions={
            <Button size="small" onPress={() => void model.load()}>
              {words.lookAgain}
            </Button>
          }
        >
          <p>{problems[state.refusal.code](state.refusal.detail)}</p>
        </Notice>
      )}
      <ul class="photos-pane-list">
        {photos.map((photo, at) => (
          <OnePhoto
            key={photo.id}
            photo={photo}
            number={at + 1}
            address={model.addressOf(photo)}
            patientName={patientName}
            onOpen={() => setShown(photo.id)}
            onNote={onNote}
          />
        ))}
      </ul>
      {shown && <PhotoViewer model={model} photos={photos} first={shown} onClose={() => setShown(null)} />}
    </details>
  )
}

interface OnePhotoProps extends Pick<PhotosPaneProps, 'patientName' | 'onNote'> {
  photo: FileView
  number: number
  address: string
  onOpen: () => void
}

function OnePhoto({ photo, number, address, patientName, onOpen, onNote }: OnePhotoProps) {
  const [copied, setCopied] = useState(false)
  const when = people.dayAndTime(photo.receivedAt)
  const copy = () => {
    onNote?.(words.noteLine(number, patientName, when))
    setCopied(true)
  }
  return (
    <li class="photos-pane-one">
      <button type="button" class="photos-pane-open" aria-label={words.open(number)} onClick={onOpen}>
        <img src={address} alt="" loading="lazy" />
      </button>
      <div class="photos-pane-facts">
        <p>{words.photo(number)}</p>
        <p class="soft small">{words.received(when)}</p>
        {onNote && (
          <Button
            kind="secondary"
            size="small"
            label={words.of(copied ? words.copied : words.copy, words.photo(number))}
            onPress={copy}
          >
            {copied ? words.copied : words.copy}
          </Button>
        )}
      </div>
    </li>
  )
}
