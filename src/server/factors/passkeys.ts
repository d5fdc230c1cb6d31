// The door to the WebAuthn library: what browsers are asked, and whether what they answer is right. Holds nothing.
import { isIP } from 'node:net'
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { PasskeyAnswer, PasskeyMade } from '#contract/factors'
import { PASSKEY_ASK_MS } from '#domain/factor'

/** Where passkeys are good: this host, opened at this address. */
export interface PasskeyPlace {
  readonly host: string
  readonly origin: string
}

/** Null where browsers make none: at an address of numbers. */
export function placeOf(publicUrl: string): PasskeyPlace | null {
  const { hostname, origin } = new URL(publicUrl)
  return isIP(hostname.replace(/^\[|\]$/g, '')) ? null : { host: hostname, origin }
}

export interface Owner {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly organisation: string
}

export interface KeptPasskey {
  readonly credentialId: string
  readonly transports: readonly string[]
}

export function askToMake({ host }: PasskeyPlace, owner: Owner, kept: readonly KeptPasskey[]) {
  return generateRegistrationOptions({
    rpID: host,
    rpName: owner.organisation,
    userID: new TextEncoder().encode(owner.id),
    userName: owner.email,
    userDisplayName: owner.name,
    timeout: PASSKEY_ASK_MS,
    attestationType: 'none',
    excludeCredentials: kept.map(({ credentialId, transports }) => ({
      id: credentialId,
      transports: transports as NonNullable<RegistrationResponseJSON['response']['transports']>,
    })),
    // Found without a name typed, and good alone: it asks for a finger, a face or a PIN itself.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

/** Null when the answer is not right. */
export async function readMade({ host, origin }: PasskeyPlace, challenge: string, made: PasskeyMade) {
  const checked = await verifyRegistrationResponse({
    response: made as RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: host,
    requireUserVerification: true,
  }).catch(() => null)
  if (!checked?.verified) return null
  const { credential, credentialBackedUp } = checked.registrationInfo
  return {
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey).toString('base64url'),
    counter: credential.counter,
    transports: made.response.transports ?? [],
    synced: credentialBackedUp,
  }
}

export function askToSign({ host }: PasskeyPlace) {
  return generateAuthenticationOptions({ rpID: host, timeout: PASSKEY_ASK_MS, userVerification: 'required' })
}

/** The passkey's own count after a right answer; null when it is not right. Whether the count goes on is the caller's to ask. */
export async function readSigned(
  { host, origin }: PasskeyPlace,
  challenge: string,
  answer: PasskeyAnswer,
  kept: { readonly credentialId: string; readonly publicKey: string },
): Promise<number | null> {
  const checked = await verifyAuthenticationResponse({
    response: answer as AuthenticationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: host,
    credential: { id: kept.credentialId, publicKey: Buffer.from(kept.publicKey, 'base64url'), counter: 0 },
    requireUserVerification: true,
  }).catch(() => null)
  return checked?.verified ? checked.authenticationInfo.newCounter : null
}
