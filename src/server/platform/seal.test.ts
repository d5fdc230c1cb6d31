import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { StartProblem } from './embedded/problem.ts'
import { keyIn, openSeal } from './seal.ts'

const link = 'https://video.example.org/staff/invitation#secret'

test('[OB4] what is sealed is opened by the same key alone, and never twice looks the same', () => {
  const key = randomBytes(32)
  const seal = openSeal(key)
  const sealed = seal.close(link)
  expect(sealed).not.toContain('secret')
  expect(seal.close(link)).not.toBe(sealed)
  expect(openSeal(key).open(sealed)).toBe(link)
  expect(openSeal(randomBytes(32)).open(sealed)).toBeNull()
  expect(seal.open(`${sealed.slice(0, -2)}AA`)).toBeNull()
  expect(seal.open('')).toBeNull()
})

test('[OB4] the key is made once, for this account alone, and a file that holds none stops the start', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bedside-key-'))
  const file = join(folder, 'new', 'key')
  const [one, other] = await Promise.all([keyIn(file), keyIn(file)])
  expect(one.equals(other)).toBe(true)
  expect((await keyIn(file)).equals(one)).toBe(true)
  if (process.platform !== 'win32') expect((await stat(file)).mode & 0o077).toBe(0)
  expect(await readFile(file, 'utf8')).toContain(one.toString('base64'))
  await writeFile(join(folder, 'other'), 'hello')
  await expect(keyIn(join(folder, 'other'))).rejects.toThrow(StartProblem)
  await rm(folder, { recursive: true })
})
