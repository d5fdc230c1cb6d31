// The sharp still, as large as the screen: closer and further, saved to this computer or discarded. It is kept by nobody
// but this page.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { words } from '#text/practitioner-call'
import { Button } from '../../../ui/button/button.tsx'
import './still-viewer.scss'

export interface StillViewerProps {
  picture: Blob
  at: number
  name: string
  onDiscard: () => void
  onClose: () => void
}

const CLOSEST = 8
const STEP = 1.5

export function StillViewer({ picture, at, name, onDiscard, onClose }: StillViewerProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const place = useRef<HTMLDivElement>(null)
  const drag = useRef<{ x: number; y: number } | null>(null)
  const [zoom, setZoom] = useState(1)
  const address = useMemo(() => URL.createObjectURL(picture), [picture])
  useEffect(() => () => URL.revokeObjectURL(address), [address])
  useEffect(() => {
    dialog.current?.showModal?.()
    return () => dialog.current?.close?.()
  }, [])
  const closer = (by: number) => {
    const next = Math.min(CLOSEST, Math.max(1, zoom * by))
    const element = place.current
    setZoom(next)
    if (!element) return
    // What stands in the middle stays there.
    const x = (element.scrollLeft + element.clientWidth / 2) / zoom
    const y = (element.scrollTop + element.clientHeight / 2) / zoom
    requestAnimationFrame(() => {
      element.scrollLeft = x * next - element.clientWidth / 2
      element.scrollTop = y * next - element.clientHeight / 2
    })
  }
  return (
    <dialog
      ref={dialog}
      class="still-viewer"
      aria-label={words.still.title(name)}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onKeyDown={(event) => {
        if (event.key === '+' || event.key === '=') closer(STEP)
        if (event.key === '-') closer(1 / STEP)
      }}
    >
      <header class="still-viewer-head">
        <h2>{words.still.title(name)}</h2>
        <Button kind="secondary" size="small" onPress={onClose}>
          {words.still.close}
        </Button>
      </header>
      <div
        ref={place}
        class={zoom > 1 ? 'still-viewer-place still-viewer-close' : 'still-viewer-place'}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must reach it.
        tabIndex={0}
        onPointerDown={(event) => {
          if (event.pointerType === 'mouse') drag.current = { x: event.clientX, y: event.clientY }
        }}
        onPointerMove={(event) => {
          const from = drag.current
          if (!from) return
          place.current?.scrollBy(from.x - event.clientX, from.y - event.clientY)
          drag.current = { x: event.clientX, y: event.clientY }
        }}
        onPointerUp={() => {
          drag.current = null
        }}
        onPointerLeave={() => {
          drag.current = null
        }}
      >
        <img
          src={address}
          alt={words.still.label(words.time(at))}
          draggable={false}
          style={{ width: `${zoom * 100}%`, height: `${zoom * 100}%` }}
        />
      </div>
      <footer class="still-viewer-foot">
        <div class="still-viewer-group">
          <Button kind="secondary" onPress={zoom < CLOSEST ? () => closer(STEP) : null}>
            {words.still.larger}
          </Button>
          <Button kind="secondary" onPress={zoom > 1 ? () => closer(1 / STEP) : null}>
            {words.still.smaller}
          </Button>
          <Button kind="secondary" onPress={zoom > 1 ? () => setZoom(1) : null}>
            {words.still.whole}
          </Button>
        </div>
        <p class="still-viewer-hint">{words.still.saveHint}</p>
        <div class="still-viewer-group">
          <a class="button button-primary button-normal" href={address} download={words.still.fileName(at)}>
            <span>{words.still.save}</span>
          </a>
          <Button kind="secondary" onPress={onDiscard}>
            {words.still.discard}
          </Button>
        </div>
      </footer>
    </dialog>
  )
}
