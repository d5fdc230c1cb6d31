// The port for a sharp still picture on its way from one page straight to the other. It never passes our server, and
// nothing keeps it but the page that shows it. `peer-still` implements it.
import type { Readable } from '../kit/store.ts'

/** A picture of twelve million points takes 3 to 6 MB. */
export const LARGEST_STILL = 8_000_000

export type StillState =
  | { readonly kind: 'none' }
  /** `share` of it that is through, 0 to 1. */
  | { readonly kind: 'sending'; readonly share: number }
  | { readonly kind: 'sent' }
  | { readonly kind: 'receiving'; readonly share: number }
  /** `at`: this machine's clock, ms since the epoch. */
  | { readonly kind: 'received'; readonly picture: Blob; readonly at: number }
  /** It broke off, or what came was no picture. */
  | { readonly kind: 'failed' }

export interface StillLine {
  readonly state: Readable<StillState>
  /** The largest picture that gets through in a bearable time on the path as it is now. */
  bearable(): number
  /** Resolves with whether the far side has all of it. One at a time: a second while one is on its way is refused. */
  send(picture: Blob): Promise<boolean>
  /** Pictures are taken only while one is expected: nobody is shown what they did not ask for. */
  expect(expected: boolean): void
  /** Forgets what came. */
  discard(): void
}
