// Opens Chromium with the media code on a page of its own: a secure address that exists nowhere, so that no server and no
// network take part. Gathers what the page complains of.
import { join } from 'node:path'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { build } from 'vite'

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const FLAGS = ['--no-sandbox', '--disable-quic', '--disable-background-networking']
export const FAKE_DEVICES = '--use-fake-device-for-media-stream=device-count=2,fps=30'

export interface MediaPage {
  readonly page: Page
  /** Errors nobody caught. */
  readonly complaints: string[]
  close(): Promise<void>
}

export interface MediaPageWishes {
  readonly devices?: boolean
  readonly permissions?: BrowserContextOptions['permissions']
  /** `http://insecure.test/` for a page that browsers trust with no camera. */
  readonly address?: string
  readonly flags?: readonly string[]
  /** As on a phone: touched, not pointed at. */
  readonly touch?: boolean
  /** The camera may be zoomed, panned and tilted too. */
  readonly moving?: boolean
}

let script: Promise<string> | null = null

/** The media code as one script, built once a run. */
async function buildScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
    build: {
      write: false,
      minify: false,
      lib: { entry: join(import.meta.dirname, 'media-page.ts'), formats: ['iife'], name: 'mediaPage' },
    },
  })
  const [output] = Array.isArray(built) ? built : [built]
  if (!output || !('output' in output)) throw new Error('the media page was not built')
  return output.output[0].code
}

export async function openMediaPage(wishes: MediaPageWishes = {}): Promise<MediaPage> {
  const { devices = true, permissions = ['camera', 'microphone'], address = 'http://localhost/', flags = [] } = wishes
  const { touch = false, moving = false } = wishes
  script ??= buildScript()
  const code = await script
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: [...FLAGS, ...(devices ? [FAKE_DEVICES] : []), '--autoplay-policy=no-user-gesture-required', ...flags],
  })
  const context = await browser.newContext({
    permissions: [...permissions],
    ...(touch ? { hasTouch: true, isMobile: true } : {}),
  })
  if (moving) await letMove(browser, context)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.route('**/*', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>media</title>' }),
  )
  await page.goto(address)
  await page.addScriptTag({ content: code })
  return { page, complaints, close: () => browser.close() }
}

/** Grants what a person grants who lets a page "use and move" the camera. */
async function letMove(browser: Browser, context: BrowserContext): Promise<void> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  const { targetInfo } = (await session.send('Target.getTargetInfo')) as { targetInfo: { browserContextId?: string } }
  const whole = await browser.newBrowserCDPSession()
  await whole.send('Browser.setPermission', {
    permission: { name: 'camera', panTiltZoom: true },
    setting: 'granted',
    ...(targetInfo.browserContextId ? { browserContextId: targetInfo.browserContextId } : {}),
  })
  await page.close()
}
