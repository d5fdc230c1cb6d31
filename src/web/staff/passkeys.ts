// The browser's own passkeys behind a port: the library that speaks with it is loaded when somebody uses one.
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'

/** `cancelled`: the person, or time, ended it. `there-already`: this device has one. `not-here`: not at this address. */
export type PasskeyOutcome =
  | { readonly kind: 'done'; readonly answer: unknown }
  | { readonly kind: 'cancelled' | 'there-already' | 'not-here' }

export interface Passkeys {
  /** Whether this browser knows them, at an address where it would use them. */
  available(): boolean
  make(options: unknown): Promise<PasskeyOutcome>
  sign(options: unknown): Promise<PasskeyOutcome>
}

export const browserPasskeys: Passkeys = {
  available: () => isSecureContext && typeof PublicKeyCredential === 'function',
  make: (options) =>
    outcomeOf(async () => {
      const { startRegistration } = await import('@simplewebauthn/browser')
      return startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON })
    }),
  sign: (options) =>
    outcomeOf(async () => {
      const { startAuthentication } = await import('@simplewebauthn/browser')
      return startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON })
    }),
}

async function outcomeOf(work: () => Promise<unknown>): Promise<PasskeyOutcome> {
  try {
    return { kind: 'done', answer: await work() }
  } catch (error) {
    // The library keeps the browser's own name for what went wrong, on the error or on its cause.
    const { name, cause } = error as { name?: string; cause?: { name?: string } }
    const names = [name, cause?.name]
    if (names.includes('InvalidStateError')) return { kind: 'there-already' }
    if (names.includes('SecurityError')) return { kind: 'not-here' }
    return { kind: 'cancelled' }
  }
}
