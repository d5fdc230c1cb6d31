// What is said about second factors: one's own page, the second step at sign-in, and what an organisation requires.
import { Type } from 'typebox'
import { RECOVERY_LENGTH } from '#domain/factor'
import { Filled, Id, Instant, Nullable, Verbatim } from './shapes.ts'

/** What the sign-in with a password answered, and the code: typed as people type it, with blanks or dashes. */
export const SecondStepBody = Type.Object({
  token: Verbatim({ minLength: 1, maxLength: 128 }),
  code: Type.String({ minLength: 1, maxLength: RECOVERY_LENGTH * 2 }),
})

export const CodeBody = Type.Object({ code: Type.String({ minLength: 1, maxLength: 32 }) })

/** What one's own page shows of one's second factors. */
export const FactorsView = Type.Object({
  /** Whom it is about, as an authenticator names it. */
  email: Type.String(),
  /** Null: there is none. */
  authenticator: Nullable(Type.Object({ since: Instant })),
  passkeys: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      since: Instant,
      lastUsedAt: Nullable(Instant),
      /** A copy of it seems to exist: it opens nothing any more. */
      stopped: Type.Boolean(),
    }),
  ),
  /** The host at which passkeys are good; null: nowhere, because the address is one of numbers. */
  passkeyHost: Nullable(Type.String()),
  recoveryCodesLeft: Type.Number(),
  /** The organisation requires one: the last cannot be removed. */
  required: Type.Boolean(),
  /** The organisation takes its identity provider's sign-ins alone: nothing of this is asked for. */
  providerOnly: Type.Boolean(),
})
export type FactorsView = Type.Static<typeof FactorsView>

/** An authenticator that is being set up: counts once a code of it was typed. */
export const AuthenticatorAsk = Type.Object({
  /** For typing in, in fours. */
  secret: Type.String(),
  /** For apps on this device. */
  uri: Type.String(),
  /** The same as a picture: so many squares a side, and the dark ones as an SVG path. */
  qr: Type.Object({ size: Type.Number(), path: Type.String() }),
})
export type AuthenticatorAsk = Type.Static<typeof AuthenticatorAsk>

export const FactorsChanged = Type.Object({
  view: FactorsView,
  /** New ones: shown once and never again. Null when those of before still count. */
  recoveryCodes: Nullable(Type.Array(Type.String())),
})
export type FactorsChanged = Type.Static<typeof FactorsChanged>

export const SecondFactorBody = Type.Object({ required: Type.Boolean() })

/** What an organisation requires of everybody's sign-in, and how far it is. */
export const SecondFactorSettings = Type.Object({
  required: Type.Boolean(),
  /** Who can sign in, and how many of them have no second factor. */
  people: Type.Number(),
  without: Type.Number(),
})
export type SecondFactorSettings = Type.Static<typeof SecondFactorSettings>

/** What a browser is asked to do with a passkey: `options` as WebAuthn has them in JSON. Its answer names `id`. */
export const PasskeyAsk = Type.Object({ id: Id, options: Type.Unknown() })
export type PasskeyAsk = Type.Static<typeof PasskeyAsk>

const Bytes = (most: number) => Verbatim({ minLength: 1, maxLength: most, pattern: '^[A-Za-z0-9_-]+$' })
const credential = {
  id: Bytes(2000),
  rawId: Bytes(2000),
  type: Type.Literal('public-key'),
  clientExtensionResults: Type.Object({}),
}

/** A passkey that a browser made, as WebAuthn has it in JSON; bytes are base64url. */
export const PasskeyMade = Type.Object({
  ...credential,
  response: Type.Object({
    clientDataJSON: Bytes(8000),
    attestationObject: Bytes(100_000),
    transports: Type.Optional(Type.Array(Type.String({ maxLength: 40 }), { maxItems: 10 })),
  }),
})
export type PasskeyMade = Type.Static<typeof PasskeyMade>

/** What a browser signed with a passkey. */
export const PasskeyAnswer = Type.Object({
  ...credential,
  response: Type.Object({
    clientDataJSON: Bytes(8000),
    authenticatorData: Bytes(8000),
    signature: Bytes(8000),
    userHandle: Type.Optional(Verbatim({ maxLength: 200 })),
  }),
})
export type PasskeyAnswer = Type.Static<typeof PasskeyAnswer>

export const PasskeySignInBody = Type.Object({ id: Id, answer: PasskeyAnswer })
export const PasskeyNameBody = Type.Object({ name: Filled(60) })
export const PasskeyAddBody = Type.Object({ id: Id, ...PasskeyNameBody.properties, made: PasskeyMade })
export const PasskeyParams = Type.Object({ passkeyId: Id })
