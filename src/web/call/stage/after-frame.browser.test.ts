// The first picture between two real connections in Chromium.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type {} from '../../../../test/media/media-page.ts'
import { type MediaPage, openMediaPage } from '../../../../test/media/open-media-page.ts'
import { pairOn } from '../../../../test/media/pair.ts'

let opened: MediaPage
const page = () => opened.page
const { prepare } = pairOn(page)

beforeEach(async () => {
  opened = await openMediaPage()
})
afterEach(async () => {
  await opened.close()
})

test('[CS4] the black that is painted before a picture may be seen is not the first picture', async () => {
  await prepare()
  const seen = await page().evaluate(async () => {
    const { a, b } = window.pair
    const player = document.createElement('video')
    player.muted = true
    player.autoplay = true
    player.srcObject = window.media.streamOf(b)
    document.body.append(player)
    const frame = () => new Promise<void>((resolve) => player.requestVideoFrameCallback(() => resolve()))
    // Only the other side lets its picture through: it comes, and may not be seen yet.
    a.engine.setMediaEnabled(true)
    await frame()
    let first = false
    const picture = new Promise<void>((resolve) =>
      window.media.afterFrame(player, () => {
        first = true
        resolve()
      }),
    )
    for (let black = 0; black < 10; black++) await frame()
    const early = first
    b?.engine.setMediaEnabled(true)
    await picture
    return { early, first }
  })
  expect(seen).toEqual({ early: false, first: true })
})

test('[CS4] whoever waits no longer hears nothing of the first picture', async () => {
  await prepare()
  const ran = await page().evaluate(async () => {
    const player = document.createElement('video')
    player.muted = true
    player.autoplay = true
    player.srcObject = window.media.streamOf(window.pair.b)
    document.body.append(player)
    let [stopped, other] = [false, false]
    const stop = window.media.afterFrame(player, () => {
      stopped = true
    })
    stop()
    const picture = new Promise<void>((resolve) =>
      window.media.afterFrame(player, () => {
        other = true
        resolve()
      }),
    )
    window.pair.a.engine.setMediaEnabled(true)
    window.pair.b?.engine.setMediaEnabled(true)
    await picture
    return { stopped, other }
  })
  expect(ran).toEqual({ stopped: false, other: true })
})
