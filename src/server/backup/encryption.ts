// Backups that only the holder of an identity can read: the format of age (age-encryption.org/v1), which the program of
// that name reads as well. Whoever makes a backup needs the recipient alone, which is no secret.
import { readFile, writeFile } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { BackupProblem } from './format.ts'

const HEADER = Buffer.from('age-encryption.org/v1\n')

/** A step of a pipeline. Throws `BackupProblem` for what is no recipient, before anything is read. */
export function encryptFor(
  recipients: readonly string[],
): (plain: AsyncIterable<Buffer>) => AsyncGenerator<Uint8Array> {
  const encrypter = new Encrypter()
  for (const recipient of recipients) {
    try {
      encrypter.addRecipient(recipient)
    } catch {
      throw new BackupProblem(`BEDSIDE_BACKUP_RECIPIENT: ${recipient} is no recipient of age.`)
    }
  }
  return async function* encrypt(plain) {
    const encrypted: ReadableStream<Uint8Array> = await encrypter.encrypt(streamOf(plain))
    yield* encrypted as unknown as AsyncIterable<Uint8Array>
  }
}

/** What a backup holds, whether it is encrypted or not. `identityFile`: what opens it, where it is. */
export async function* opened(source: Readable, identityFile: string | null): AsyncGenerator<Buffer> {
  const chunks = source[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  let begin = Buffer.alloc(0)
  while (begin.length < HEADER.length) {
    const { value, done } = await chunks.next()
    if (done) break
    begin = Buffer.concat([begin, value])
  }
  async function* whole(): AsyncGenerator<Buffer> {
    if (begin.length > 0) yield begin
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value
  }
  if (!begin.subarray(0, HEADER.length).equals(HEADER)) {
    yield* whole()
    return
  }
  const decrypter = new Decrypter()
  for (const identity of await identitiesIn(identityFile)) decrypter.addIdentity(identity)
  try {
    const plain: ReadableStream<Uint8Array> = await decrypter.decrypt(streamOf(whole()))
    for await (const piece of plain as unknown as AsyncIterable<Uint8Array>) yield Buffer.from(piece)
  } catch {
    throw new BackupProblem('This identity does not open this backup, or the backup is not whole.')
  }
}

/** Makes an identity in `file`, which must not be there yet, and returns the recipient that belongs to it. */
export async function makeIdentity(file: string): Promise<string> {
  const identity = await generateX25519Identity()
  const recipient = await identityToRecipient(identity)
  try {
    await writeFile(file, `# recipient: ${recipient}\n${identity}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    throw new BackupProblem(`${file} cannot be written (${(error as NodeJS.ErrnoException).code}).`)
  }
  return recipient
}

async function identitiesIn(file: string | null): Promise<string[]> {
  if (file === null)
    throw new BackupProblem('This backup is encrypted. Say with --identity <file> where the identity is that opens it.')
  let content: string
  try {
    content = await readFile(file, 'utf8')
  } catch (error) {
    throw new BackupProblem(`${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`)
  }
  const found = content.split('\n').flatMap((line) => (line.startsWith('AGE-SECRET-KEY-') ? [line.trim()] : []))
  if (found.length === 0) throw new BackupProblem(`${file} holds no identity of age.`)
  return found
}

/** As a stream of the web, which the library takes; nothing is read before it asks. */
function streamOf(chunks: AsyncIterable<Buffer>): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { value, done } = await iterator.next()
        if (done) controller.close()
        else controller.enqueue(new Uint8Array(value))
      },
    },
    { highWaterMark: 0 },
  )
}
