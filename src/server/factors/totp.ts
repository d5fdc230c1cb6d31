// Codes of authenticators (RFC 6238: SHA-1, six digits, half minutes), as every such app makes them.
import { createHmac, randomBytes } from 'node:crypto'
import { same } from '../platform/secrets.ts'

const STEP_SECONDS = 30
/** Clocks of telephones are off by seconds, and typing takes some: one step to either side. */
const DRIFT_STEPS = 1
/** As RFC 4226 recommends. */
const SECRET_BYTES = 20
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** A new secret, in base32 as apps take it. */
export function newTotpSecret(): string {
  return toBase32(randomBytes(SECRET_BYTES))
}

export function toBase32(bytes: Uint8Array): string {
  let [bits, held, text] = [0, 0, '']
  for (const byte of bytes) {
    bits = (bits << 8) | byte
    held += 8
    while (held >= 5) {
      held -= 5
      text += BASE32[(bits >> held) & 31]
    }
    bits &= (1 << held) - 1
  }
  return held > 0 ? text + BASE32[(bits << (5 - held)) & 31] : text
}

export function fromBase32(text: string): Buffer {
  let [bits, held] = [0, 0]
  const bytes: number[] = []
  for (const sign of text) {
    bits = (bits << 5) | BASE32.indexOf(sign)
    held += 5
    if (held < 8) continue
    held -= 8
    bytes.push((bits >> held) & 255)
    bits &= (1 << held) - 1
  }
  return Buffer.from(bytes)
}

export const stepAt = (now: Date) => Math.floor(now.getTime() / 1000 / STEP_SECONDS)

/** The code of one half minute. */
export function totpCode(secret: string, step: number, digits = 6): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const digest = createHmac('sha1', fromBase32(secret)).update(counter).digest()
  const number = digest.readUInt32BE((digest.at(-1) ?? 0) & 15) & 0x7fffffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

/** The half minute whose code this is, near enough to now and later than `after`; null when there is none. */
export function stepOfCode(secret: string, code: string, now: Date, after: number): number | null {
  const current = stepAt(now)
  let found: number | null = null
  // Every one is looked at, so that how long it takes tells nothing.
  for (let step = current - DRIFT_STEPS; step <= current + DRIFT_STEPS; step++)
    if (same(totpCode(secret, step), code) && step > after) found ??= step
  return found
}

/** What an authenticator reads from the picture. */
export function totpUri(secret: string, { issuer, account }: { issuer: string; account: string }): string {
  const plain = encodeURIComponent(issuer.replaceAll(':', ' '))
  return `otpauth://totp/${plain}:${encodeURIComponent(account)}?secret=${secret}&issuer=${plain}&algorithm=SHA1&digits=6&period=30`
}
