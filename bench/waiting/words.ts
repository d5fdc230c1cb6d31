// What the processes of this measure say to each other.

/** One patient of the load: `cookie` is their key where the server wants one. */
export interface LoadPatient {
  readonly area: string
  readonly cookie: string
}

export interface LoadArea {
  /** What the area is called in the address of its link. */
  readonly slug: string
  /** The sign-in of the practitioner who watches it. */
  readonly staffCookie: string
}

export type Kind = 'bedside' | 'bare'

export type ToLoad =
  | { readonly type: 'connect'; readonly patients: readonly LoadPatient[]; readonly perSecond: number }
  | { readonly type: 'come'; readonly patient: LoadPatient }
  /** Whoever has waited longest goes. */
  | { readonly type: 'go' }
  | { readonly type: 'watch'; readonly areas: readonly LoadArea[] }
  | { readonly type: 'arrive'; readonly perSecond: number; readonly seconds: number }

export interface Arrivals {
  readonly type: 'arrived-all'
  /** From the request sent until the practitioner's page holds a queue with this patient, ms. */
  readonly toScreenMs: readonly number[]
  /** From the request sent until its reply, ms. */
  readonly toReplyMs: readonly number[]
  /** Arrivals that no practitioner had heard of 5 s after the last. */
  readonly unseen: number
}
