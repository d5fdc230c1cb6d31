// Every state of the gallery, axe clean, and at every size of window and letters nothing out of reach, too small to press or
// cut; and no fault while it is drawn.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Frame } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildGallery, serveGallery } from '../tools/gallery.ts'
import { DESK, openChromium, PHONE } from './browser.ts'
import { faultsInEveryLook, LOOKS } from './every-look.ts'
import { axeFindings, LEAST_PICTURE } from './looks.ts'

/** `GALLERY_OF=patient/door` looks at those alone, while one mends them. */
const ONLY = process.env.GALLERY_OF ?? ''
/** Side by side: much of the time a page waits for its frames. */
const PAGES = 3

let folder: string
let browser: Browser
let gallery: Awaited<ReturnType<typeof serveGallery>>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bedside-gallery-'))
  await buildGallery(folder)
  gallery = await serveGallery(folder, 0)
  browser = await openChromium({ devices: false })
})
afterAll(async () => {
  await browser?.close()
  await gallery?.close()
  rmSync(folder, { recursive: true, force: true })
})

interface State {
  readonly id: string
  /** It fills the window; else it is a piece of a page, and narrow on a desk as well. */
  readonly whole?: boolean
}

async function statesOf(): Promise<State[]> {
  const page = await browser.newPage()
  await page.goto(`${gallery.url}?of=none`)
  const states = await page.evaluate(() => document.getElementById('states')?.textContent ?? '[]')
  await page.close()
  return JSON.parse(states) as State[]
}

/** A page that holds one frame, in which the states are shown one after the other. */
async function openFrame(onError: (message: string) => void): Promise<Frame> {
  // A part that is fetched late would still be rising when it is looked at.
  const page = await browser.newPage({ locale: 'en-GB', reducedMotion: 'reduce', viewport: DESK.viewport })
  page.on('pageerror', (error) => onError(error.message))
  await page.goto(`${gallery.url}?of=none`)
  await page.evaluate(() => {
    document.body.innerHTML = '<iframe name="state" style="position: fixed; inset: 0; border: 0; opacity: 0"></iframe>'
  })
  const frame = page.frame('state')
  if (!frame) throw new Error('no frame')
  return frame
}

async function sizeFrame(frame: Frame, { width, height }: { width: number; height: number }): Promise<void> {
  const element = await frame.frameElement()
  await element.evaluate((one, size) => Object.assign((one as HTMLElement).style, size), {
    width: `${width}px`,
    height: `${height}px`,
  })
}

/** Without scrolling, and not behind anything. A question that stands over the page is closed by Escape. */
async function quickExitInSight(frame: Frame): Promise<boolean> {
  // A call comes with its first picture.
  await frame.locator('.quick-exit').waitFor()
  return frame.evaluate(() => {
    if (document.querySelector('dialog:modal')) return true
    const box = document.querySelector('.quick-exit')?.getBoundingClientRect()
    const seen = box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
    return seen?.closest('.quick-exit') != null
  })
}

/** Takes states from those that are left, until there are none. `dark`: those that are looked at in the dark as well. */
async function walk(left: State[], dark: ReadonlySet<string>, found: string[]): Promise<void> {
  let id = ''
  const frame = await openFrame((message) => found.push(`${id}: ${message}`))
  for (let state = left.shift(); state; state = left.shift()) {
    id = state.id
    await sizeFrame(frame, PHONE.viewport)
    await frame.goto(`${gallery.url}?${new URLSearchParams({ state: id })}`)
    if (state.whole && id.startsWith('patient/') && !(await quickExitInSight(frame)))
      found.push(`${id}: no quick exit in sight`)
    // A call shows its first picture alone for a moment.
    if (state.whole) await frame.getByRole('main').first().waitFor()
    for (const fault of await axeFindings(frame, { piece: !state.whole })) found.push(`${id}, phone: ${fault}`)
    if (dark.has(id)) {
      await frame.page().emulateMedia({ colorScheme: 'dark' })
      for (const fault of await axeFindings(frame, { rule: 'color-contrast' })) found.push(`${id}, dark: ${fault}`)
      await frame.page().emulateMedia({ colorScheme: 'light' })
    }
    if (state.whole) {
      await sizeFrame(frame, DESK.viewport)
      for (const fault of await axeFindings(frame)) found.push(`${id}, desk: ${fault}`)
    }
    const least = { picture: LEAST_PICTURE, target: id.startsWith('patient/') ? 44 : 24 }
    for (const fault of await faultsInEveryLook(frame, LOOKS, least)) found.push(`${id}: ${fault}`)
  }
  await frame.page().close()
}

/** Of every file of examples every third: the first, the fourth and so on. */
function inTheDark(states: readonly State[]): ReadonlySet<string> {
  const seen = new Map<string, number>()
  return new Set(
    states
      .filter(({ id }) => {
        const file = id.slice(0, id.lastIndexOf('/'))
        const before = seen.get(file) ?? 0
        seen.set(file, before + 1)
        return before % 3 === 0
      })
      .map(({ id }) => id),
  )
}

test('[S34] [LT1] [LT2] [LT3] [LT4] [LT7] [P66] every state of the gallery is axe clean, and all of it within reach, at every size of window and letters', async () => {
  const states = await statesOf()
  expect(states.length).toBeGreaterThan(300)
  const found: string[] = []
  const dark = inTheDark(states)
  const left = states.filter(({ id }) => id.includes(ONLY))
  await Promise.all(Array.from({ length: PAGES }, () => walk(left, dark, found)))
  expect(found.sort().join('\n')).toBe('')
}, 600_000)

test('[LT6] [LT8] a question over the picture has it alone, and with colours of one’s own every button has an edge', async () => {
  const frame = await openFrame(() => {})
  const over = () => frame.locator('.call-over .call-plain-button').filter({ visible: true }).count()
  const show = (state: string) => frame.goto(`${gallery.url}?${new URLSearchParams({ state })}`)
  await sizeFrame(frame, PHONE.viewport)
  await show('patient/call/patient-call/showing')
  await frame.locator('.call-over').waitFor()
  expect(await over()).toBeGreaterThan(0)
  await sizeFrame(frame, { width: 320, height: 256 })
  await expect.poll(over).toBe(0)
  await sizeFrame(frame, PHONE.viewport)
  await show('patient/call/patient-call/ask-back-camera')
  await frame.locator('.camera-request-card').waitFor()
  await expect.poll(over).toBe(0)

  await frame.page().emulateMedia({ forcedColors: 'active' })
  const edgeless = () =>
    frame.evaluate(() =>
      [...document.querySelectorAll('button, .call-chip, .place')].flatMap((one) => {
        const { outlineStyle, borderTopStyle } = getComputedStyle(one)
        return outlineStyle === 'none' && borderTopStyle === 'none' ? [one.className] : []
      }),
    )
  expect(await edgeless()).toEqual([])
  await show('patient/waiting/waiting/next')
  expect(await edgeless()).toEqual([])
  await frame.page().close()
})
