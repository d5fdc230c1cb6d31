// Sending photos while waiting: how to take a good one, the camera at one press, and how far each one is.
import { useRef } from 'preact/hooks'
import { words } from '#text/photos'
import { words as problems } from '#text/problems-patient'
import { useStore } from '../../kit/store.ts'
import type { Refusal } from '../../net/api.ts'
import { Button } from '../../ui/button/button.tsx'
import { CameraIcon } from '../../ui/icon/equipment.tsx'
import { TickCircleIcon, WarningIcon } from '../../ui/icon/signs.tsx'
import type { Photo, PhotosModel } from './photos-model.ts'
import './photos.scss'

/** HEIC is not asked for: an iPhone then hands over a JPEG. */
const TYPES = 'image/jpeg,image/png,image/webp'

export function Photos({ model }: { model: PhotosModel }) {
  const { photos, sentBefore } = useStore(model.state)
  const camera = useRef<HTMLInputElement>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const taken = ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
    model.add([...(currentTarget.files ?? [])])
    // The same photo can be chosen again.
    currentTarget.value = ''
  }
  const isFull = model.left() === 0
  return (
    <section class="photos stack-s" aria-labelledby="photos-title">
      <h2 id="photos-title">{words.title}</h2>
      <p>{words.lead}</p>
      <details class="photos-how">
        <summary>{words.howTitle}</summary>
        <div class="photos-how-body">
          <CloseUp />
          <ul>
            {words.how.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      </details>
      {sentBefore > 0 && <p>{words.before(sentBefore)}</p>}
      {photos.length > 0 && (
        <ul class="photos-list" aria-label={words.list}>
          {photos.map((photo, at) => (
            <OnePhoto
              key={photo.id}
              photo={photo}
              number={sentBefore + at + 1}
              onRemove={() => model.remove(photo.id)}
            />
          ))}
        </ul>
      )}
      {isFull ? (
        <p>{words.full}</p>
      ) : (
        <div class="photos-ways">
          <Button kind="secondary" icon={<CameraIcon size={20} />} onPress={() => camera.current?.click()}>
            {words.take}
          </Button>
          <Button kind="quiet" onPress={() => chooser.current?.click()}>
            {words.choose}
          </Button>
        </div>
      )}
      <input ref={camera} type="file" accept={TYPES} capture="environment" hidden onChange={taken} />
      <input ref={chooser} type="file" accept={TYPES} multiple hidden onChange={taken} />
      <p class="soft small">{words.only}</p>
    </section>
  )
}

function OnePhoto({ photo, number, onRemove }: { photo: Photo; number: number; onRemove: () => void }) {
  const { state, preview } = photo
  const name = words.photo(number)
  return (
    <li class="photos-one">
      <img class="photos-preview" src={preview} alt={name} />
      <div class="photos-state" aria-live="polite">
        {state.kind === 'sending' && (
          <>
            <span>{words.sending}</span>
            <progress value={state.part} max={1} aria-label={words.of(words.sending, name)} />
          </>
        )}
        {state.kind === 'waiting' && (
          <span>
            <WarningIcon size={20} /> {words.waiting}
          </span>
        )}
        {state.kind === 'sent' && (
          <span class="photos-sent">
            <TickCircleIcon size={20} /> {words.sent}
          </span>
        )}
        {state.kind === 'refused' && (
          <span>
            <WarningIcon size={20} /> {whyNot(state.refusal)}
          </span>
        )}
        {state.kind !== 'sent' && (
          <Button
            kind="quiet"
            size="small"
            label={words.of(state.kind === 'refused' ? words.takeAway : words.cancel, name)}
            onPress={onRemove}
          >
            {state.kind === 'refused' ? words.takeAway : words.cancel}
          </Button>
        )}
      </div>
    </li>
  )
}

function whyNot({ code, detail }: Refusal): string {
  if (code === 'request/too-large') return words.tooLarge
  return (code in problems ? problems[code as keyof typeof problems] : problems['server/fault'])(detail)
}

/** A close-up in its frame: something small, and a coin beside it for its size. */
function CloseUp() {
  return (
    <svg class="photos-close-up" viewBox="0 0 120 90" aria-hidden="true">
      <path d="M8 24V8h16M96 8h16v16M112 66v16H96M24 82H8V66" />
      <path d="M20 70c8-30 24-44 46-44 18 0 30 10 34 26" />
      <circle cx="52" cy="52" r="6" class="photos-close-up-mark" />
      <circle cx="82" cy="60" r="10" />
      <circle cx="82" cy="60" r="7" />
    </svg>
  )
}
