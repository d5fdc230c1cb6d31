// The engine between two real connections in Chromium, with a fake camera and a relay in the page.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type {} from '../../../test/media/media-page.ts'
import { type MediaPage, openMediaPage } from '../../../test/media/open-media-page.ts'

let opened: MediaPage
const page = () => opened.page

beforeEach(async () => {
  opened = await openMediaPage()
})
afterEach(async () => {
  await opened.close()
})

/** Opens both engines with camera and microphone, and waits for the path. */
async function prepare(relay: { candidatesFirst?: boolean } = {}, lines = 360): Promise<void> {
  await page().evaluate(
    async ({ relay: settings, lines }) => {
      const pair = window.media.openPair(settings)
      window.pair = pair
      pair.openB()
      for (const side of [pair.a, pair.b]) side?.engine.setOutgoing(await window.media.camera(lines))
    },
    { relay, lines },
  )
  await bothReady()
}
const bothReady = () =>
  page().waitForFunction(() => {
    const { a, b } = window.pair
    return a.engine.state.get().link === 'ready' && b?.engine.state.get().link === 'ready'
  })
const flow = (flowing: boolean) =>
  page().evaluate((next) => {
    window.pair.a.engine.setFlowing(next)
    window.pair.b?.engine.setFlowing(next)
  }, flowing)
const signals = () => page().evaluate(() => window.pair.a.sent.length + (window.pair.b?.sent.length ?? 0))
const state = (side: 'a' | 'b') =>
  page().evaluate((name) => {
    const { remoteStream: _stream, ...rest } = window.pair[name]?.engine.state.get() ?? ({} as never)
    return rest
  }, side)

/** Waits until both sides have decoded so many frames more, and heard something. */
async function seeAndHear(frames = 10): Promise<void> {
  await page().evaluate(async (more) => {
    const sides = [window.pair.a, window.pair.b].flatMap((side) => side ?? [])
    const before = await Promise.all(sides.map((side) => window.media.arrived(side.connection)))
    for (;;) {
      const now = await Promise.all(sides.map((side) => window.media.arrived(side.connection)))
      const enough = now.every((each, i) => {
        const old = before[i] ?? each
        return each.frames >= old.frames + more && each.energy > old.energy
      })
      if (enough) return
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }, frames)
}
const remotePicture = (side: 'a' | 'b', picture: string) =>
  page().waitForFunction(
    ([name, wanted]) => window.pair[name as 'a' | 'b']?.engine.state.get().remotePicture === wanted,
    [side, picture],
  )
const remoteSound = (side: 'a' | 'b', sound: string) =>
  page().waitForFunction(
    ([name, wanted]) => window.pair[name as 'a' | 'b']?.engine.state.get().remoteSound === wanted,
    [side, sound],
  )

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
    expect(await state('a')).toMatchObject({ link: 'ready', remotePicture: 'none', remoteSound: 'none' })
    await flow(true)
    await seeAndHear()
    expect(await signals()).toBe(prepared)
  })

  test('[C2] a side that may not yet show gets nothing to see or hear, though the other sends', async () => {
    await prepare()
    await page().evaluate(() => window.pair.b?.engine.setFlowing(true))
    await page().waitForFunction(async () => (await window.media.arrived(window.pair.a.connection)).frames > 5)
    const shown = await page().evaluate(() =>
      window.pair.a.engine.state
        .get()
        .remoteStream.getTracks()
        .map((track) => track.enabled),
    )
    expect(shown).toEqual([false, false])
    expect(await state('a')).toMatchObject({ remotePicture: 'none', remoteSound: 'none' })
  })

  test('[C17] the first picture is small, and whole soon after', async () => {
    await prepare({}, 720)
    const first = await page().evaluate(async () => {
      const video = document.createElement('video')
      video.muted = true
      video.srcObject = window.pair.a.engine.state.get().remoteStream
      void video.play()
      window.pair.a.engine.setFlowing(true)
      window.pair.b?.engine.setFlowing(true)
      for (;;) {
        const { lines } = await window.media.arrived(window.pair.a.connection)
        if (lines > 0) return lines
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    })
    expect(first).toBeLessThanOrEqual(200)
    await page().waitForFunction(async () => (await window.media.arrived(window.pair.a.connection)).lines >= 540)
  })
})

