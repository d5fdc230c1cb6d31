// Random secrets and their fingerprints. Cookies hold the secret, the database only its SHA-256.
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** 32 random bytes, URL-safe. */
export const newSecret = () => randomBytes(32).toString('base64url')

/** SHA-256, hex. Right for random secrets; never for passwords. */
export const fingerprint = (secret: string) => createHash('sha256').update(secret).digest('hex')

/** A value that only holders of `root` can make, for one `purpose`; URL-safe, `length` characters. */
export const derive = (root: string, purpose: string, length = 32) =>
  createHmac('sha256', root).update(purpose).digest('base64url').replace(/[-_]/g, 'x').slice(0, length)

export function same(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)]
  return x.length === y.length && timingSafeEqual(x, y)
}
