// A person's own devices in one page, as a test sees them.
import type { LocalState } from '../../src/web/media/local.ts'
import type {} from './media-page.ts'
import { type MediaPage, type MediaPageWishes, openMediaPage } from './open-media-page.ts'

/** The state with tracks told by their id. */
export type Told = Omit<LocalState, 'audio' | 'video'> & {
  readonly audio: string | null
  readonly video: string | null
  readonly muted: boolean | null
}

export interface LocalPage extends MediaPage {
  request(camera?: boolean, microphone?: boolean): Promise<void>
  state(): Promise<Told>
  until(what: Partial<Pick<LocalState, 'camera' | 'microphone'>>): Promise<unknown>
}

export async function openLocalPage(wishes: MediaPageWishes = {}): Promise<LocalPage> {
  const opened = await openMediaPage(wishes)
  const { page } = opened
  await page.evaluate(() => {
    window.local = window.media.createLocalMedia()
  })
  return {
    ...opened,
    request: (camera = true, microphone = true) =>
      page.evaluate((wanted) => window.local.request(wanted), { camera, microphone }),
    state: () =>
      page.evaluate(() => {
        const { audio, video, ...rest } = window.local.state.get()
        return { ...rest, audio: audio?.id ?? null, video: video?.id ?? null, muted: audio ? !audio.enabled : null }
      }),
    until: (what) =>
      page.waitForFunction(
        (wanted) => Object.entries(wanted).every(([key, value]) => window.local.state.get()[key as 'camera'] === value),
        what,
      ),
  }
}
