// Handing a letter to the post: what an adapter must offer. It stores nothing and tries once.

export interface Letter {
  /** The same for every try, so that a receiver can tell a letter that came twice. */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** What became of a letter. `fault` is a short code, never the words of a mail server: those may quote the letter. */
export type Delivery =
  | { readonly kind: 'sent' }
  /** There is no post here: the letter stays where administrators read it. */
  | { readonly kind: 'kept' }
  /** `lasting`: trying again would fail alike, for example because there is no such address. */
  | { readonly kind: 'failed'; readonly fault: string; readonly lasting: boolean }

export interface Mail {
  /** Whether letters leave this server at all. */
  readonly sends: boolean
  /** Never throws. */
  deliver(letter: Letter): Promise<Delivery>
  close(): void
}
