// Chimes, the level meter and the waking screen, in Chromium.
import { afterEach, describe, expect, test } from 'vitest'
import { type LocalPage, openLocalPage } from '../../../test/media/local-page.ts'
import type {} from '../../../test/media/media-page.ts'
import type { MediaPageWishes } from '../../../test/media/open-media-page.ts'

let opened: LocalPage | null = null
const here = (): LocalPage => {
  if (!opened) throw new Error('no page was opened')
  return opened
}
const page = () => here().page
const request = (camera = true, microphone = true) => here().request(camera, microphone)
const state = () => here().state()

async function open(wishes: MediaPageWishes = {}): Promise<void> {
  opened = await openLocalPage(wishes)
}
afterEach(async () => {
  const complaints = opened?.complaints
  await opened?.close()
  opened = null
  expect(complaints ?? []).toEqual([])
})

describe('sounds and the screen', () => {
  test('[C26] a chime ends, with a chosen speaker too', async () => {
    await open()
    await request()
    const { speakers } = await state()
    await page().evaluate((id) => window.media.playChime(id ?? null, 'joined'), speakers[0]?.id)
    await page().evaluate(() => window.media.playChime('a-speaker-that-was-unplugged', 'left'))
  })

  test('[C25] the bars move with the microphone', async () => {
    await open()
    await request(false, true)
    await page().evaluate(() => {
      const { audio } = window.local.state.get()
      if (audio) Object.assign(window, { ear: window.media.watchLevel(audio) })
    })
    await page().waitForFunction(() => (window as never as { ear: { level: { get(): number } } }).ear.level.get() > 0.2)
  })

  test('[C27] the screen is kept awake until it need not be, and asked for again when the page is seen', async () => {
    await open()
    const counts = await page().evaluate(async () => {
      const locks: (EventTarget & { released: boolean })[] = []
      Object.defineProperty(navigator, 'wakeLock', {
        value: {
          request: async () => {
            const lock = Object.assign(new EventTarget(), {
              released: false,
              async release() {
                lock.released = true
              },
            })
            locks.push(lock)
            return lock
          },
        },
      })
      const turn = () => new Promise((resolve) => setTimeout(resolve))
      const stop = window.media.keepAwake()
      await turn()
      for (const lock of locks) lock.released = true
      document.dispatchEvent(new Event('visibilitychange'))
      await turn()
      const held = locks.filter((lock) => !lock.released).length
      stop()
      await turn()
      document.dispatchEvent(new Event('visibilitychange'))
      await turn()
      return [locks.length, held, locks.filter((lock) => !lock.released).length]
    })
    expect(counts).toEqual([2, 1, 0])
  })
})
