// Two engines in one page, as a test sees them: prepares them, lets them flow, and waits for what really arrived.
import type { Page } from 'playwright-core'
import type { EngineState, RemoteParticipant } from '../../src/web/media/engine.ts'
import type {} from './media-page.ts'

export interface PairOnPage {
  prepare(relay?: { candidatesFirst?: boolean }, lines?: number): Promise<void>
  bothReady(): Promise<unknown>
  flow(flowing: boolean): Promise<void>
  /** Signals sent so far by both sides. */
  signals(): Promise<number>
  state(side: 'a' | 'b'): Promise<Omit<EngineState, 'remotes'> & { remote: Omit<RemoteParticipant, 'streams'> }>
  seeAndHear(frames?: number): Promise<void>
  remotePicture(side: 'a' | 'b', picture: RemoteParticipant['picture']): Promise<unknown>
  remoteSound(side: 'a' | 'b', sound: RemoteParticipant['sound']): Promise<unknown>
}

export function pairOn(page: () => Page): PairOnPage {
  /** Opens both engines with camera and microphone, and waits for the path. */
  async function prepare(relay: { candidatesFirst?: boolean } = {}, lines = 360): Promise<void> {
    await page().evaluate(
      async ({ relay: settings, lines }) => {
        const pair = window.media.openPair(settings)
        window.pair = pair
        pair.openB()
        for (const side of [pair.a, pair.b]) side?.engine.setOutgoing({ camera: await window.media.camera(lines) })
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
      window.pair.a.engine.setMediaEnabled(next)
      window.pair.b?.engine.setMediaEnabled(next)
    }, flowing)
  const signals = () => page().evaluate(() => window.pair.a.sent.length + (window.pair.b?.sent.length ?? 0))
  const state = (side: 'a' | 'b') =>
    page().evaluate((name) => {
      const { remotes, ...rest } = window.pair[name]?.engine.state.get() ?? ({} as never)
      const { streams: _streams, ...remote } = [...remotes.values()][0] ?? ({} as never)
      return { ...rest, remote }
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
      ([name, wanted]) => window.media.remoteOf(window.pair[name as 'a' | 'b'])?.picture === wanted,
      [side, picture],
    )
  const remoteSound = (side: 'a' | 'b', sound: string) =>
    page().waitForFunction(
      ([name, wanted]) => window.media.remoteOf(window.pair[name as 'a' | 'b'])?.sound === wanted,
      [side, sound],
    )

  return { prepare, bothReady, flow, signals, state, seeAndHear, remotePicture, remoteSound }
}
