// Every state of the gallery on a phone and on a desk: axe clean, nothing out of reach, and no fault while it is drawn.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildGallery, serveGallery } from '../tools/gallery.ts'
import { DESK, openChromium, PHONE } from './browser.ts'
import { faultsOf } from './looks.ts'

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

/** Takes states from those that are left, until there are none. */
async function walk(left: State[], found: string[]): Promise<void> {
  // A part that is fetched late would still be rising when it is looked at.
  const page = await browser.newPage({ locale: 'en-GB', reducedMotion: 'reduce' })
  let id = ''
  page.on('pageerror', (error) => found.push(`${id}: ${error.message}`))
  for (let state = left.shift(); state; state = left.shift()) {
    id = state.id
    await page.setViewportSize(PHONE.viewport)
    await page.goto(`${gallery.url}?${new URLSearchParams({ state: id })}`)
    for (const fault of await faultsOf(page)) found.push(`${id}, phone: ${fault}`)
    if (!state.whole) continue
    await page.setViewportSize(DESK.viewport)
    for (const fault of await faultsOf(page)) found.push(`${id}, desk: ${fault}`)
  }
  await page.close()
}

test('[S34] every state of the gallery is axe clean, and everything in it within reach, on a phone and on a desk', async () => {
  const states = await statesOf()
  expect(states.length).toBeGreaterThan(300)
  const found: string[] = []
  await Promise.all(Array.from({ length: PAGES }, () => walk(states, found)))
  expect(found).toEqual([])
}, 300_000)
