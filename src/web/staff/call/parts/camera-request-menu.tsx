// "Ask for…": what can be asked of the patient's camera now, and of the patient, each with its drawing. Choosing asks; the
// patient answers.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { CameraRequestKind } from '#contract/consultation'
import { words } from '#text/practitioner-call'
import type { CameraRequestOffers } from '../../../call/camera-request-offers.ts'
import { CameraRequestPictogram } from '../../../call/camera-request-pictogram.tsx'
import { Dialog } from '../../../ui/dialog/dialog.tsx'
import { ChevronDownIcon } from '../../../ui/icon/signs.tsx'
import './camera-request-menu.scss'

export interface CameraRequestMenuProps {
  name: string
  offers: CameraRequestOffers
  /** Null: nothing can be asked now. */
  ask: ((kind: CameraRequestKind) => void) | null
  /** The sharp still stands beside the menu. */
  stillReady: boolean
}

const NARROW = '(max-width: 60rem)'

export function CameraRequestMenu({ name, offers, ask, stillReady }: CameraRequestMenuProps) {
  const [open, setOpen] = useState(false)
  const narrow = matchMedia(NARROW).matches
  const place = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!open || narrow) return
    place.current?.querySelector<HTMLElement>('.camera-request-menu-list button')?.focus()
    const outside = (event: PointerEvent) => {
      if (!place.current?.contains(event.target as Node)) setOpen(false)
    }
    addEventListener('pointerdown', outside)
    return () => removeEventListener('pointerdown', outside)
  }, [open, narrow])
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  const choose = (kind: CameraRequestKind) => {
    close()
    ask?.(kind)
  }
  const list = (
    <>
      {offers.camera.length > 0 && <Group title={words.asks.camera(name)} kinds={offers.camera} choose={choose} />}
      <Group title={words.asks.person(name)} kinds={offers.person} choose={choose} />
    </>
  )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what is open inside.
    <div
      ref={place}
      class="camera-request-menu"
      onKeyDown={(event) => {
        if (open && event.key === 'Escape') close()
      }}
    >
      <div class="camera-request-menu-buttons">
        <button
          ref={button}
          type="button"
          class="call-plain-button"
          aria-expanded={open}
          disabled={!ask}
          onClick={() => setOpen(!open)}
        >
          <span>{words.asks.open}</span>
          <ChevronDownIcon size={20} />
        </button>
        {stillReady && offers.camera.includes('still') && (
          <button
            type="button"
            class="call-plain-button camera-request-menu-still"
            disabled={!ask}
            onClick={() => choose('still')}
          >
            <CameraRequestPictogram kind="still" size={20} />
            <span>{words.asks.stillNow}</span>
          </button>
        )}
      </div>
      {open && !narrow && (
        <section class="camera-request-menu-list camera-request-menu-over" aria-label={words.asks.title(name)}>
          {list}
        </section>
      )}
      {/* Over the little picture of a phone there is no room. */}
      {narrow && (
        <Dialog open={open} title={words.asks.title(name)} onClose={close}>
          <div class="camera-request-menu-list">{list}</div>
        </Dialog>
      )}
    </div>
  )
}

function Group(props: {
  title: string
  kinds: readonly CameraRequestKind[]
  choose: (kind: CameraRequestKind) => void
}) {
  return (
    <>
      <h2>{props.title}</h2>
      <ul>
        {props.kinds.map((kind) => (
          <li key={kind}>
            <button type="button" onClick={() => props.choose(kind)}>
              <CameraRequestPictogram kind={kind} />
              <span>{words.asks.kinds[kind]}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
