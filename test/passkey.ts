// A passkey as a device holds it: makes and signs as WebAuthn says, with a count of its own. Made of nothing but keys, so
// that a test can also make it lie.
import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import type { FactorsChanged, PasskeyAnswer, PasskeyAsk, PasskeyMade } from '#contract/factors'
import type { Me } from '#contract/people'
import type { Browser } from './browser.ts'

export interface PasskeyWishes {
  /** Where the page says it is. */
  readonly origin?: string
  /** Whether finger, face or PIN were asked for. */
  readonly verified?: boolean
  readonly challenge?: string
  /** What its count says, in the place of one more than before. */
  readonly counter?: number
}

export interface DevicePasskey {
  make(ask: PasskeyAsk, wishes?: PasskeyWishes): PasskeyMade
  sign(ask: PasskeyAsk, wishes?: PasskeyWishes): PasskeyAnswer
}

interface Options {
  readonly challenge: string
  readonly rpId?: string
  readonly rp?: { readonly id: string }
}

const PRESENT = 1
const VERIFIED = 4
const KEY_INCLUDED = 64

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest()

/** CBOR of what is needed here: short byte strings, texts and maps. */
const cborBytes = (bytes: Uint8Array) =>
  Buffer.concat([
    bytes.length < 256 ? Buffer.from([0x58, bytes.length]) : Buffer.from([0x59, bytes.length >> 8, bytes.length & 255]),
    bytes,
  ])
const cborText = (text: string) => Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)])

/** `counts` false: as synced passkeys, whose count is always 0. */
export function openPasskey(origin: string, counts = true): DevicePasskey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(16)
  let counter = 0

  const point = () => {
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
    return [x, y].map((part) => cborBytes(Buffer.from(part, 'base64url')))
  }
  // {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}
  const cose = () => {
    const [x = Buffer.alloc(0), y = Buffer.alloc(0)] = point()
    return Buffer.concat([Buffer.from([0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21]), x, Buffer.from([0x22]), y])
  }
  const authData = (host: string, flags: number, extra: Uint8Array, wishes: PasskeyWishes) => {
    if (counts) counter += 1
    const count = Buffer.alloc(4)
    count.writeUInt32BE(wishes.counter ?? counter)
    const all = flags | PRESENT | (wishes.verified === false ? 0 : VERIFIED)
    return Buffer.concat([sha256(host), Buffer.from([all]), count, extra])
  }
  const clientData = (type: string, { challenge }: Options, wishes: PasskeyWishes) =>
    Buffer.from(
      JSON.stringify({
        type,
        challenge: wishes.challenge ?? challenge,
        origin: wishes.origin ?? origin,
        crossOrigin: false,
      }),
    )
  const named = { id: base64(id), rawId: base64(id), type: 'public-key' as const, clientExtensionResults: {} }

  return {
    make(ask, wishes = {}) {
      const options = ask.options as Options
      const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cose()])
      const data = authData(options.rp?.id ?? '', KEY_INCLUDED, credential, wishes)
      const attestationObject = Buffer.concat([
        Buffer.from([0xa3]),
        ...[cborText('fmt'), cborText('none'), cborText('attStmt'), Buffer.from([0xa0]), cborText('authData')],
        cborBytes(data),
      ])
      const clientDataJSON = base64(clientData('webauthn.create', options, wishes))
      return {
        ...named,
        response: { clientDataJSON, attestationObject: base64(attestationObject), transports: ['internal'] },
      }
    },
    sign(ask, wishes = {}) {
      const options = ask.options as Options
      const data = authData(options.rpId ?? '', 0, Buffer.alloc(0), wishes)
      const client = clientData('webauthn.get', options, wishes)
      const signature = createSign('sha256')
        .update(Buffer.concat([data, sha256(client)]))
        .sign(privateKey)
      const response = { clientDataJSON: base64(client), authenticatorData: base64(data), signature: base64(signature) }
      return { ...named, response }
    },
  }
}

const URL = '/api/staff/factors/passkeys'

/** Adds it for somebody who is signed in. */
export async function addPasskey(person: Browser, key: DevicePasskey, wishes?: PasskeyWishes) {
  const ask = (await person.call<PasskeyAsk>('POST', URL, {})).body
  const made = key.make(ask, wishes)
  return person.call<FactorsChanged>('POST', `${URL}/confirm`, { id: ask.id, name: 'Laptop', made })
}

/** Signs in with it alone. */
export async function enterByPasskey(browser: Browser, key: DevicePasskey, wishes?: PasskeyWishes) {
  const ask = (await browser.call<PasskeyAsk>('POST', '/api/open/passkey', {})).body
  return browser.call<Me>('POST', '/api/open/passkey/sign-in', { id: ask.id, answer: key.sign(ask, wishes) })
}
