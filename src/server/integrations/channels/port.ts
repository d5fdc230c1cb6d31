// Handing a message to whoever carries it: what an adapter must offer. It stores nothing and tries once.
import type { CarrierReport, ChannelName } from '#domain/notification'

export interface Message {
  /** The same for every try, so that a receiver can tell a message that came twice. */
  readonly id: string
  readonly channel: ChannelName
  readonly to: string
  /** Empty for a text message. */
  readonly subject: string
  readonly text: string
  /** Of an e-mail to a patient: where a mail program posts that they want no more. */
  readonly oneClick?: string
  /** A file for the receiver's calendar (iCalendar). A carrier that takes no files leaves it out. */
  readonly calendar?: string | null
}

/** What became of a message. `fault` is a short code, never the words of another server: those may quote the message. */
export type Delivery =
  /** `reference`: what its carrier calls it in what it reports later. */
  | { readonly kind: 'sent'; readonly reference: string | null }
  /** Nobody carries messages here: it stays where administrators read it. */
  | { readonly kind: 'kept' }
  /** It was surely not taken. `lasting`: trying again would fail alike, for example because there is no such address. */
  | { readonly kind: 'failed'; readonly fault: string; readonly lasting: boolean }
  /** It was handed over, and no answer came: it may or may not have been taken. */
  | { readonly kind: 'uncertain'; readonly fault: string }

/** A call that says it comes from the carrier. */
export interface Callback {
  /** The address that it was sent to, as the carrier knows it. */
  readonly url: string
  header(name: string): string | undefined
  readonly body: Readonly<Record<string, unknown>>
}

export interface Channel {
  /** Whether messages leave this server at all. */
  readonly sends: boolean
  /** Never throws. */
  deliver(message: Message): Promise<Delivery>
  /**
   * Of a carrier that reports: null where the call is not proven to be its own, a report of nothing (an empty list) where
   * there is nothing to do.
   */
  readonly receive?: (callback: Callback) => readonly CarrierReport[] | null
  /**
   * Of a carrier that reports over its own connection: `heard` says whether the report was about something that is known, or
   * needs no more telling; where it fails the carrier tells again.
   */
  readonly onReport?: (heard: (report: CarrierReport) => Promise<boolean>) => void
  close(): void
}

export type Channels = Readonly<Record<ChannelName, Channel>>

/** No carrier: every message stays in the outbox, where an administrator reads it and follows its link. */
export const keptHere: Channel = {
  sends: false,
  deliver: async () => ({ kind: 'kept' }),
  close() {},
}
