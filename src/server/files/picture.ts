// Writes a picture anew: only what is seen stays of it. What it is, its content says, never a name.
import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { PICTURE_MOST_PIXELS, PICTURE_MOST_PX } from '#domain/file'
import { Problem } from '#domain/problem'

export interface Picture {
  readonly bytes: Buffer
  readonly width: number
  readonly height: number
}

const TAKEN: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp'])
const HEIC = /^image\/(heic|heif|avif)/
const MOST_SECONDS = 20

// Nothing else is ever decoded: a drawing or a document is a program of a kind.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'] })
sharp.cache(false)

/**
 * The picture as a JPEG, upright, without place, time, camera and name. Throws `file/not-a-picture`, `file/heic`. One at a
 * time: a large one takes memory.
 */
export function openPictures(): (bytes: Buffer) => Promise<Picture> {
  let last: Promise<unknown> = Promise.resolve()
  return (bytes) => {
    const mine = last.then(() => rewritten(bytes))
    last = mine.catch(() => {})
    return mine
  }
}

async function rewritten(bytes: Buffer): Promise<Picture> {
  const type = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime ?? ''
  if (HEIC.test(type)) throw new Problem('file/heic')
  if (!TAKEN.has(type)) throw new Problem('file/not-a-picture')
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: PICTURE_MOST_PIXELS, failOn: 'error' })
      .timeout({ seconds: MOST_SECONDS })
      .autoOrient()
      .resize(PICTURE_MOST_PX, PICTURE_MOST_PX, { fit: 'inside', withoutEnlargement: true })
      // What can be seen through is drawn on paper.
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 88 })
      .toBuffer({ resolveWithObject: true })
    return { bytes: data, width: info.width, height: info.height }
  } catch {
    throw new Problem('file/not-a-picture')
  }
}
