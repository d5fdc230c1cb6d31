// What an endpoint or a message is about, for the access question and for the audit. It decides nothing.

/** A visit of one's own needs no naming: the cookie names it. */
export interface Subject {
  readonly areaId?: string
  readonly serviceId?: string
  readonly visitId?: string
  readonly noteId?: string
}
