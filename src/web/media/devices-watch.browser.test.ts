// Devices that stop by themselves, in Chromium.
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
const until: LocalPage['until'] = (what) => here().until(what)

async function open(wishes: MediaPageWishes = {}): Promise<void> {
  opened = await openLocalPage(wishes)
}
afterEach(async () => {
  const complaints = opened?.complaints
  await opened?.close()
  opened = null
  expect(complaints ?? []).toEqual([])
})

describe('what is lost', () => {
  /** The browser ends the track by itself, as when a plug is pulled. */
  const pull = (kind: 'audio' | 'video') =>
    page().evaluate((which) => {
      const track = window.local.state.get()[which]
      track?.stop()
      track?.dispatchEvent(new Event('ended'))
    }, kind)
  const forbid = () =>
    page().evaluate(() => {
      const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
      let gone = true
      navigator.mediaDevices.getUserMedia = (constraints) =>
        gone ? Promise.reject(new DOMException('Requested device not found', 'NotFoundError')) : real(constraints)
      Object.assign(window, {
        plugIn() {
          gone = false
        },
      })
    })

  test.each(['audio', 'video'] as const)('[C22] %s that ended is opened again', async (kind) => {
    await open()
    await request()
    const before = await state()
    await pull(kind)
    await page().waitForFunction(
      ([which, old]) => {
        const id = window.local.state.get()[which as 'audio']?.id
        return id !== undefined && id !== old
      },
      [kind, before[kind]],
    )
    expect(await state()).toMatchObject({ camera: 'on', microphone: 'on' })
  })

  test('[C22] what cannot be had is lost, and comes back when a device does', async () => {
    await open()
    await request()
    await forbid()
    await pull('video')
    await until({ camera: 'lost', microphone: 'on' })
    await page().evaluate(() => {
      ;(window as never as { plugIn(): void }).plugIn()
      navigator.mediaDevices.dispatchEvent(new Event('devicechange'))
    })
    await until({ camera: 'on' })
  })

  test('[C22] the large button opens everything again', async () => {
    await open()
    await request()
    await forbid()
    await pull('video')
    await pull('audio')
    await until({ camera: 'lost', microphone: 'lost' })
    await page().evaluate(() => {
      ;(window as never as { plugIn(): void }).plugIn()
      return window.local.restart()
    })
    expect(await state()).toMatchObject({ camera: 'on', microphone: 'on' })
  })

  test('[C22] a muted microphone that ended comes back muted, and a camera that is off stays off', async () => {
    await open()
    await request()
    await page().evaluate(() => window.local.setMicrophoneOn(false))
    await page().evaluate(() => window.local.setCameraOn(false))
    const before = await state()
    await pull('audio')
    await page().waitForFunction((old) => {
      const id = window.local.state.get().audio?.id
      return id !== undefined && id !== old
    }, before.audio)
    await page().evaluate(() => navigator.mediaDevices.dispatchEvent(new Event('devicechange')))
    await page().evaluate(() => window.local.setCameraOn(false))
    expect(await state()).toMatchObject({ camera: 'off', video: null, microphone: 'off', muted: true })
  })

  test('[C22] a device that gives nothing for two seconds is opened again', async () => {
    await open()
    await request()
    const before = await state()
    await page().evaluate(() => {
      const track = window.local.state.get().video
      if (!track) return
      Object.defineProperty(track, 'muted', { value: true })
      track.dispatchEvent(new Event('mute'))
    })
    await page().waitForFunction((old) => window.local.state.get().video?.id !== old, before.video)
    expect(await state()).toMatchObject({ camera: 'on' })
  })
})
