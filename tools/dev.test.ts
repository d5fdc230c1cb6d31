// `npm run dev` in a folder that is laid out like the project, with a small program in the place of the server.
import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, test } from 'vitest'

let folder: string
let dev: ChildProcess
let lines: AsyncIterator<string>

const server = (name: string) => `
  import { readFileSync } from 'node:fs'
  process.on('SIGTERM', () => { console.log('${name} ends'); process.exit() })
  console.log('${name}, build', readFileSync('dist/web/dev-build.txt', 'utf8'))
  setInterval(() => {}, 1000)`

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bedside-dev-'))
  for (const name of ['dev', 'build']) cpSync(`tools/${name}.mjs`, join(folder, `tools/${name}.mjs`))
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  put('package.json', '{ "type": "module" }')
  put(
    'vite.config.ts',
    "export default ({ mode }) => ({ build: { outDir: '../../dist/web', rollupOptions: { input: 'src/web/' + mode + '.html' } } })",
  )
  for (const entry of ['patient', 'staff', 'button'])
    put(`src/web/${entry}.html`, `<html><head><script type="module" src="./${entry}.ts"></script></head></html>`)
  for (const entry of ['patient', 'staff', 'button']) put(`src/web/${entry}.ts`, `document.title = '${entry}'`)
  put('src/contract/visit.ts', '')
  put('src/domain/visit.ts', '')
  put('src/server/main.ts', server('one'))
  put('dist/web.stamp', 'built')
  dev = spawn(process.execPath, ['tools/dev.mjs'], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] })
  if (!dev.stdout) throw new Error('no output')
  lines = createInterface({ input: dev.stdout })[Symbol.asyncIterator]()
})
afterEach(async () => {
  if (dev.exitCode === null) {
    const ended = new Promise((end) => dev.once('close', end))
    dev.kill()
    await ended
  }
  rmSync(folder, { recursive: true, force: true })
})

function put(name: string, content: string) {
  mkdirSync(join(folder, name, '..'), { recursive: true })
  writeFileSync(join(folder, name), content)
}

const says = async () => (await lines.next()).value

test('[S33] development restarts the server when its sources change, and rebuilds pages and has them load again when theirs do', async () => {
  expect(await says()).toBe('one, build 2')
  expect(() => readFileSync(join(folder, 'dist/web.stamp')), 'the next start builds again').toThrow()

  put('src/server/main.ts', server('two'))
  expect([await says(), await says()]).toEqual(['one ends', 'two, build 2'])

  put('src/web/patient.ts', "document.title = 'somebody'")
  expect([await says(), await says()]).toEqual(['two ends', 'two, build 3'])
  const page = readFileSync(join(folder, 'dist/web/patient.html'), 'utf8')
  expect(page).toContain('<script src="/dev-reload.js"></script>')
  const [, script = ''] = /src="(\/assets\/patient[^"]+)"/.exec(page) ?? []
  expect(readFileSync(join(folder, 'dist/web', script), 'utf8')).toContain('somebody')

  const code = new Promise((end) => dev.once('close', end))
  dev.kill('SIGINT')
  expect(await says()).toBe('two ends')
  expect(await code).toBe(0)
})
