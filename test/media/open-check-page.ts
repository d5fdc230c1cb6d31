// Opens Chromium with the check of the equipment on a page of its own, and a camera and a microphone that play files.
import { join } from 'node:path'
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { type PictureName, pictureFile, type SoundName, soundFile } from './check-files.ts'

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'

export interface CheckPage {
  readonly page: Page
  /** Errors nobody caught. */
  readonly complaints: string[]
  close(): Promise<void>
}

export interface CheckPageWishes {
  readonly picture?: PictureName
  readonly sound?: SoundName
  readonly devices?: boolean
  readonly permissions?: BrowserContextOptions['permissions']
}

let script: Promise<string> | null = null

/** The check as one script, built once a run. */
async function buildScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
    build: {
      write: false,
      minify: false,
      lib: { entry: join(import.meta.dirname, 'check-page.ts'), formats: ['iife'], name: 'checkPage' },
    },
  })
  const [output] = Array.isArray(built) ? built : [built]
  if (!output || !('output' in output)) throw new Error('the page was not built')
  return output.output[0].code
}

export async function openCheckPage(wishes: CheckPageWishes = {}): Promise<CheckPage> {
  const { picture = 'lines-720', sound = 'voice', devices = true, permissions = ['camera', 'microphone'] } = wishes
  script ??= buildScript()
  const code = await script
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--disable-background-networking',
      '--autoplay-policy=no-user-gesture-required',
      ...(devices
        ? [
            '--use-fake-device-for-media-stream',
            `--use-file-for-fake-video-capture=${pictureFile(picture)}`,
            `--use-file-for-fake-audio-capture=${soundFile(sound)}`,
          ]
        : ['--use-fake-ui-for-media-stream']),
    ],
  })
  const context = await browser.newContext({ permissions: [...permissions] })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.route('**/*', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>check</title>' }),
  )
  await page.goto('http://localhost/')
  await page.addScriptTag({ content: code })
  return { page, complaints, close: () => browser.close() }
}
