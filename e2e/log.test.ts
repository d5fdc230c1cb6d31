// What the product writes while it runs, and what it holds at rest: the built program in a process of its own. Run on both
// versions of Node (.ci/run).
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { waitUntil } from './browser.ts'
import { type Product, startProduct } from './product.ts'

let product: Product

beforeAll(async () => {
  product = await startProduct({ BEDSIDE_LOG_LEVEL: 'debug' })
})
afterAll(() => product.stop())

/** Of a process of this machine, in MB. */
function resident(pid: number): number {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1024
}

test('[RUN6] at rest after a start the server holds less than 200 MB', async () => {
  // V8 gives pages back a few seconds after it has emptied them.
  await waitUntil('it holds less', () => resident(product.pid()) < 200)
})

test('[RUN5] without a terminal the links stand in a file of the operator’s alone, and the log names it', () => {
  const file = join(product.folder, 'where-to-begin.txt')
  expect(product.printed()).toContain(JSON.stringify({ begin: file }).slice(1, -1))
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(product.link('setup')).toContain('/setup#')
})

test('[RUN4] [RUN5] every line is a JSON object, whatever happens, and none holds a link', async () => {
  const links = ['setup', 'sample'].map((kind) => product.link(kind as 'setup' | 'sample').split('#')[1] ?? '')
  await fetch(`${product.url}/api/open/areas/nowhere`)
  await fetch(`${product.url}/api/open/setup`, { method: 'POST', headers: { 'x-bedside': '1' }, body: '{' })
  product.killDatabase()
  await waitUntil('the database is back', () => product.printed().includes('The database is running again.'))
  await waitUntil('the server is ready', async () => (await fetch(`${product.url}/api/open/health/ready`)).ok)
  const told = product.printed()
  await product.end()
  const lines = product.printed().trimEnd().split('\n')
  expect(lines.length).toBeGreaterThan(5)
  for (const line of lines)
    expect(JSON.parse(line)).toMatchObject({
      level: expect.any(Number),
      time: expect.any(Number),
      msg: expect.any(String),
    })
  for (const link of links) {
    expect(link.length).toBeGreaterThan(20)
    expect(told).not.toContain(link)
  }
})

test('[RUN5] at a terminal the links stand there, and in no file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bedside-terminal-'))
  const [log, pid] = [join(folder, 'log'), join(folder, 'pid')]
  const command = `echo $$ > '${pid}'; exec '${process.execPath}' dist/server/main.js > '${log}'`
  try {
    // `script` gives the program a terminal; its standard output goes to a file nevertheless.
    const child = spawn('script', ['-qec', command, '/dev/null'], {
      env: { ...process.env, BEDSIDE_DATA: join(folder, 'data'), BEDSIDE_PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let seen = ''
    child.stdout.on('data', (chunk: Buffer) => (seen += chunk.toString()))
    const ended = once(child, 'close')
    await waitUntil('the terminal tells', () => /\/setup#\S+/.test(seen))
    const [, link = ''] = /\/setup#(\S+)/.exec(seen) ?? []
    await waitUntil('it runs', () => readFileSync(log, 'utf8').includes('Bedside is running'))
    process.kill(Number(readFileSync(pid, 'utf8')), 'SIGTERM')
    await ended
    const written = readFileSync(log, 'utf8').trimEnd()
    expect(written).not.toContain(link)
    for (const line of written.split('\n')) expect(JSON.parse(line)).toHaveProperty('msg')
    expect(existsSync(join(folder, 'data', 'where-to-begin.txt'))).toBe(false)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
