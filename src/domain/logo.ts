// What a logo may be: a PNG or a JPEG, recognised by its bytes and not by its name. SVG is refused, because it can carry a
// program.

export const LARGEST_LOGO = 100_000

export type LogoType = 'image/png' | 'image/jpeg'

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const JPEG = [0xff, 0xd8, 0xff]

/** Null: neither, or too large. */
export function logoType(bytes: Uint8Array): LogoType | null {
  const begins = (mark: readonly number[]) => mark.every((byte, at) => bytes[at] === byte)
  if (bytes.length > LARGEST_LOGO) return null
  if (begins(PNG)) return 'image/png'
  return begins(JPEG) ? 'image/jpeg' : null
}
