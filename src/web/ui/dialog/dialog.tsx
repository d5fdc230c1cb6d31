// A question that must be answered first, on the browser's own <dialog>: focus is held inside and comes back after.
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { words } from '#text/ui'
import { CrossIcon } from '../icon/signs.tsx'
import './dialog.scss'

export interface DialogProps {
  open: boolean
  title: string
  /** Escape, the cross, or a press outside. */
  onClose: () => void
  /** The buttons, main one first. */
  actions?: ComponentChildren
  /** A press outside does nothing: for what must not be lost by a slip. */
  firm?: boolean
  wide?: boolean
  children?: ComponentChildren
}

let counter = 0

export function Dialog(props: DialogProps) {
  const element = useRef<HTMLDialogElement>(null)
  const cameFrom = useRef<Element | null>(null)
  const id = useRef('')
  id.current ||= `dialog-${++counter}`

  useEffect(() => {
    const dialog = element.current
    if (!dialog || !props.open) return
    cameFrom.current = document.activeElement
    // Browsers before 2022 know no dialogs: there it is shown over the page, without holding the focus.
    if (dialog.showModal) dialog.showModal()
    else dialog.setAttribute('open', '')
    return () => {
      dialog.close?.()
      // The browser gives focus back only when the dialog is still on the page.
      if (cameFrom.current instanceof HTMLElement && cameFrom.current.isConnected) cameFrom.current.focus()
    }
  }, [props.open])

  if (!props.open) return null
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the keyboard's way, by the browser's cancel event.
    <dialog
      ref={element}
      class={props.wide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={id.current}
      onCancel={(event) => {
        event.preventDefault()
        props.onClose()
      }}
      onClick={(event) => {
        if (!props.firm && event.target === element.current) props.onClose()
      }}
    >
      <div class="dialog-inside">
        <div class="dialog-head">
          <h2 id={id.current} tabIndex={-1}>
            {props.title}
          </h2>
          <button type="button" class="dialog-close" aria-label={words.close} onClick={props.onClose}>
            <CrossIcon />
          </button>
        </div>
        <div class="dialog-body stack-s">{props.children}</div>
        {props.actions && <div class="dialog-actions">{props.actions}</div>}
      </div>
    </dialog>
  )
}
