// A moving picture and a spoken sentence, made once on this machine: what the browsers' fake camera and microphone play.
// Kept apart from the folders of test runs, which the next run clears away.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface MediaFiles {
  /** Y4M, 640x480, 15 frames a second, with a counter in the picture. */
  readonly picture: string
  /** WAV, mono, 48 kHz, speech. */
  readonly speech: string
}

const FOLDER = join(tmpdir(), 'bedside-spoken-and-drawn')

export function mediaFiles(): MediaFiles {
  mkdirSync(FOLDER, { recursive: true })
  const picture = made('picture.y4m', (file) =>
    execFileSync('ffmpeg', [
      '-y',
      '-loglevel',
      'error',
      '-f',
      'lavfi',
      '-i',
      'testsrc=size=640x480:rate=15',
      '-t',
      '4',
      '-pix_fmt',
      'yuv420p',
      '-f',
      'yuv4mpegpipe',
      file,
    ]),
  )
  const speech = made('speech.wav', (file) => {
    const spoken = `${file}.raw.wav`
    execFileSync('espeak-ng', [
      '-v',
      'en-gb',
      '-w',
      spoken,
      'Good morning. Please show me how you walk to the window and back.',
    ])
    execFileSync('ffmpeg', ['-y', '-loglevel', 'error', '-i', spoken, '-ar', '48000', '-ac', '1', '-f', 'wav', file])
  })
  return { picture, speech }
}

/** Makes a file beside its final name first: a broken run leaves nothing that looks finished. */
function made(name: string, make: (file: string) => void): string {
  const file = join(FOLDER, name)
  if (existsSync(file)) return file
  const part = `${file}.${process.pid}.part`
  make(part)
  renameSync(part, file)
  return file
}
