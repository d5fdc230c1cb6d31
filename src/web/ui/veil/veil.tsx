// Takes what is inside out of the document for a while and brings it back as it was, with all that was typed: for what
// nobody may read now. Nothing inside may play: a video that leaves the document stops.
import { type ComponentChildren, Fragment, h, render } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import './veil.scss'

export function Veil({ drawn, children }: { drawn: boolean; children: ComponentChildren }) {
  const place = useRef<HTMLDivElement>(null)
  const inside = useRef<HTMLDivElement | null>(null)
  if (!inside.current) {
    inside.current = document.createElement('div')
    inside.current.className = 'veil'
  }
  const held = inside.current

  // A tree of its own: what the page around it draws does not bring it back by accident.
  useLayoutEffect(() => render(h(Fragment, null, children), held))
  useLayoutEffect(() => () => render(null, held), [])
  useLayoutEffect(() => {
    if (drawn) return held.remove()
    place.current?.append(held)
    // A dialog that comes back is no longer the one thing that can be pressed, until it is shown anew.
    for (const dialog of held.querySelectorAll<HTMLDialogElement>('dialog[open]')) {
      dialog.close?.()
      dialog.showModal?.()
    }
  }, [drawn])

  return <div ref={place} class="veil" />
}
