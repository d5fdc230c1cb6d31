// A button, or a link that looks like one. One primary button a screen; an action that is not allowed now is null.
import type { ComponentChildren } from 'preact'
import { Spinner } from '../spinner/spinner.tsx'
import './button.scss'

export interface ButtonProps {
  kind?: 'primary' | 'secondary' | 'quiet' | 'danger'
  size?: 'normal' | 'large' | 'small'
  /** Submits the form it stands in. */
  submit?: boolean
  /** Null: not allowed now. Leave it out for a submit button. */
  onPress?: (() => void) | null
  /** A link that looks like a button. */
  href?: string
  /** Being done: presses are ignored, and these words are shown and said. */
  busy?: string | null | false
  icon?: ComponentChildren
  /** As wide as its column. */
  wide?: boolean
  /** For a button whose words need more for those who cannot see it. */
  label?: string
  pressed?: boolean
  expanded?: boolean
  class?: string
  children?: ComponentChildren
}

export function Button(props: ButtonProps) {
  const { kind = 'primary', size = 'normal', busy = null } = props
  const look = `button button-${kind} button-${size}${props.wide ? ' button-wide' : ''} ${props.class ?? ''}`.trimEnd()
  const inside = (
    <>
      {busy ? <Spinner words={busy} /> : props.icon}
      {!busy && <span>{props.children}</span>}
    </>
  )
  if (props.href !== undefined)
    return (
      <a class={look} href={props.href} aria-label={props.label}>
        {inside}
      </a>
    )
  return (
    <button
      type={props.submit ? 'submit' : 'button'}
      class={look}
      disabled={props.onPress === null}
      aria-disabled={busy ? true : undefined}
      aria-label={props.label}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      onClick={(event) => {
        if (busy) event.preventDefault()
        else props.onPress?.()
      }}
    >
      {inside}
    </button>
  )
}
