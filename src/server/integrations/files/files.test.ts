// The contract of a store of files, held by each of them.
import { randomBytes, randomUUID } from 'node:crypto'
import { readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderForThisTest } from '../../../../test/folder.ts'
import { folderFiles } from './folder.ts'
import type { FileStore } from './port.ts'

const STORES: readonly (readonly [string, () => Promise<FileStore>])[] = [
  ['folder', async () => folderFiles(join(await folderForThisTest(), 'deep', 'files'))],
]

describe.each(STORES)('[FI8] a store of files: %s', (_, open) => {
  test('gives back what was put, and the newest of it', async () => {
    const store = await open()
    const id = randomUUID()
    expect(await store.get(id)).toBeNull()
    expect(await store.ids()).toEqual([])
    for (const bytes of [randomBytes(3_000_000), Buffer.alloc(0), randomBytes(10)]) {
      await store.put(id, bytes)
      expect((await store.get(id))?.equals(bytes)).toBe(true)
    }
    expect(await store.ids()).toEqual([id])
  })

  test('forgets what was removed, also twice', async () => {
    const store = await open()
    const [one, other] = [randomUUID(), randomUUID()]
    await store.put(one, randomBytes(10))
    await store.put(other, randomBytes(10))
    await store.remove(one)
    await store.remove(one)
    expect(await store.get(one)).toBeNull()
    expect(await store.ids()).toEqual([other])
  })

  test('is of whoever asks first, and of nobody else', async () => {
    const store = await open()
    expect([await store.claim('one'), await store.claim('other'), await store.claim('one')]).toEqual([
      true,
      false,
      true,
    ])
    expect(await store.ids()).toEqual([])
  })

  test('takes no name that leads out of it', async () => {
    const store = await open()
    for (const id of ['../key', '..', '', `${randomUUID()}/../x`]) {
      await expect((async () => store.put(id, Buffer.from('x')))()).rejects.toThrow()
      await expect((async () => store.get(id))()).rejects.toThrow()
    }
  })
})

test('[FI8] what was not put whole can be removed', async () => {
  const folder = join(await folderForThisTest(), 'files')
  const store = folderFiles(folder)
  const [whole, cut] = [randomUUID(), randomUUID()]
  await store.put(whole, randomBytes(10))
  await writeFile(join(folder, `${cut}.unfinished`), 'x')
  expect((await store.ids()).sort()).toEqual([whole, cut].sort())
  await store.remove(cut)
  expect(await readdir(folder)).toEqual([whole])
})

test('[FI8] a folder is for this account alone', async () => {
  const folder = join(await folderForThisTest(), 'files')
  await folderFiles(folder).put(randomUUID(), randomBytes(10))
  const [name = ''] = await readdir(folder)
  expect([(await stat(folder)).mode & 0o777, (await stat(join(folder, name))).mode & 0o777]).toEqual([0o700, 0o600])
})
