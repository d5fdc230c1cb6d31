// The coach's eyes in Chromium with the real model, looking at a drawn person, under the policy that our server sends.
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Pose } from '../../../test/coach/drawn-person.ts'
import type {} from '../../../test/coach/pose-page.ts'

const SITE = 'http://localhost/'
/** As src/server/platform sends them: pages compile nothing, the coach's thread does. */
const STRICT = "default-src 'self'; script-src 'self'; connect-src 'self'"
const POLICY_OF_THREAD = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"
const WHOLE = ['head', 'shoulders', 'hips', 'knees', 'feet'] as const
const KINDS: Record<string, string> = { js: 'text/javascript', json: 'application/json', wasm: 'application/wasm' }

let browser: Browser
let page: Page
const asked: string[] = []
const complaints: string[] = []

beforeAll(async () => {
  const files = await buildPage()
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--autoplay-policy=no-user-gesture-required'],
  })
  page = await browser.newPage()
  page.on('request', (request) => asked.push(request.url()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.context().route('**/*', (route) => {
    const name = route.request().url().replace(SITE, '')
    const body = files.get(name) ?? files.get('pose-page.html') ?? ''
    const headers = { 'content-security-policy': /pose-worker-[^/]+\.js$/.test(name) ? POLICY_OF_THREAD : STRICT }
    const contentType =
      KINDS[name.split('.').at(-1) ?? ''] ?? (files.has(name) ? 'application/octet-stream' : 'text/html')
    return route.fulfill({ body: Buffer.from(body), contentType, headers })
  })
  await page.goto(SITE)
  await page.waitForFunction(() => window.eyes)
})
afterAll(() => browser?.close())

/** The page as Vite builds it for the product: worker, model and program as files beside it. */
async function buildPage(): Promise<Map<string, string | Uint8Array>> {
  const root = join(import.meta.dirname, '../../../test/coach')
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root,
    resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
    build: {
      write: false,
      target: 'es2020',
      modulePreload: { polyfill: false },
      rollupOptions: { input: join(root, 'pose-page.html') },
    },
  })
  const [output] = Array.isArray(built) ? built : [built]
  if (!output || !('output' in output)) throw new Error('the page was not built')
  return new Map(output.output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]))
}

const look = (pose: Pose) =>
  page.evaluate(([now, wanted]) => window.eyes.look(now, wanted), [pose, [...WHOLE]] as const)

describe('[FC8] the model finds a drawn person', () => {
  test('[FC8] all of them in sight is good', async () => {
    expect(await page.evaluate(() => window.eyes.canPose())).toBe(true)
    const { instruction, seen } = await look({})
    expect(instruction).toEqual({ kind: 'good' })
    expect(seen.points.nose.x).toBeCloseTo(0.5, 1)
    expect(seen.points['left-ankle'].y).toBeGreaterThan(0.75)
  })

  test.each<[string, Pose, string]>([
    ['too near', { scale: 1.9, down: 0.35 }, 'step-back'],
    ['half out of the picture', { right: -0.42 }, 'move-left'],
    ['an empty room', { empty: true }, 'come-in'],
    ['night', { night: 0.93 }, 'more-light'],
  ])('[FC8] %s', async (_, pose, kind) => {
    expect((await look(pose)).instruction.kind).toBe(kind)
  })

  test('[FC9] no picture leaves the device: only the model’s own files are asked for, from the own address', () => {
    expect(complaints).toEqual([])
    expect(asked.filter((url) => !url.startsWith(SITE))).toEqual([])
    expect(asked.filter((url) => /movenet|wasm/.test(url))).toHaveLength(3)
  })
})
