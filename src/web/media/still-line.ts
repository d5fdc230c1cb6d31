// The port for sending a sharp still picture directly from one page to the other. It never passes the server, and only the
// page that shows it keeps it. `peer-still` implements it.
import type { Readable } from '../kit/store.ts'

/** A picture of twelve million points takes 3 to 6 MB. */
export const LARGEST_STILL = 8_000_000

export type StillState =
  | { readonly kind: 'none' }
  /** `share`: how much of it was sent, 0 to 1. */
  | { readonly kind: 'sending'; readonly share: number }
  | { readonly kind: 'sent' }
  | { readonly kind: 'receiving'; readonly share: number }
  /** `at`: this machine's clock, ms since the epoch. */
  | { readonly kind: 'received'; readonly picture: Blob; readonly at: number }
  /** The connection broke off, or what arrived was not a picture. */
  | { readonly kind: 'failed' }

export interface StillLine {
  readonly state: Readable<StillState>
  /** The largest size, in bytes, that arrives in a bearable time on the network path as it is now. */
  bearable(): number
  /** Resolves with whether the other side received all of it. Refused while another picture is being sent. */
  send(picture: Blob): Promise<boolean>
  /** Pictures that arrive while none is expected are dropped: nobody is shown what they did not ask for. */
  expect(expected: boolean): void
  /** Forgets the picture that was received. */
  discard(): void
}