describe('agreeing on the path', () => {
  test('[C3] an offer that nobody heard is sent again', async () => {
    await page().evaluate(() => {
      window.pair = window.media.openPair({ lossy: true })
    })
    await page().waitForFunction(() => window.pair.a.sent.length > 0)
    await page().evaluate(() => {
      window.pair.relay.lossy = false
      window.pair.openB()
    })
    await bothReady()
  })

  test('[C3] when both ask for a new path at the same moment they agree on one, and the picture goes on', async () => {
    await prepare()
    await flow(true)
    await seeAndHear()
    const before = await page().evaluate(() => window.pair.a.connection.localDescription?.sdp)
    await page().evaluate(() => {
      // A path that carries is left alone, so an unanswered offer has to be in the way.
      window.pair.relay.lossy = true
      return window.pair.a.connection
        .createOffer({ iceRestart: true })
        .then((offer) => window.pair.a.connection.setLocalDescription(offer))
    })
    await page().evaluate(() => {
      window.pair.relay.lossy = false
      window.pair.b?.engine.restart()
      window.pair.a.engine.restart()
    })
    await page().waitForFunction(
      (old) =>
        window.pair.a.connection.signalingState === 'stable' &&
        window.pair.a.connection.remoteDescription &&
        window.pair.a.connection.localDescription?.sdp !== old,
      before,
    )
    await seeAndHear(30)
    await remotePicture('a', 'showing')
    await remotePicture('b', 'showing')
  })

  test('[C3] the side that offers heeds no offer while its own is open: two crossing offers settle', async () => {
    await page().evaluate(async () => {
      window.pair = window.media.openPair({ lossy: true })
      const { a } = window.pair
      // Another kind of page: perfect negotiation, polite, which offers by itself.
      const other = new RTCPeerConnection()
      const answer = async (payload: (typeof a.sent)[number]) => {
        if ('candidate' in payload) return other.addIceCandidate(payload.candidate ?? undefined)
        await other.setRemoteDescription(payload.description)
        await other.setLocalDescription()
        a.engine.receive({ description: other.localDescription?.toJSON() as never })
      }
      other.createDataChannel('state', { negotiated: true, id: 0 })
      await other.setLocalDescription()
      a.engine.receive({ description: other.localDescription?.toJSON() as never })
      for (let next = 0; a.connection.connectionState !== 'connected' || a.connection.signalingState !== 'stable'; ) {
        const payload = a.sent[next]
        if (payload) {
          next++
          await answer(payload)
        } else await new Promise((resolve) => setTimeout(resolve, 20))
      }
    })
    await page().waitForFunction(() => window.pair.a.engine.state.get().link === 'ready')
  })

  test('[C4] signals that make no sense harm nothing', async () => {
    await page().evaluate(() => {
      window.pair = window.media.openPair({ lossy: true })
      const { a } = window.pair
      const junk: unknown[] = [
        null,
        7,
        'offer',
        {},
        { description: null },
        { description: { type: 'offer', sdp: 'v=0 nonsense' } },
        { description: { type: 'answer', sdp: '' } },
        { description: { type: 'pranswer', sdp: 'x' } },
        { candidate: null },
        { candidate: { candidate: 7 } },
        { candidate: { candidate: 'candidate:nonsense', sdpMid: 'nowhere' } },
        ...Array.from({ length: 200 }, () => ({
          candidate: { candidate: 'candidate:1 1 udp 1 203.0.113.1 9 typ host', sdpMid: '0' },
        })),
      ]
      for (const each of junk) a.engine.receive(each as never)
      window.pair.relay.lossy = false
      const b = window.pair.openB()
      for (const each of junk) b.engine.receive(each as never)
    })
    await bothReady()
    expect(opened.complaints).toEqual([])
  })

  test('[C5] candidates that come before their description are kept for it', async () => {
    await prepare({ candidatesFirst: true })
    await flow(true)
    await seeAndHear()
  })

  test('[C6] a path that carries is not touched by a restart', async () => {
    await prepare()
    await flow(true)
    await seeAndHear()
    const before = await signals()
    await page().evaluate(() => {
      window.pair.a.engine.restart()
      window.pair.b?.engine.restart()
      window.dispatchEvent(new Event('online'))
    })
    await seeAndHear()
    expect(await signals()).toBe(before)
  })

  test('[C6] a closed engine says so, sends nothing more, and the other side looks for the path again', async () => {
    await prepare()
    await flow(true)
    await seeAndHear()
    await page().evaluate(() => {
      window.pair.b?.engine.close()
      window.pair.b?.engine.close()
      window.pair.b?.engine.setFlowing(true)
      window.pair.b?.engine.restart()
    })
    expect(await state('b')).toMatchObject({ link: 'closed', remotePicture: 'none' })
    await remotePicture('a', 'frozen')
    await page().waitForFunction(() => window.pair.a.engine.state.get().link === 'reconnecting')
    const { lastFrameAt } = await state('a')
    expect(Date.now() - (lastFrameAt ?? 0)).toBeGreaterThan(1000)
    const before = await page().evaluate(() => window.pair.a.sent.length)
    await page().waitForFunction((old) => window.pair.a.sent.length > old, before)
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
      window.pair.b?.engine.setOutgoing({ audio, video: null })
    })
    await remoteSound('a', 'muted')
    await remotePicture('a', 'off')
    await page().evaluate(() => {
      const { audio, video } = window as never as Record<string, MediaStreamTrack>
      if (audio) audio.enabled = true
      window.pair.b?.engine.setOutgoing({ audio: audio ?? null, video: video ?? null })
    })
    await remoteSound('a', 'on')
    await remotePicture('a', 'showing')
    await page().evaluate(() => window.pair.b?.engine.setOutgoing({ audio: null, video: null }))
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
    await page().evaluate(async () => window.pair.b?.engine.setOutgoing(await window.media.camera(180)))
    await seeAndHear(20)
    expect(await signals()).toBe(before)
  })
})
