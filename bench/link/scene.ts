// Draws what the fake camera and microphone give: a head that moves before a textured wall with a camera's noise, and a
// voice-like tone. Real pictures cost real bits; the browser's own test picture costs next to none and flatters everybody.
import { closeSync, existsSync, openSync, renameSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const FPS = 30
const FRAMES = 60

/** Repeatable noise, 0 to 1. */
function noise(seed: number) {
  let state = seed >>> 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 4_294_967_296
  }
}

/** A field of smooth blotches, values about 0 to 1. */
function texture(width: number, height: number, cell: number, seed: number): Float32Array {
  const random = noise(seed)
  const columns = Math.ceil(width / cell) + 2
  const points = Float32Array.from({ length: columns * (Math.ceil(height / cell) + 2) }, random)
  const field = new Float32Array(width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [column, row] = [Math.floor(x / cell), Math.floor(y / cell)]
      const [u, v] = [x / cell - column, y / cell - row]
      const at = (c: number, r: number) => points[(row + r) * columns + column + c] as number
      field[y * width + x] = (at(0, 0) * (1 - u) + at(1, 0) * u) * (1 - v) + (at(0, 1) * (1 - u) + at(1, 1) * u) * v
    }
  return field
}

/** Two seconds that repeat without a seam, as a Y4M file; made once. Returns its path. */
export function sceneFile(width: number, height: number): string {
  const path = join(tmpdir(), `bedside-scene-${width}x${height}.y4m`)
  if (existsSync(path)) return path
  const wall = texture(width, height, 48, 7)
  const weave = texture(width, height, 5, 11)
  const skin = texture(width, height, 24, 13)
  const random = noise(17)
  const grain = Int8Array.from({ length: 65_536 }, () => Math.round((random() + random() - 1) * 4))
  const file = openSync(`${path}.part`, 'w')
  writeSync(file, `YUV4MPEG2 W${width} H${height} F${FPS}:1 Ip A1:1 C420jpeg\n`)
  const chroma = Buffer.alloc((width * height) / 2, 128)
  const luma = Buffer.alloc(width * height)
  for (let frame = 0; frame < FRAMES; frame++) {
    const turn = (frame / FRAMES) * Math.PI * 2
    const centreX = width / 2 + Math.sin(turn) * width * 0.12
    const centreY = height * 0.5 + Math.sin(turn * 2) * height * 0.05
    const [radiusX, radiusY] = [height * 0.24, height * 0.34]
    let dust = Math.floor(random() * 65_536)
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const i = y * width + x
        const [dx, dy] = [(x - centreX) / radiusX, (y - centreY) / radiusY]
        const head = dx * dx + dy * dy < 1
        const shifted = Math.max(0, Math.min(width - 1, Math.round(x - centreX + width / 2))) + y * width
        const value = head
          ? 130 + (skin[shifted] as number) * 70 + (weave[shifted] as number) * 14
          : 60 + (wall[i] as number) * 60 + (weave[i] as number) * 24
        dust = (dust + 1) & 65_535
        luma[i] = Math.max(16, Math.min(235, value + (grain[dust] as number)))
      }
    writeSync(file, 'FRAME\n')
    writeSync(file, luma)
    writeSync(file, chroma)
  }
  closeSync(file)
  renameSync(`${path}.part`, path)
  return path
}

/** Ten seconds of a voice-like tone: harmonics of 140 Hz in syllables, four a second. Returns the WAV's path. */
export function voiceFile(): string {
  const path = join(tmpdir(), 'bedside-voice.wav')
  if (existsSync(path)) return path
  const [rate, seconds] = [48_000, 10]
  const data = Buffer.alloc(rate * seconds * 2)
  for (let i = 0; i < rate * seconds; i++) {
    const t = i / rate
    const syllable = Math.max(0, Math.sin(2 * Math.PI * 4 * t)) * (0.6 + 0.4 * Math.sin(2 * Math.PI * 0.7 * t))
    let value = 0
    for (let harmonic = 1; harmonic <= 12; harmonic++)
      value += Math.sin(2 * Math.PI * (140 + 15 * Math.sin(t * 3)) * harmonic * t) / harmonic
    data.writeInt16LE(Math.round(value * syllable * 6000), i * 2)
  }
  const header = Buffer.alloc(44)
  header.write('RIFF', 0)
  header.writeUInt32LE(36 + data.length, 4)
  header.write('WAVEfmt ', 8)
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(rate, 24)
  header.writeUInt32LE(rate * 2, 28)
  header.writeUInt16LE(2, 32)
  header.writeUInt16LE(16, 34)
  header.write('data', 36)
  header.writeUInt32LE(data.length, 40)
  writeFileSync(`${path}.part`, Buffer.concat([header, data]))
  renameSync(`${path}.part`, path)
  return path
}
