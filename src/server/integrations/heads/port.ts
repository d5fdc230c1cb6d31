// Where the end of the audit's chain is kept outside the database, so that nobody can write the chain anew unseen.

export interface ChainHead {
  /** When it was the end, ISO. */
  readonly at: string
  readonly seq: number
  /** Hex. */
  readonly hash: string
}

export interface HeadKeeper {
  /** For the log. */
  readonly name: 'file' | 'webhook'
  /** Throws when it is not kept. */
  keep(head: ChainHead): Promise<void>
}
