// A text as a QR code that a page can draw by itself: one path of dark squares.
import { create } from 'qrcode'

export function qrPath(text: string): { size: number; path: string } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const { size } = modules
  let path = ''
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const begin = x
      while (x < size && modules.get(y, x)) x++
      if (x > begin) path += `M${begin} ${y}h${x - begin}v1h${begin - x}z`
    }
  return { size, path }
}
