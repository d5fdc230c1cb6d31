// Looking at one photo, or at two side by side: each can be made larger and turned by itself.
import { useState } from 'preact/hooks'
import type { FileView } from '#contract/file'
import { words as people } from '#text/people'
import { words } from '#text/photos-staff'
import { Button } from '../../ui/button/button.tsx'
import { Dialog } from '../../ui/dialog/dialog.tsx'
import type { StaffPhotosModel } from './photos-model.ts'

const ZOOMS = [1, 1.5, 2, 3, 4] as const

export interface PhotoViewerProps {
  model: Pick<StaffPhotosModel, 'addressOf'>
  photos: readonly FileView[]
  /** The id of the one that was pressed. */
  first: string
  /** Another one beside it from the start. */
  second?: string
  onClose: () => void
}

export function PhotoViewer({ model, photos, first, second, onClose }: PhotoViewerProps) {
  const [beside, setBeside] = useState<string | null>(second ?? null)
  const shown = [first, ...(beside ? [beside] : [])].flatMap((id) => photos.find((photo) => photo.id === id) ?? [])
  const numberOf = (photo: FileView) => photos.indexOf(photo) + 1
  const others = photos.filter(({ id }) => id !== first)
  const [only] = shown
  if (!only) return null
  return (
    <Dialog
      open
      wide
      title={shown.length > 1 ? words.compareTitle : words.photo(numberOf(only))}
      onClose={onClose}
      actions={
        <Button kind="secondary" onPress={onClose}>
          {words.close}
        </Button>
      }
    >
      <div class={`photo-viewer photo-viewer-${shown.length}`}>
        {shown.map((photo) => (
          <Looked key={photo.id} photo={photo} number={numberOf(photo)} address={model.addressOf(photo)} />
        ))}
      </div>
      {beside ? (
        <Button kind="quiet" size="small" onPress={() => setBeside(null)}>
          {words.one}
        </Button>
      ) : (
        <div class="photo-viewer-ways">
          {others.map((photo) => (
            <Button key={photo.id} kind="quiet" size="small" onPress={() => setBeside(photo.id)}>
              {words.compareWith(numberOf(photo))}
            </Button>
          ))}
        </div>
      )}
    </Dialog>
  )
}

function Looked({ photo, number, address }: { photo: FileView; number: number; address: string }) {
  const [step, setStep] = useState(0)
  const [quarters, setQuarters] = useState(0)
  const name = words.photo(number)
  const zoom = ZOOMS[step] ?? 1
  const size = `${zoom * 100}%`
  return (
    <figure class="photo-looked">
      {/* Larger than its frame it is moved by the arrow keys, which need the focus. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls is reached by the keyboard */}
      <section class="photo-looked-frame" aria-label={name} tabIndex={0}>
        <div class="photo-looked-whole" style={{ width: size, height: size }}>
          <img src={address} alt={name} style={{ transform: `rotate(${quarters * 90}deg)` }} />
        </div>
      </section>
      <figcaption>
        <span class="soft small">
          {name}. {words.received(people.dayAndTime(photo.receivedAt))}
        </span>
        <span class="photo-viewer-ways">
          <Button
            kind="secondary"
            size="small"
            label={words.of(words.larger, name)}
            onPress={step < ZOOMS.length - 1 ? () => setStep(step + 1) : null}
          >
            {words.larger}
          </Button>
          <Button
            kind="secondary"
            size="small"
            label={words.of(words.smaller, name)}
            onPress={step > 0 ? () => setStep(step - 1) : null}
          >
            {words.smaller}
          </Button>
          <Button
            kind="secondary"
            size="small"
            label={words.of(words.turn, name)}
            onPress={() => setQuarters((quarters + 1) % 4)}
          >
            {words.turn}
          </Button>
        </span>
      </figcaption>
    </figure>
  )
}
