// A still picture between two real connections in Chromium: whole or not at all, only where it is expected.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type {} from '../../../test/media/media-page.ts'
import { type MediaPage, openMediaPage } from '../../../test/media/open-media-page.ts'
import { pairOn } from '../../../test/media/pair.ts'

let opened: MediaPage
const page = () => opened.page
const { prepare, flow, signals, seeAndHear } = pairOn(page)

beforeEach(async () => {
  opened = await openMediaPage()
  await prepare()
  await flow(true)
  await seeAndHear()
})
afterEach(async () => {
  await opened.close()
})

/** B sends A a picture of about so many bytes; what both then know. */
const send = (wanted: { bytes: number; expected: boolean | null; picture?: boolean | 'broken' }) =>
  page().evaluate(async ({ bytes, expected, picture }) => {
    const [a, b] = await Promise.all([window.pair.a.engine.stills(), window.pair.b?.engine.stills()])
    if (!b) throw new Error('no far side')
    const shares: number[] = []
    a.state.subscribe((state) => {
      if (state.kind === 'receiving') shares.push(state.share)
    })
    if (expected !== null) a.expect(expected)
    const jpegHead = [0xff, 0xd8, 0xff]
    const broken = new Uint8Array(bytes)
    if (picture === 'broken') broken.set(jpegHead)
    const made = picture === false || picture === 'broken' ? new Blob([broken]) : await window.media.noise(bytes)
    const done = await b.send(made)
    const there = a.state.get()
    const here = b.state.get()
    const same = there.kind === 'received' && (await there.picture.text()) === (await made.text())
    return { done, same, there: there.kind, here: here.kind, size: made.size, shares: shares.length }
  }, wanted)

describe('[C33] a still picture on its way', () => {
  test('[C33] arrives whole, with its progress, and without a signal', async () => {
    const before = await signals()
    const result = await send({ bytes: 700_000, expected: true })
    expect(result).toMatchObject({ done: true, same: true, there: 'received', here: 'sent' })
    expect(result.size).toBeGreaterThan(300_000)
    expect(result.shares).toBeGreaterThan(5)
    expect(await signals()).toBe(before)
    await seeAndHear()
  })

  test('[C33] is not taken where nobody asked for it, and not twice for one question', async () => {
    expect(await send({ bytes: 50_000, expected: false })).toMatchObject({ done: false, there: 'none', here: 'failed' })
    expect(await send({ bytes: 50_000, expected: true })).toMatchObject({ done: true })
    expect(await send({ bytes: 50_000, expected: null })).toMatchObject({ done: false, here: 'failed' })
  })

  test.each([false, 'broken'] as const)('[C33] what is no picture is not shown: %s', async (picture) => {
    const result = await send({ bytes: 40_000, expected: true, picture })
    expect(result).toMatchObject({ done: false, there: 'failed', here: 'failed' })
  })

  test('[C33] more than 8 MB is not sent', async () => {
    const result = await send({ bytes: 8_000_001, expected: true, picture: false })
    expect(result).toMatchObject({ done: false, there: 'none', here: 'none' })
  })

  test('[C33] a call that ends in the middle leaves nothing half', async () => {
    const states = await page().evaluate(async () => {
      const [a, b] = await Promise.all([window.pair.a.engine.stills(), window.pair.b?.engine.stills()])
      if (!b) throw new Error('no far side')
      a.expect(true)
      const under = new Promise<void>((resolve) =>
        a.state.subscribe((state) => state.kind === 'receiving' && resolve()),
      )
      const sent = b.send(await window.media.noise(2_000_000))
      await under
      window.pair.b?.engine.close()
      const ended = await sent
      while (a.state.get().kind === 'receiving') await new Promise((resolve) => setTimeout(resolve, 50))
      return { ended, there: a.state.get().kind }
    })
    expect(states).toEqual({ ended: false, there: 'failed' })
  })
})

describe('[C30] what the far side can be asked for', () => {
  test('[C30] is told without a signal and changes with the camera', async () => {
    const before = await signals()
    const tell = (light: 'on' | 'off' | null) =>
      page().evaluate((now) => {
        const able = { facing: 'back', flip: true, zoomIn: true, zoomOut: false, light: now } as const
        window.pair.b?.engine.tellCamera(able)
      }, light)
    const told = (light: 'on' | 'off') =>
      page().waitForFunction((now) => window.media.remoteOf(window.pair.a)?.camera?.light === now, light)
    expect(await page().evaluate(() => window.media.remoteOf(window.pair.a)?.camera)).toBeNull()
    await tell('off')
    await told('off')
    await tell('on')
    await told('on')
    expect(await signals()).toBe(before)
  })
})

describe('[C29] what a picture gives up first', () => {
  const sending = () =>
    page().evaluate(() => {
      const sender = window.pair.b?.connection.getSenders().find(({ track }) => track?.kind === 'video')
      return { hint: sender?.track?.contentHint, preference: sender?.getParameters().degradationPreference }
    })

  test.each([
    ['frame-rate', 'motion', 'maintain-framerate'],
    ['resolution', 'detail', 'maintain-resolution'],
  ] as const)(
    '[C29] %s is told to the browser, also of the next camera, and the picture goes on',
    async (favour, hint, preference) => {
      const before = await signals()
      await page().evaluate((next) => window.pair.b?.engine.setDegradationPreference(next), favour)
      await page().waitForFunction(
        (wanted) =>
          window.pair.b?.connection
            .getSenders()
            .some((sender) => sender.getParameters().degradationPreference === wanted),
        preference,
      )
      expect(await sending()).toEqual({ hint, preference })
      await seeAndHear(20)
      await page().evaluate(async () => window.pair.b?.engine.setOutgoing({ camera: await window.media.camera(360) }))
      await seeAndHear(20)
      expect((await sending()).hint).toBe(hint)
      expect(await signals()).toBe(before)
    },
  )
})
