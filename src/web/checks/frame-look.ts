// One picture in figures, from its pixels. Keeps no picture.
import type { FrameLook } from './camera.ts'

/** Pixels as a canvas gives them: red, green, blue, opacity, 0 to 255 each. */
export interface Pixels {
  readonly data: ArrayLike<number>
  readonly width: number
  readonly height: number
}

/** Where a face is in a picture of a person who sits before the camera: shares of the width and height. */
const MIDDLE = { left: 0.3, right: 0.7, top: 0.2, bottom: 0.7 }
/** The edges: the sides, and the top between them. The bottom is the person's own clothes. */
const EDGE = { side: 0.18, top: 0.15 }

/** `small` is the whole picture made small; `crop` a piece of it as large as it came, where the camera's grain is. */
export function lookAt(small: Pixels, crop: Pixels): FrameLook {
  const { width, height } = small
  const middle: number[] = []
  let sum = 0
  let squares = 0
  let edges = 0
  let edgeCount = 0
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const value = lumaAt(small.data, (y * width + x) * 4)
      sum += value
      squares += value * value
      const across = (x + 0.5) / width
      const down = (y + 0.5) / height
      if (across > MIDDLE.left && across < MIDDLE.right && down > MIDDLE.top && down < MIDDLE.bottom) middle.push(value)
      if (across < EDGE.side || across > 1 - EDGE.side || down < EDGE.top) {
        edges += value
        edgeCount++
      }
    }
  }
  const count = Math.max(1, width * height)
  const brightness = sum / count
  middle.sort((a, b) => a - b)
  return {
    brightness,
    spread: Math.sqrt(Math.max(0, squares / count - brightness * brightness)),
    middle: middle[Math.floor(middle.length * 0.75)] ?? brightness,
    edges: edges / Math.max(1, edgeCount),
    // The grain in the middle, and whatever moves anywhere.
    print: printOf(crop.data) ^ printOf(small.data),
  }
}

/** ITU-R BT.709 weights. */
function lumaAt(data: ArrayLike<number>, at: number): number {
  return (0.2126 * (data[at] ?? 0) + 0.7152 * (data[at + 1] ?? 0) + 0.0722 * (data[at + 2] ?? 0)) / 255
}

/** FNV-1a over all values. */
function printOf(data: ArrayLike<number>): number {
  let print = 0x811c9dc5
  for (let i = 0; i < data.length; i++) print = Math.imul(print ^ (data[i] ?? 0), 0x01000193)
  return print >>> 0
}
