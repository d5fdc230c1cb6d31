// One control of the call: an icon over a word, at least 44 px. The word gives the state; icon and colour repeat it.
import type { ComponentChildren } from 'preact'
import './bar-button.scss'

export interface BarButtonProps {
  icon: ComponentChildren
  label: string
  /** More for those who cannot see it, after the visible word. */
  more?: string
  /** How things stand, below what a press does. */
  state?: string
  press: (() => void) | null
  /** `off`: something of yours is switched off. `leave`: ends it. `mend`: needs you. */
  tone?: 'plain' | 'off' | 'mend' | 'leave'
  big?: boolean
  expanded?: boolean
  badge?: string | null
  shortcut?: string
  class?: string
}

export function BarButton(props: BarButtonProps) {
  const { tone = 'plain' } = props
  return (
    <button
      type="button"
      class={`bar-button bar-button-${tone}${props.big ? ' bar-button-big' : ''} ${props.class ?? ''}`.trimEnd()}
      disabled={props.press === null}
      aria-expanded={props.expanded}
      aria-keyshortcuts={props.shortcut}
      title={props.shortcut}
      onClick={() => props.press?.()}
    >
      <span class="bar-button-icon">
        {props.icon}
        {props.badge && (
          <span class="bar-button-badge" aria-hidden="true">
            {props.badge}
          </span>
        )}
      </span>
      <span class="bar-button-word">{props.label}</span>
      {props.state && <span class="bar-button-state">{props.state}</span>}
      {props.more && <span class="visually-hidden">. {props.more}</span>}
    </button>
  )
}
