// The one hand all icons are drawn with: 24 px square, 2 px lines, round ends. An icon never stands for a word: it is
// hidden from assistive technology, and the word stands beside it.
import type { ComponentChildren } from 'preact'
import './icon.scss'

export interface IconProps {
  /** Pixels at normal zoom; follows the text size. */
  size?: 20 | 24 | 32 | 48
}

// Both only make a component: a page carries no icon that it does not draw.
/* @__NO_SIDE_EFFECTS__ */
export function drawn(lines: ComponentChildren) {
  return function Icon({ size = 24 }: IconProps) {
    return (
      <svg class={`icon icon-${size}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        {lines}
      </svg>
    )
  }
}

/**
 * The same lines with a stroke through them: switched off.
 * @__NO_SIDE_EFFECTS__
 */
export function crossed(lines: ComponentChildren) {
  return drawn(
    <>
      {lines}
      <path class="icon-gap" d="M4 3l17 17" />
      <path d="M3 3l18 18" />
    </>,
  )
}
