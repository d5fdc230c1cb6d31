// An employer's own sign-in (an identity provider), as the rest of the server knows it. Every way out of it is a value or
// a `Problem`.

/** What ties an answer to the browser and the moment it was asked from. Kept sealed in that browser's cookie. */
export interface Attempt {
  readonly state: string
  readonly nonce: string
  /** PKCE: its hash goes with the question, it itself with the code. */
  readonly verifier: string
  /** Who comes back must have signed in there just now, and the provider say so. */
  readonly fresh: boolean
}

/** Who has just signed in there. */
export interface Identity {
  readonly issuer: string
  readonly subject: string
  /** Null unless the provider vouches for it, or its operator is trusted to. */
  readonly email: string | null
  readonly name: string | null
  /** Null: there are more than the provider tells. */
  readonly groups: readonly string[] | null
  readonly sid: string | null
  readonly idToken: string
}

/** A sign-in, or all of somebody's, that ended there. */
export interface Logout {
  readonly issuer: string
  readonly subject: string | null
  readonly sid: string | null
  /** The token's own name: each counts once. */
  readonly jti: string
}

export interface IdentityProvider {
  /** What the button says. */
  readonly name: string
  readonly issuer: string
  /** Whose people it knows, by name or id; null: the one real organisation's. */
  readonly organisation: string | null
  /** Whether it tells groups. */
  readonly tellsGroups: boolean
  /** Where to send a browser; `anew`: to be asked who they are, whoever is signed in there. Throws `access/provider-away`. */
  begin(redirectUri: string, attempt: Attempt, anew: boolean): Promise<string>
  /**
   * Who came back to `url`. Throws `access/provider-away`, `access/provider-refused` (they cancelled, or are not let in),
   * `access/provider-too-weak`, or `access/provider-failed`: what came fits no question of ours.
   */
  finish(url: string, attempt: Attempt): Promise<Identity>
  /** Where to send a browser whose sign-in ended here; null when the provider knows no such place, or is away. */
  leave(idToken: string, backTo: string): Promise<string | null>
  /** Throws `request/invalid` unless it is the provider's, for us, and a logout; `access/provider-away`. */
  readLogout(token: string): Promise<Logout>
}

/** For how long one logout token may be heard. */
export const LOGOUT_TOKEN_SECONDS = 10 * 60
