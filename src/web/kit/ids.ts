// Random names this page makes: for itself, and for messages. Works without a secure context too.

function randomBytes(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count))
}

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** A version 4 UUID (RFC 9562). */
export function newId(): string {
  const bytes = randomBytes(16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** Eight hexadecimal digits: the name of a thing in a short list. */
export function newShortId(): string {
  return hex(randomBytes(4))
}

/** The name of this open page; kept in memory only, so that a reload is a new page. */
export function newPageId(): string {
  return hex(randomBytes(16))
}
