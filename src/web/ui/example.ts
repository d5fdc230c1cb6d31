// One state of a component or of a screen, to be looked at in the gallery.
import type { JSX } from 'preact'

export interface Example {
  readonly name: string
  /** It fills the window by itself; else it is a piece of a page. */
  readonly whole?: boolean
  readonly draw: () => JSX.Element
}
