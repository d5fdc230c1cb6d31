// A link as the square that a phone's camera reads (a QR code), as one path: sharp at every size and on paper.
import { create } from 'qrcode'

export interface Square {
  /** Of a viewBox with `size` units a side, quiet edge included. */
  readonly path: string
  readonly size: number
}

/** What the norm asks for around the code, in its own units. */
const QUIET = 4

/** A quarter of it may be dirty, folded or torn. */
export function drawSquare(text: string): Square {
  const { modules } = create(text, { errorCorrectionLevel: 'Q' })
  const { size, data } = modules
  const rows = Array.from({ length: size }, (_, y) => rowPath(data.subarray(y * size, (y + 1) * size), y))
  return { path: rows.join(''), size: size + 2 * QUIET }
}

/** One line of it: neighbours in one stroke, so that no seam shows between them. */
function rowPath(row: Uint8Array, y: number): string {
  let path = ''
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue
    let length = 1
    while (row[x + length]) length++
    path += `M${x + QUIET} ${y + QUIET}h${length}v1h-${length}z`
    x += length
  }
  return path
}
