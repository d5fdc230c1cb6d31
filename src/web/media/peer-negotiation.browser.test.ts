// Agreeing on the path between two real connections in Chromium, over a relay that loses, delays and invents signals.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type {} from '../../../test/media/media-page.ts'
import { type MediaPage, openMediaPage } from '../../../test/media/open-media-page.ts'
import { pairOn } from '../../../test/media/pair.ts'

let opened: MediaPage
const page = () => opened.page
const { prepare, bothReady, flow, signals, state, seeAndHear, remotePicture } = pairOn(page)

beforeEach(async () => {
  opened = await openMediaPage()
})
afterEach(async () => {
  await opened.close()
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
      // Another kind of page: perfect negotiation, polite, which offers by itself.
      const other = new RTCPeerConnection()
      const candidates: RTCIceCandidate[] = []
      other.onicecandidate = ({ candidate }) => {
        if (candidate) candidates.push(candidate)
      }
      other.createDataChannel('state', { negotiated: true, id: 0 })
      // A browser that is made to take its offer back before it has begun to gather never gathers: it is given that time.
      await other.setLocalDescription()
      while (candidates.length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
      window.pair = window.media.openPair({ lossy: true })
      const { a } = window.pair
      const tell = (candidate: RTCIceCandidate) => a.engine.receive('b', { candidate: candidate.toJSON() as never })
      const answer = async (payload: (typeof a.sent)[number]) => {
        if ('candidate' in payload) return other.addIceCandidate(payload.candidate ?? undefined)
        await other.setRemoteDescription(payload.description)
        await other.setLocalDescription()
        a.engine.receive('b', { description: other.localDescription?.toJSON() as never })
      }
      a.engine.receive('b', { description: other.localDescription?.toJSON() as never })
      for (const candidate of candidates) tell(candidate)
      other.onicecandidate = ({ candidate }) => {
        if (candidate) tell(candidate)
      }
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

  test('[C3] the answer to an offer that was replaced is not taken', async () => {
    const after = await page().evaluate(async () => {
      window.pair = window.media.openPair({ lossy: true })
      const { a } = window.pair
      const b = window.pair.openB()
      type Signal = (typeof a.sent)[number]
      const found = async (sent: readonly Signal[], type: string, but?: Signal): Promise<Signal> => {
        for (;;) {
          const one = sent.find((each) => 'description' in each && each.description.type === type && each !== but)
          if (one) return one
          await new Promise((resolve) => setTimeout(resolve, 20))
        }
      }
      const offer = await found(a.sent, 'offer')
      b.engine.receive('a', offer)
      const late = await found(b.sent, 'answer')
      // So long, what comes of itself does not replace an offer.
      await new Promise((resolve) => setTimeout(resolve, 1100))
      a.sent.length = 0
      a.engine.receive('b', { description: { type: 'rollback', sdp: '' } })
      await found(a.sent, 'offer')
      a.engine.receive('b', late)
      await new Promise((resolve) => setTimeout(resolve, 300))
      window.pair.relay.lossy = false
      return a.connection.signalingState
    })
    expect(after).toBe('have-local-offer')
    await bothReady()
  })

  test('[C6] a first path whose candidates were all lost is looked for anew', async () => {
    await page().evaluate(async () => {
      const pair = window.media.openPair()
      window.pair = pair
      let losing = true
      for (const { engine } of [pair.a, pair.openB()]) {
        const { receive } = engine
        Object.assign(engine, {
          receive(from: string, payload: (typeof pair.a.sent)[number]) {
            if (!losing || 'description' in payload) receive(from, payload)
          },
        })
      }
      while (pair.a.connection.remoteDescription === null) await new Promise((resolve) => setTimeout(resolve, 20))
      await new Promise((resolve) => setTimeout(resolve, 500))
      losing = false
    })
    expect((await state('a')).link).toBe('preparing')
    await bothReady()
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
      for (const each of junk) a.engine.receive('b', each as never)
      window.pair.relay.lossy = false
      const b = window.pair.openB()
      for (const each of junk) b.engine.receive('a', each as never)
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
      window.pair.b?.engine.setMediaEnabled(true)
      window.pair.b?.engine.restart()
    })
    expect(await state('b')).toMatchObject({ link: 'closed', remote: { picture: 'none' } })
    await remotePicture('a', 'frozen')
    await page().waitForFunction(() => window.pair.a.engine.state.get().link === 'reconnecting')
    const { lastFrameAt } = (await state('a')).remote
    expect(Date.now() - (lastFrameAt ?? 0)).toBeGreaterThan(1000)
    const before = await page().evaluate(() => window.pair.a.sent.length)
    await page().waitForFunction((old) => window.pair.a.sent.length > old, before)
  })
})
