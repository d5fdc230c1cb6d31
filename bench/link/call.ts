// One call between the two ends of an emulated link, driven from outside: opens the browsers, relays their signals at the
// link's delay (none while it is cut), and hands out what each side watched.
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Browser, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import type { Link } from './link.ts'
import type {} from './page.ts'
import { sceneFile, voiceFile } from './scene.ts'
import type { Watched } from './watched.ts'

export type Kind = 'bedside' | 'floor'

export interface LinkCall {
  /** Lets picture and sound through on both sides, as one click would; returns when the click was (ms since the epoch). */
  flow(): Promise<number>
  cut(): void
  mend(): void
  watched(): Promise<readonly [Watched, Watched]>
  close(): Promise<void>
}

let script: string | null = null

async function pageScript(): Promise<string> {
  if (script !== null) return script
  const built = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
    build: {
      write: false,
      minify: false,
      lib: { entry: join(import.meta.dirname, 'page.ts'), formats: ['iife'], name: 'bench' },
    },
  })
  const [output] = Array.isArray(built) ? built : [built]
  if (!output || !('output' in output)) throw new Error('the bench page was not built')
  script = output.output[0].code
  return script
}

const FLAGS = [
  '--no-sandbox',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
  '--disable-quic',
  '--disable-background-networking',
]

export async function openLinkCall(kind: Kind, link: Link, delayMs: number): Promise<LinkCall> {
  const code = await pageScript()
  const flags = [
    ...FLAGS,
    `--use-file-for-fake-video-capture=${sceneFile(1280, 720)}`,
    `--use-file-for-fake-audio-capture=${voiceFile()}`,
  ]
  let isCut = false
  const browsers: Browser[] = []
  const pages: Page[] = []
  for (const end of ['a', 'b'] as const) {
    const browser = await chromium.launch({ executablePath: link.browserAt(end), args: flags })
    browsers.push(browser)
    const page = await browser.newPage()
    pages.push(page)
    const other = end === 'a' ? 1 : 0
    await page.exposeBinding('sendSignal', (_source, payload) => {
      if (isCut) return
      setTimeout(() => {
        if (!isCut) pages[other]?.evaluate((heard) => window.side.receive(heard), payload).catch(() => undefined)
      }, delayMs)
    })
    await page.route('**/*', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><body></body>' }),
    )
    await page.goto('http://localhost/')
    await page.addScriptTag({ content: code })
  }
  const [a, b] = pages as [Page, Page]
  const open = (page: Page, polite: boolean) =>
    page.evaluate(({ kind, polite }) => window.sides[kind](polite), { kind, polite })
  await open(b, true)
  await open(a, false)
  if (kind === 'bedside')
    for (const page of pages) await page.waitForFunction(() => window.connection.connectionState === 'connected')
  return {
    async flow() {
      const clicked = Date.now()
      const letThrough = (page: Page) => page.evaluate(() => window.side.flow(true))
      // The other page hears of it through the server, one way over the link.
      await Promise.all([letThrough(a), sleep(delayMs).then(() => letThrough(b))])
      return clicked
    },
    cut() {
      isCut = true
      link.cut()
    },
    mend() {
      isCut = false
      link.mend()
      // A page whose server came back asks for its path again.
      for (const page of pages)
        setTimeout(() => page.evaluate(() => window.side.restart()).catch(() => undefined), 1000)
    },
    async watched() {
      return [await a.evaluate(() => window.watched), await b.evaluate(() => window.watched)]
    },
    async close() {
      await Promise.all(browsers.map((browser) => browser.close()))
    },
  }
}
