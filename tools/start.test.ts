// The launchers in a folder that is laid out like the project, with a small program in the place of the product.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bedside-start-'))
  for (const name of ['start', 'operate', 'build', 'compress'])
    cpSync(`tools/${name}.mjs`, join(folder, `tools/${name}.mjs`))
  put('src/server/main.ts', 'one')
  put('src/web/main.tsx', 'one')
  put('src/contract/visit.ts', 'one')
  put('src/domain/visit.ts', 'one')
  for (const name of ['package-lock.json', 'tsconfig.base.json', 'tsconfig.server.json', 'vite.config.ts'])
    put(name, '')
  const scripts = { 'build:server': 'node build.mjs server', 'build:web': 'node build.mjs web' }
  put('package.json', JSON.stringify({ scripts }))
  put(
    'build.mjs',
    `import { mkdirSync, writeFileSync } from 'node:fs'
    const [part] = process.argv.slice(2)
    console.log('built ' + part)
    mkdirSync('dist/' + part, { recursive: true })
    for (const name of ['main', 'operate'])
      writeFileSync('dist/' + part + '/' + name + '.js', 'console.log("' + name + '", process.argv.slice(2).join())')`,
  )
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function put(name: string, content: string) {
  mkdirSync(join(folder, name, '..'), { recursive: true })
  writeFileSync(join(folder, name), content)
}

/** `node`: options of Node. */
function run(launcher: string, words: readonly string[] = [], node: readonly string[] = []) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...node, `tools/${launcher}.mjs`, ...words], {
    cwd: folder,
    encoding: 'utf8',
  })
  return { status, said: stdout.trim().split('\n'), complained: stderr }
}

/** What a start built, and then ran. */
const start = (words: readonly string[] = [], node: readonly string[] = []) => run('start', words, node).said.sort()

const ALL = ['built server', 'built web', 'main']

test('[RUN2] a start builds what is not built, and nothing twice', () => {
  expect(start()).toEqual(ALL)
  expect(start(['--lan'])).toEqual(['main --lan'])
  put('src/server/main.test.ts', 'a test is no source of the build')
  put('src/web/button.examples.tsx', 'nor is an example')
  expect(start()).toEqual(['main'])
})

test.each([
  ['the server', 'a changed source', ['built server', 'main'], () => put('src/server/main.ts', 'two')],
  ['the server', 'a removed source', ['built server', 'main'], () => rmSync(join(folder, 'src/server/main.ts'))],
  ['the pages', 'a new source', ['built web', 'main'], () => put('src/web/new.css', '')],
  ['both', 'a changed source of both', ALL, () => put('src/contract/visit.ts', 'two')],
  ['both', 'other packages', ALL, () => put('package-lock.json', '{}')],
])('[RUN2] a start builds %s again after %s', (_, __, expected, change) => {
  start()
  change()
  expect(start()).toEqual(expected)
  expect(start()).toEqual(['main'])
})

test('[RUN2] a start builds again with another version of Node', () => {
  start()
  put('other-node.cjs', "Object.defineProperty(process, 'version', { value: 'v99.0.0' })")
  const onOtherNode = () => start([], ['--require', './other-node.cjs'])
  expect(onOtherNode()).toEqual(ALL)
  expect(onOtherNode()).toEqual(['main'])
  expect(start()).toEqual(ALL)
})

test('[S32] a build that fails starts nothing, and is made again although its sources are as they were', () => {
  start()
  const builder = readFileSync(join(folder, 'build.mjs'), 'utf8')
  put('src/server/main.ts', 'two')
  put('build.mjs', 'process.exit(3)')
  expect(run('start')).toMatchObject({ status: 3, said: [''] })
  put('src/server/main.ts', 'one')
  put('build.mjs', builder)
  expect(start()).toEqual(['built server', 'main'])
})

test('[RUN1] a command runs what is built, also when the sources have changed, and writes nothing', () => {
  run('start')
  put('src/server/main.ts', 'two')
  const before = readdirSync(folder, { recursive: true }).sort()
  expect(run('operate', ['backup', 'a file'])).toEqual({ status: 0, said: ['operate backup,a file'], complained: '' })
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual(before)
})

test('[RUN1] a command without a build says what to type', () => {
  const { status, said, complained } = run('operate', ['backup'])
  expect([status, said]).toEqual([1, ['']])
  expect(complained).toMatch(/^Nothing was done: Bedside is not built yet\. .*npm ci && npm run build\n$/)
})
