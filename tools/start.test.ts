// The launchers in a folder that is laid out like the project, with a small program in the place of the product.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bedside-start-'))
  for (const name of ['start', 'operate', 'built', 'stamp', 'compress'])
    cpSync(`tools/${name}.mjs`, join(folder, `tools/${name}.mjs`))
  put('src/server/main.ts', 'one')
  for (const name of ['package-lock.json', 'tsconfig.base.json', 'tsconfig.server.json', 'vite.config.ts'])
    put(name, '')
  put('package.json', JSON.stringify({ scripts: { build: 'node build.mjs && node tools/stamp.mjs' } }))
  put(
    'build.mjs',
    `import { mkdirSync, writeFileSync } from 'node:fs'
    console.log('built')
    mkdirSync('dist/server', { recursive: true })
    for (const name of ['main', 'operate'])
      writeFileSync('dist/server/' + name + '.js', 'console.log("' + name + '", process.argv.slice(2).join())')`,
  )
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function put(name: string, content: string) {
  mkdirSync(join(folder, name, '..'), { recursive: true })
  writeFileSync(join(folder, name), content)
}

function run(launcher: string, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`tools/${launcher}.mjs`, ...words], {
    cwd: folder,
    encoding: 'utf8',
  })
  return { status, said: stdout.trim().split('\n'), complained: stderr }
}

test('[RUN2] a start builds what is not built, and nothing twice', () => {
  expect(run('start').said).toEqual(['built', 'main'])
  expect(run('start', '--lan').said).toEqual(['main --lan'])
  put('src/server/main.test.ts', 'a test is no source of the build')
  expect(run('start').said).toEqual(['main'])
})

test.each([
  ['a changed source', () => put('src/server/main.ts', 'two')],
  ['a new source', () => put('src/web/new.css', '')],
  ['a removed source', () => rmSync(join(folder, 'src/server/main.ts'))],
  ['other packages', () => put('package-lock.json', '{}')],
])('[RUN2] a start builds again after %s', (_, change) => {
  run('start')
  change()
  expect(run('start').said).toEqual(['built', 'main'])
  expect(run('start').said).toEqual(['main'])
})

test('[RUN2] a build that fails starts nothing', () => {
  run('start')
  put('src/server/main.ts', 'two')
  put('build.mjs', 'process.exit(3)')
  expect(run('start')).toMatchObject({ status: 3, said: [''] })
})

test('[RUN1] a command runs what is built, also when the sources have changed, and writes nothing', () => {
  run('start')
  put('src/server/main.ts', 'two')
  const before = readdirSync(folder, { recursive: true }).sort()
  expect(run('operate', 'backup', 'a file')).toEqual({ status: 0, said: ['operate backup,a file'], complained: '' })
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual(before)
})

test('[RUN1] a command without a build says what to type', () => {
  const { status, said, complained } = run('operate', 'backup')
  expect([status, said]).toEqual([1, ['']])
  expect(complained).toMatch(/^Nothing was done: Bedside is not built yet\. .*npm ci && npm run build\n$/)
})
