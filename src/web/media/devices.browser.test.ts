// This person's own devices in Chromium: fake ones, refused ones, none at all.
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

describe('asking', () => {
  test('[C20] nothing is asked before it is wanted', async () => {
    await open()
    expect(await state()).toMatchObject({ camera: 'not-asked', microphone: 'not-asked', audio: null, video: null })
  })

  test('[C20] both devices on, with what there is to choose from', async () => {
    await open()
    await request()
    const now = await state()
    expect(now).toMatchObject({ camera: 'on', microphone: 'on', muted: false, canFlip: false })
    expect(now.cameras.map(({ id }) => id)).toContain(now.cameraId)
    expect(now.microphones.map(({ id }) => id)).not.toContain('default')
    expect(now.speakers.length).toBeGreaterThan(0)
    const lines = await page().evaluate(() => window.local.state.get().video?.getSettings().height)
    expect(lines).toBeGreaterThanOrEqual(720)
  })

  test('[C20] refused by the person or by the browser', async () => {
    await open({ permissions: [] })
    await request()
    expect(await state()).toMatchObject({ camera: 'refused', microphone: 'refused' })
  })

  test('[C20] no device at all', async () => {
    await open({ devices: false, flags: ['--use-fake-ui-for-media-stream'] })
    await request()
    expect(await state()).toMatchObject({ camera: 'none', microphone: 'none', cameras: [] })
  })

  test('[C20] a page without HTTPS, where browsers give no camera', async () => {
    await open({ address: 'http://insecure.test/' })
    await request()
    await page().evaluate(() => window.local.setCameraOn(true))
    expect(await state()).toMatchObject({ camera: 'unsupported', microphone: 'unsupported' })
  })

  test('[C19] a refused camera does not cost the microphone', async () => {
    await open({ permissions: ['microphone'] })
    await request()
    expect(await state()).toMatchObject({ camera: 'refused', microphone: 'on' })
  })

  test('[C19] a camera that another program has does not cost the microphone, and can be asked for again', async () => {
    await open()
    await page().evaluate(() => {
      const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
      Object.assign(window, { busy: true })
      navigator.mediaDevices.getUserMedia = async (constraints) => {
        if (constraints?.video && (window as never as { busy: boolean }).busy)
          throw new DOMException('Could not start video source', 'NotReadableError')
        return real(constraints)
      }
    })
    await request()
    expect(await state()).toMatchObject({ camera: 'busy', microphone: 'on' })
    await page().evaluate(() => Object.assign(window, { busy: false }))
    await request()
    expect(await state()).toMatchObject({ camera: 'on', microphone: 'on' })
  })

  test('[C23] a chosen device that is gone gives way to another', async () => {
    await open()
    await request()
    await page().evaluate(() => window.local.chooseMicrophone('a-headset-that-was-unplugged'))
    await page().evaluate(() => window.local.chooseCamera('a-camera-that-was-unplugged'))
    expect(await state()).toMatchObject({ camera: 'on', microphone: 'on' })
  })
})

describe('what the person turns', () => {
  test('[C21] a camera that is off has no track and no light; on again it is a new one', async () => {
    await open()
    await request()
    const ended = await page().evaluate(async () => {
      const track = window.local.state.get().video
      await window.local.setCameraOn(false)
      return track?.readyState
    })
    expect(ended).toBe('ended')
    expect(await state()).toMatchObject({ camera: 'off', video: null, microphone: 'on' })
    await page().evaluate(() => window.local.setCameraOn(true))
    expect(await state()).toMatchObject({ camera: 'on' })
  })

  test('[C21] mute is instant, keeps the device open and outlives a change of microphone', async () => {
    await open()
    await request()
    const before = await state()
    // Not awaited in the page: what counts is the moment of the press.
    const muted = await page().evaluate(() => {
      void window.local.setCameraOn(false)
      void window.local.setMicrophoneOn(false)
      return window.local.state.get().audio?.enabled
    })
    expect(muted).toBe(false)
    expect(await state()).toMatchObject({ microphone: 'off', audio: before.audio, muted: true })
    const other = before.microphones.find(({ id }) => id !== before.microphoneId)
    await page().evaluate((id) => window.local.chooseMicrophone(id), other?.id ?? '')
    expect(await state()).toMatchObject({ microphone: 'off', muted: true, microphoneId: other?.id })
    await page().evaluate(() => window.local.setMicrophoneOn(true))
    expect(await state()).toMatchObject({ microphone: 'on', muted: false })
  })

  test('[C23] another camera, and the next one where no side is known', async () => {
    await open()
    await request()
    const before = await state()
    const other = before.cameras.find(({ id }) => id !== before.cameraId)
    await page().evaluate((id) => window.local.chooseCamera(id), other?.id ?? '')
    expect(await state()).toMatchObject({ camera: 'on', cameraId: other?.id })
    await page().evaluate(() => window.local.flipCamera())
    expect(await state()).toMatchObject({ camera: 'on', cameraId: before.cameraId })
  })

  test('[C24] without voice processing nothing is taken out of the sound', async () => {
    await open()
    await request(false, true)
    const processing = () =>
      page().evaluate(() => {
        const { echoCancellation, noiseSuppression } = window.local.state.get().audio?.getSettings() ?? {}
        return [echoCancellation, noiseSuppression]
      })
    expect(await processing()).toEqual([true, true])
    await page().evaluate(() => window.local.setVoiceProcessing(false))
    expect(await processing()).toEqual([false, false])
    expect((await state()).voiceProcessing).toBe(false)
  })

  test('[C21] closing lets go of everything', async () => {
    await open()
    await request()
    const left = await page().evaluate(() => {
      const { audio, video } = window.local.state.get()
      window.local.close()
      return [audio?.readyState, video?.readyState]
    })
    expect(left).toEqual(['ended', 'ended'])
  })
})
