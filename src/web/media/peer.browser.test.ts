// The engine between two real connections in Chromium, with a fake camera and a relay in the page.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type {} from '../../../test/media/media-page.ts'
import { type MediaPage, openMediaPage } from '../../../test/media/open-media-page.ts'
import { pairOn } from '../../../test/media/pair.ts'

let opened: MediaPage
const page = () => opened.page
const { prepare, bothReady, flow, signals, state, seeAndHear, remotePicture, remoteSound } = pairOn(page)
const arrivedAtA = () => page().evaluate(() => window.media.arrived(window.pair.a.connection))

beforeEach(async () => {
  opened = await openMediaPage()
})
afterEach(async () => {
  await opened.close()
})

describe('who is in the call', () => {
  test('[C34] the other one is there from the beginning, with the stream of their camera; [RT31] nobody else is heard', async () => {
    const seen = await page().evaluate(async () => {
      const pair = window.media.openPair({ lossy: true })
      window.pair = pair
      const remotes = [...pair.a.engine.state.get().remotes]
      const known = remotes.map(([id, { participantId, streams, picture }]) => [
        id,
        participantId,
        [...streams.keys()],
        picture,
      ])
      const b = pair.openB()
      while (!pair.a.sent.some((each) => 'description' in each)) await new Promise((resolve) => setTimeout(resolve, 20))
      const [offer] = pair.a.sent.filter((each) => 'description' in each)
      if (!offer) throw new Error('no offer')
      b.engine.receive('somebody else', offer)
      await new Promise((resolve) => setTimeout(resolve, 300))
      const stranger = b.connection.remoteDescription !== null
      b.engine.receive('a', offer)
      while (b.connection.remoteDescription === null) await new Promise((resolve) => setTimeout(resolve, 20))
      return { known, stranger }
    })
    expect(seen).toEqual({ known: [['b', 'b', ['camera'], 'none']], stranger: false })
  })
})

