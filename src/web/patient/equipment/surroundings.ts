// What the words of the check depend on. Which browser it is, `checks` knows.
import type { BrowserKind } from '../../checks/browser-kind.ts'

export interface Surroundings {
  readonly kind: BrowserKind
  /** Browsers give cameras only to pages they hold to be secure. */
  readonly secure: boolean
  /** The host's name, as the browser's question says it. */
  readonly site: string
  readonly address: string
}

/** Where the question for permission appears on this screen. */
export function promptPlace({ device, browser }: BrowserKind): 'top' | 'middle' | 'bottom' {
  if (device === 'iphone' || device === 'ipad') return 'middle'
  if (device === 'android') return browser === 'firefox' || browser === 'samsung' ? 'bottom' : 'middle'
  return 'top'
}
