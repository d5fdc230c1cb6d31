// What a page can ask of its own camera, with Chromium's made-up one: it zooms, and has no light and no other side.
import { afterEach, describe, expect, test } from 'vitest'
import { type LocalPage, openLocalPage } from '../../../test/media/local-page.ts'
import type {} from '../../../test/media/media-page.ts'
import type { MediaPageWishes } from '../../../test/media/open-media-page.ts'

let opened: LocalPage | null = null
const page = () => {
  if (!opened) throw new Error('no page was opened')
  return opened.page
}
async function open(wishes: MediaPageWishes = {}): Promise<void> {
  opened = await openLocalPage(wishes)
  await opened.request()
}
afterEach(async () => {
  const complaints = opened?.complaints
  await opened?.close()
  opened = null
  expect(complaints ?? []).toEqual([])
})
const able = () => page().evaluate(async () => (await window.local.control()).able())
const settings = () =>
  page().evaluate(() => {
    const { zoom, width, height } = (window.local.state.get().video?.getSettings() ?? {}) as Record<string, number>
    return { zoom, width, height }
  })

describe('[C31] what may be asked of a camera', () => {
  test('[C31] a fixed webcam can nothing, and says so without being touched', async () => {
    await open()
    expect(await able()).toEqual({ facing: null, flip: false, zoomIn: false, zoomOut: false, light: null })
    const done = await page().evaluate(async () => {
      const control = await window.local.control()
      return [await control.zoom('in'), await control.light(true), await control.turn('back')]
    })
    expect(done).toEqual([false, false, false])
  })

  test('[C31] without a running camera there is nothing to ask', async () => {
    await open()
    await page().evaluate(() => window.local.setCameraOn(false))
    expect(await able()).toBeNull()
    expect(await page().evaluate(async () => (await window.local.control()).still(1e6))).toBeNull()
  })

  test('[C31] the zoom of a phone is opened when it is first used, keeps the size, and ends at its ends', async () => {
    await open({ touch: true, moving: true })
    expect(await able()).toMatchObject({ zoomIn: true, zoomOut: false })
    const before = await settings()
    expect(await page().evaluate(async () => (await window.local.control()).zoom('in'))).toBe(true)
    const zoomed = await settings()
    expect(zoomed.zoom).toBeGreaterThan(100)
    expect(zoomed).toMatchObject({ width: before.width, height: before.height })
    expect(await able()).toMatchObject({ zoomIn: true, zoomOut: true })
    const last = await page().evaluate(async () => {
      const control = await window.local.control()
      let steps = 0
      while (await control.zoom('in')) steps++
      return { steps, able: control.able() }
    })
    expect(last.steps).toBeGreaterThan(0)
    expect(last.able).toMatchObject({ zoomIn: false, zoomOut: true })
  })

  test('[C31] a zoom that was not given is asked for at its first use, once, and the camera goes on without it', async () => {
    await open({ touch: true })
    const result = await page().evaluate(async () => {
      const asked: unknown[] = []
      const devices = navigator.mediaDevices
      const real = devices.getUserMedia.bind(devices)
      devices.getUserMedia = (wanted) => {
        asked.push((wanted?.video as Record<string, unknown> | undefined)?.zoom)
        return real(wanted)
      }
      navigator.permissions.query = async () => ({ state: 'prompt' }) as PermissionStatus
      const control = await window.local.control()
      const before = control.able()?.zoomIn
      const first = await control.zoom('in')
      const second = await control.zoom('in')
      return { asked, before, first, second, after: control.able()?.zoomIn, camera: window.local.state.get().camera }
    })
    expect(result).toEqual({
      asked: [true, undefined],
      before: true,
      first: false,
      second: false,
      after: false,
      camera: 'on',
    })
  })

  test('[C31] a zoom that the person has refused is not offered', async () => {
    await open({ touch: true })
    expect(await able()).toMatchObject({ zoomIn: false })
  })
})

describe('[C32] a sharp still', () => {
  const still = (mostBytes: number) =>
    page().evaluate(async (most) => {
      const picture = await (await window.local.control()).still(most)
      if (!picture) return null
      const bytes = new Uint8Array(await picture.arrayBuffer())
      const drawn = await createImageBitmap(picture)
      const marks = [...bytes.slice(0, 4)]
      const text = new TextDecoder('latin1').decode(bytes.slice(0, 4000))
      return {
        size: picture.size,
        type: picture.type,
        width: drawn.width,
        height: drawn.height,
        marks,
        exif: text.includes('Exif'),
      }
    }, mostBytes)

  test('[C32] is a JPEG that carries nothing but its points, and the camera films on', async () => {
    await open()
    const before = await settings()
    const taken = await still(8e6)
    expect(taken).toMatchObject({ type: 'image/jpeg', exif: false })
    expect(taken?.marks.slice(0, 3)).toEqual([0xff, 0xd8, 0xff])
    expect(Math.min(taken?.width ?? 0, taken?.height ?? 0)).toBeGreaterThanOrEqual(720)
    expect(await settings()).toEqual(before)
  })

  test('[C32] is made smaller until it fits', async () => {
    await open()
    const whole = await still(8e6)
    const small = await still(Math.round((whole?.size ?? 0) / 2))
    expect(small?.size).toBeLessThanOrEqual((whole?.size ?? 0) / 2)
    expect(small?.width).toBeLessThanOrEqual(whole?.width ?? 0)
  })

  test('[C32] comes from the film where the browser has no camera of its own for it', async () => {
    await open()
    const before = await settings()
    await page().evaluate(() => Object.assign(window, { ImageCapture: undefined }))
    const taken = await still(8e6)
    expect(taken).toMatchObject({ type: 'image/jpeg', exif: false })
    expect(taken?.height).toBeGreaterThanOrEqual(before.height ?? 0)
    expect(await settings()).toEqual(before)
  })
})
