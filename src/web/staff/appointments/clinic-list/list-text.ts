// The text of a file that another program wrote, whatever encoding it chose.

/** UTF-16 without a mark at its beginning: in plain text nearly every second byte is empty. */
function emptyHalf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const some = bytes.subarray(0, 2000)
  const empty = [0, 0]
  for (const [at, byte] of some.entries()) if (byte === 0) empty[at % 2] = (empty[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = empty
  if (odd > some.length / 4 && even < odd / 8) return 'utf-16le'
  return even > some.length / 4 && odd < even / 8 ? 'utf-16be' : null
}

/** Null where it is no text: a workbook, a picture, a PDF. */
export function listText(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  const wide =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : emptyHalf(bytes)
  if (wide) return new TextDecoder(wide).decode(bytes)
  if (bytes.includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Control characters stand in no list: whatever has them is no text in any of these encodings.
    if (bytes.some((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d].includes(byte))) return null
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