describe('before and after the click', () => {
  test('[C1] the path stands while no sound and no picture flows; the click sends no signal and both see and hear', async () => {
    await prepare()
    const before = await page().evaluate(() =>
      Promise.all([window.pair.a, window.pair.b].map((side) => side && window.media.arrived(side.connection))),
    )
    expect(before.map((each) => each?.packets)).toEqual([0, 0])
    await page().waitForFunction(() => window.pair.a.connection.iceGatheringState === 'complete')
    const prepared = await signals()
    await flow(true)
    await seeAndHear()
    expect(await signals()).toBe(prepared)
    await remotePicture('a', 'showing')
    await remoteSound('b', 'on')
    await page().waitForFunction(() => window.pair.a.engine.state.get().measured.receivedFps !== null)
    expect((await state('a')).measured.path).toBe('direct')
    expect(opened.complaints).toEqual([])
  })

  test.each([
    ['sound and picture', true, true],
    ['sound', true, false],
    ['a picture', false, true],
  ])(
    '[C1] what a side has before it is offered the path finds its place there: %s; nothing flows, and what it lacked comes later',
    async (_, sound, picture) => {
      const laidOut = await page().evaluate(
        async ({ sound, picture }) => {
          const [ofA, ofB] = [await window.media.camera(), await window.media.camera()]
          const pair = window.media.openPair()
          window.pair = pair
          const b = pair.openB()
          const some = { audio: sound ? ofB.audio : null, video: picture ? ofB.video : null }
          b.engine.setOutgoing({ camera: some })
          pair.a.engine.setOutgoing({ camera: ofA })
          Object.assign(window, { ofB })
          const offered = () => pair.b?.sent.some((signal) => 'description' in signal)
          while (!offered()) await new Promise((resolve) => setTimeout(resolve, 20))
          const byLine = b.connection.getTransceivers().sort((one, other) => Number(one.mid) - Number(other.mid))
          return byLine.map(({ currentDirection, sender, receiver }) => ({
            currentDirection,
            kind: receiver.track.kind,
            sends: sender.track !== null,
          }))
        },
        { sound, picture },
      )
      expect(laidOut).toEqual([
        { currentDirection: 'sendrecv', kind: 'audio', sends: false },
        { currentDirection: 'sendrecv', kind: 'video', sends: false },
      ])
      await bothReady()
      await flow(true)
      await Promise.all([remotePicture('b', 'showing'), remoteSound('b', 'on')])
      await remotePicture('a', picture ? 'showing' : 'off')
      await remoteSound('a', sound ? 'on' : 'none')
      await page().evaluate(() =>
        window.pair.b?.engine.setOutgoing({
          camera: (window as never as { ofB: Awaited<ReturnType<typeof window.media.camera>> }).ofB,
        }),
      )
      await seeAndHear()
    },
  )

  test('[C1] a hold stops picture and sound and keeps the path; going on needs no signal', async () => {
    await prepare()
    await flow(true)
    await seeAndHear()
    const prepared = await signals()
    await flow(false)
    await page().evaluate(async () => {
      // Until what was underway has arrived and nothing more comes.
      for (let last = -1; ; ) {
        const { packets } = await window.media.arrived(window.pair.a.connection)
        if (packets === last) return
        last = packets
        await new Promise((resolve) => setTimeout(resolve, 300))
      }
    })
    expect(await state('a')).toMatchObject({ link: 'ready', remote: { picture: 'none', sound: 'none' } })
    await flow(true)
    await seeAndHear()
    expect(await signals()).toBe(prepared)
  })

  test('[C2] a side that may not yet show gets nothing to see or hear, though the other sends', async () => {
    await prepare()
    await page().evaluate(() => window.pair.b?.engine.setMediaEnabled(true))
    await expect.poll(async () => (await arrivedAtA()).frames).toBeGreaterThan(5)
    const shown = await page().evaluate(() =>
      window.media
        .streamOf(window.pair.a)
        ?.getTracks()
        .map((track) => track.enabled),
    )
    expect(shown).toEqual([false, false])
    expect(await state('a')).toMatchObject({ remote: { picture: 'none', sound: 'none' } })
  })

  test('[C17] the first picture is small, and whole soon after', async () => {
    await prepare({}, 720)
    const first = await page().evaluate(async () => {
      const video = document.createElement('video')
      video.muted = true
      video.srcObject = window.media.streamOf(window.pair.a)
      void video.play()
      window.pair.a.engine.setMediaEnabled(true)
      window.pair.b?.engine.setMediaEnabled(true)
      for (;;) {
        const { lines } = await window.media.arrived(window.pair.a.connection)
        const [sent] = window.pair.b?.connection
          .getSenders()
          .find(({ track }) => track?.kind === 'video')
          ?.getParameters().encodings ?? [{}]
        if (lines > 0) return { lines, bits: sent?.maxBitrate }
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    })
    expect(first.lines).toBeLessThanOrEqual(200)
    expect(first.bits).toBeLessThanOrEqual(150_000)
    await expect.poll(async () => (await arrivedAtA()).lines, { timeout: 10_000 }).toBeGreaterThanOrEqual(540)
  })
})

describe('what the sides tell each other', () => {
  test('[C15] a muted microphone, a camera turned off and on again are known at the other side, without a signal', async () => {
    await prepare()
    await flow(true)
    await seeAndHear()
    const before = await signals()
    await page().evaluate(async () => {
      const { audio, video } = await window.media.camera()
      Object.assign(window, { audio, video })
      audio.enabled = false
      window.pair.b?.engine.setOutgoing({ camera: { audio, video: null } })
    })
    await remoteSound('a', 'muted')
    await remotePicture('a', 'off')
    await page().evaluate(() => {
      const { audio, video } = window as never as Record<string, MediaStreamTrack>
      if (audio) audio.enabled = true
      window.pair.b?.engine.setOutgoing({ camera: { audio: audio ?? null, video: video ?? null } })
    })
    await remoteSound('a', 'on')
    await remotePicture('a', 'showing')
    await page().evaluate(() => window.pair.b?.engine.setOutgoing({}))
    await remoteSound('a', 'none')
    expect(await signals()).toBe(before)
  })

  test('[C15] a microphone muted on the track itself is told too', async () => {
    await prepare()
    await flow(true)
    await remoteSound('a', 'on')
    await page().evaluate(() => {
      for (const sender of window.pair.b?.connection.getSenders() ?? [])
        if (sender.track?.kind === 'audio') sender.track.enabled = false
    })
    await remoteSound('a', 'muted')
  })

  test('[C1] another camera takes over during the call without a signal', async () => {
    await prepare()
    await flow(true)
    await seeAndHear()
    const before = await signals()
    await page().evaluate(async () => window.pair.b?.engine.setOutgoing({ camera: await window.media.camera(180) }))
    await seeAndHear(20)
    expect(await signals()).toBe(before)
  })
})
