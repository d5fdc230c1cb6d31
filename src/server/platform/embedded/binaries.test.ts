import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import { findBinaries, reachableCopy, restoreLinks } from './binaries.ts'

const run = promisify(execFile)
const nobody = { uid: 65534, gid: 65534 }

async function closedFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bedside-binaries-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

describe("the database's programs", () => {
  test('are those that npm brought', async () => {
    const { postgres } = await findBinaries(null, () => {})
    expect((await run(postgres, ['--version'])).stdout).toContain('PostgreSQL) 15.')
  })

  test.runIf(process.getuid?.() === 0)(
    '[S8] are copied once to where an account without rights can run them',
    async () => {
      const { postgres } = await findBinaries(null, () => {})
      const source = dirname(dirname(dirname(postgres)))
      const hidden = join(await closedFolder(), `hidden-${process.pid}`)
      await cp(source, hidden, { recursive: true, verbatimSymlinks: true })
      await expect(run(join(hidden, 'native/bin/postgres'), ['--version'], { ...nobody, cwd: '/' })).rejects.toThrow(
        'EACCES',
      )
      const lines: string[] = []
      const copy = await reachableCopy(hidden, nobody, (line) => lines.push(line))
      onTestFinished(() => rm(copy, { recursive: true, force: true }))
      expect((await run(join(copy, 'native/bin/postgres'), ['--version'], { ...nobody, cwd: '/' })).stdout).toContain(
        '15.',
      )
      expect(await reachableCopy(hidden, nobody, (line) => lines.push(line))).toBe(copy)
      expect(lines).toHaveLength(1)
      expect(basename(copy)).toContain('15.18')
    },
  )

  test('are linked as they should be, also where npm ran no install scripts', async () => {
    const home = await closedFolder()
    await mkdir(join(home, 'native/lib'), { recursive: true })
    await writeFile(join(home, 'native/lib/libpq.so.5.15'), 'a library')
    const listed = [
      { source: 'native/lib/libpq.so.5.15', target: 'native/lib/libpq.so.5' },
      { source: 'native/lib/libpq.so.5.15', target: 'native/lib/libpq.so' },
    ]
    await writeFile(join(home, 'native/pg-symlinks.json'), JSON.stringify(listed))
    await symlink('libpq.so.5.15', join(home, 'native/lib/libpq.so'))
    await restoreLinks(home)
    expect((await run('cat', [join(home, 'native/lib/libpq.so.5')])).stdout).toBe('a library')
  })
})
