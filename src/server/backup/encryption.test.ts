import { randomBytes } from 'node:crypto'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { folderForThisTest } from '../../../test/folder.ts'
import { emptyDatabase, freshDatabase } from '../../../test/fresh-database.ts'
import { folderFiles } from '../integrations/files/folder.ts'
import { encryptFor, makeIdentity, opened } from './encryption.ts'
import { BackupProblem } from './format.ts'
import { restore } from './restore.ts'
import { save } from './save.ts'

const NOW = new Date('2026-06-02T12:00:00Z')
const KEY = randomBytes(32).toString('base64')

const inPieces = (whole: Buffer, size: number) =>
  Readable.from(
    Array.from({ length: Math.ceil(whole.length / size) }, (_, at) => whole.subarray(at * size, (at + 1) * size)),
  )

const encrypted = (plain: Buffer, recipients: readonly string[]) =>
  buffer(encryptFor(recipients)(inPieces(plain, 60_000)))
const open = (backup: Buffer, identity: string | null, size = 1000) => buffer(opened(inPieces(backup, size), identity))

async function identities() {
  const folder = await folderForThisTest()
  const files = [join(folder, 'one'), join(folder, 'other')] as const
  return { folder, files, recipients: [await makeIdentity(files[0]), await makeIdentity(files[1])] as const }
}

test('[BK7] an encrypted backup shows nothing of what it holds, and is put back with the identity', async () => {
  const { folder, files, recipients } = await identities()
  const photos = folderFiles(join(folder, 'photos'))
  const from = await freshDatabase()
  const plain = await buffer(save(from.url, NOW, KEY, photos))
  await from.drop()
  const backup = await encrypted(plain, [recipients[0]])
  expect(plain.includes(KEY)).toBe(true)
  for (const trace of [KEY, 'bedside-backup', 'audit_head']) expect(backup.includes(trace)).toBe(false)
  const database = await emptyDatabase()
  const { key } = await restore(database.url, opened(inPieces(backup, 777), files[0]), {
    overwrite: false,
    now: NOW,
    files: photos,
  })
  expect(key).toBe(KEY)
  await database.drop()
})

test('[BK7] every recipient opens it, and nobody else; what is not encrypted passes as it is', async () => {
  const { folder, files, recipients } = await identities()
  const plain = randomBytes(300_000)
  const both = await encrypted(plain, recipients)
  for (const file of files) expect((await open(both, file)).equals(plain)).toBe(true)
  const one = await encrypted(plain, [recipients[0]])
  await expect(open(one, files[1])).rejects.toThrow('does not open this backup')
  await expect(open(one, null)).rejects.toThrow('--identity')
  await expect(open(one, join(folder, 'none'))).rejects.toThrow('cannot be read')
  await writeFile(join(folder, 'empty'), '# nothing\n')
  await expect(open(one, join(folder, 'empty'))).rejects.toThrow('no identity')
  for (const size of [1, 7, 100_000]) expect((await open(plain.subarray(0, 3000), null, size)).length).toBe(3000)
  expect(await open(Buffer.alloc(0), null)).toHaveLength(0)
})

test('[BK7] one that was changed or is cut off is refused', async () => {
  const { files, recipients } = await identities()
  const backup = await encrypted(randomBytes(200_000), [recipients[0]])
  const changed = Buffer.from(backup)
  changed[150_000] = (changed[150_000] ?? 0) ^ 1
  for (const broken of [changed, backup.subarray(0, 150_000), backup.subarray(0, backup.length - 1)])
    await expect(open(broken, files[0])).rejects.toThrow(BackupProblem)
})

test('[BK7] an identity is its owner’s alone, and takes no other one’s place', async () => {
  const { files, recipients } = await identities()
  expect((await stat(files[0])).mode & 0o777).toBe(0o600)
  const content = await readFile(files[0], 'utf8')
  expect(content).toContain(recipients[0])
  await expect(makeIdentity(files[0])).rejects.toThrow('EEXIST')
  expect(await readFile(files[0], 'utf8')).toBe(content)
  expect(() => encryptFor(['age1nothing'])).toThrow(BackupProblem)
})
