// Sealing what must be read again but must not lie open in the database (AES-256-GCM). The key stands in a file of its
// own, so that a copy of the database alone opens nothing.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { StartProblem } from './embedded/problem.ts'

export interface Seal {
  close(text: string): string
  /** Null when another key closed it, or it is damaged. */
  open(sealed: string): string | null
}

/** Of a key of AES-256. */
export const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

export function openSeal(key: Buffer): Seal {
  return {
    close: (text) => closeBytes(key, Buffer.from(text, 'utf8')).toString('base64url'),
    open: (sealed) => openBytes(key, Buffer.from(sealed, 'base64url'))?.toString('utf8') ?? null,
  }
}

/** `bytes` closed by `key` (32 bytes). */
export function closeBytes(key: Buffer, bytes: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const body = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** Null when another key closed them, or they are damaged. */
export function openBytes(key: Buffer, closed: Buffer): Buffer | null {
  const [bodyAt, tag] = [NONCE_BYTES + TAG_BYTES, closed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)]
  if (tag.length < TAG_BYTES) return null
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, closed.subarray(0, NONCE_BYTES))
    decipher.setAuthTag(tag)
    return Buffer.concat([decipher.update(closed.subarray(bodyAt)), decipher.final()])
  } catch {
    return null
  }
}

/** The key in `file`, made there on the first start for this account alone. Throws `StartProblem` when it holds none. */
export async function keyIn(file: string): Promise<Buffer> {
  await mkdir(dirname(file), { recursive: true })
  // Two that start at once agree on the first's.
  await writeFile(file, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx' }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    },
  )
  const key = Buffer.from((await readFile(file, 'utf8')).trim(), 'base64')
  if (key.length !== KEY_BYTES)
    throw new StartProblem(`${file} does not hold a key (32 bytes in base64). Bring the right file back from a backup.`)
  return key
}
