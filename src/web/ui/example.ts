// One state of a component, to be looked at.
import type { JSX } from 'preact'

export interface Example {
  readonly name: string
  readonly draw: () => JSX.Element
}
