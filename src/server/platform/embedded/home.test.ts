import { expect, test } from 'vitest'
import { runFolders } from './home.ts'

test('[S9] a socket stands beside the data as long as its path fits, and in the temporary folder otherwise', () => {
  // 107 bytes is the kernel's limit on Linux; a letter may take two.
  const beside = (root: string) => runFolders(root, 'abc').includes(`${root}/run`)
  const rest = '/run/.s.PGSQL.5432'.length
  const longest = (process.platform === 'darwin' ? 103 : 107) - rest
  expect(beside(`/${'d'.repeat(longest - 1)}`)).toBe(true)
  expect(beside(`/${'d'.repeat(longest)}`)).toBe(false)
  expect(beside(`/${'ü'.repeat(longest / 2 + 1)}`)).toBe(false)
  expect(runFolders(`/${'d'.repeat(300)}`, 'abc').length).toBeGreaterThan(0)
})
