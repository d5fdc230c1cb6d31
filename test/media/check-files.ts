// Pictures and sounds that a camera and a microphone might give on a good and on a bad day, made once on this machine for
// the browser's fake devices.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const FOLDER = join(tmpdir(), 'bedside-checked-equipment')

/** A camera's grain. */
const GRAIN = 'noise=alls=6:allf=t'
/** A light head and shoulders on a lighter wall; `person` and `wall` are brightnesses, 0 to 255. */
const person = (size: string, face: number, wall: number) =>
  `color=c=0x${hex(wall)}:s=${size}:r=20,drawbox=x=iw*0.3:y=ih*0.2:w=iw*0.4:h=ih*0.8:color=0x${hex(face)}:t=fill,drawbox=x=iw*0.1:y=ih*0.05:w=iw*0.1:h=ih*0.3:color=0x${hex(wall * 0.8)}:t=fill`
const hex = (value: number) => Math.round(value).toString(16).padStart(2, '0').repeat(3)

const PICTURES = {
  'lines-480': `${person('640x480', 150, 190)},${GRAIN}`,
  'lines-720': `${person('1280x720', 150, 190)},${GRAIN}`,
  'lines-1080': `${person('1920x1080', 150, 190)},${GRAIN}`,
  dark: `${person('640x480', 40, 20)},${GRAIN}`,
  'light-behind': `${person('640x480', 20, 235)},${GRAIN}`,
  covered: `color=c=0x0a0606:s=640x480:r=20,${GRAIN}`,
  frozen: person('640x480', 150, 190),
} as const
export type PictureName = keyof typeof PICTURES

/** One second of sound and three of quiet, over and over: a person who says a word now and then. */
const SPOKEN = '0.12*sin(2*PI*180*t)*sin(2*PI*3*t)*lt(mod(t\\,1.2)\\,0.6)'
const SOUNDS = {
  voice: `aevalsrc=exprs='${SPOKEN}+0.0003*random(0)':s=48000`,
  silent: 'anullsrc=r=48000:cl=mono',
  clipping: `aevalsrc=exprs='clip(20*(${SPOKEN})\\,-1\\,1)':s=48000`,
  noisy: `aevalsrc=exprs='${SPOKEN}+0.06*(random(0)-0.5)':s=48000`,
} as const
export type SoundName = keyof typeof SOUNDS

/** Motion JPEG: a whole second of 1080 lines is no larger than a photograph. */
export const pictureFile = (name: PictureName): string =>
  made(`${name}.mjpeg`, ['-i', PICTURES[name], '-t', '3', '-c:v', 'mjpeg', '-q:v', '3', '-f', 'mjpeg'])

export const soundFile = (name: SoundName): string =>
  made(`${name}.wav`, ['-i', SOUNDS[name], '-t', '6', '-ac', '1', '-c:a', 'pcm_s16le', '-f', 'wav'])

/** Made beside its final name first: a broken run leaves nothing that looks finished. */
function made(name: string, how: readonly string[]): string {
  mkdirSync(FOLDER, { recursive: true })
  const file = join(FOLDER, name)
  if (existsSync(file)) return file
  const part = `${file}.${process.pid}.part`
  execFileSync('ffmpeg', ['-y', '-loglevel', 'error', '-f', 'lavfi', ...how, part])
  renameSync(part, file)
  return file
}
