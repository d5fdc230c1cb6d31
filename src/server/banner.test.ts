import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folderForThisTest } from '../../test/folder.ts'
import { showBanner } from './banner.ts'

test('[S29] a data folder that cannot be written stops no start: the log says where to begin could not stand', async () => {
  const file = join(await folderForThisTest(), 'a-file')
  await writeFile(file, '')
  const lines: string[] = []
  const log = {
    info: (words: string) => void lines.push(words),
    warn: (words: string) => void lines.push(words),
    error() {},
  }
  const terminal = { isTTY: false } as NodeJS.WriteStream
  await showBanner('Begin here: a link that lets in', { dataFolder: join(file, 'data'), terminal, log })
  expect(lines).toEqual(['Bedside is running', expect.stringContaining('where to begin cannot be written')])
  expect(lines.join()).not.toContain('lets in')
})
