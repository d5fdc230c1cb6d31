// Chromium with a fake camera and microphone, and what the tests ask of a page: is real media really flowing?
import { type Browser, type BrowserContext, chromium } from 'playwright-core'
import { mediaFiles } from './media-files.ts'

export const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'

export interface BrowserWishes {
  /** Without devices the browser has no camera and no microphone at all. */
  readonly devices?: boolean
  readonly flags?: readonly string[]
}

export async function openChromium({ devices = true, flags = [] }: BrowserWishes = {}): Promise<Browser> {
  const { picture, speech } = mediaFiles()
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--disable-background-networking',
      '--autoplay-policy=no-user-gesture-required',
      ...(devices
        ? [
            '--use-fake-device-for-media-stream',
            `--use-file-for-fake-video-capture=${picture}`,
            `--use-file-for-fake-audio-capture=${speech}`,
          ]
        : []),
      ...flags,
    ],
  })
}

export const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
export const DESK = { viewport: { width: 1440, height: 900 } }

/**
 * A person's own browser: cookies apart from everybody else's. `allow` answers the permission questions; called to a call they
 * press "Join now", unless `joins` is false.
 */
export async function openPerson(
  browser: Browser,
  shape: typeof PHONE | typeof DESK,
  allow: readonly string[] = ['camera', 'microphone'],
  { joins = true } = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({ ...shape, permissions: [...allow], locale: 'en-GB' })
  context.setDefaultTimeout(20_000)
  await context.addInitScript(rememberConnections)
  if (joins) await context.addInitScript(joinWhenCalled)
  // A page in a call asks before it closes: these people mean it.
  context.on('dialog', (dialog) => void (dialog.type() === 'beforeunload' ? dialog.accept() : dialog.dismiss()))
  return context
}

/** Runs in a page: presses "Join now" whenever it is there. */
export function joinWhenCalled(): void {
  setInterval(() => document.querySelector<HTMLButtonElement>('.called-join button')?.click(), 200)
}

/** Runs in a page before its own scripts: remembers its connections, so that a test can ask them what really arrived. */
export function rememberConnections(): void {
  const held: RTCPeerConnection[] = []
  const Real = window.RTCPeerConnection
  window.RTCPeerConnection = class extends Real {
    constructor(configuration?: RTCConfiguration) {
      super(configuration)
      held.push(this)
    }
  }
  Object.assign(window, { heldConnections: held })
}

export interface Arrived {
  readonly frames: number
  readonly energy: number
}

/** Runs in a page: frames decoded and sound energy received so far, over its open connections. */
export async function sumArrived(): Promise<Arrived> {
  const held = (window as unknown as { heldConnections: RTCPeerConnection[] }).heldConnections
  const sum = { frames: 0, energy: 0 }
  for (const connection of held) {
    if (connection.connectionState === 'closed') continue
    for (const stat of (await connection.getStats()).values()) {
      if (stat.type !== 'inbound-rtp') continue
      if (stat.kind === 'video') sum.frames += stat.framesDecoded ?? 0
      else sum.energy += stat.totalAudioEnergy ?? 0
    }
  }
  return sum
}

/** A page of either driver. */
export interface Asked {
  evaluate(ask: () => Promise<Arrived>): Promise<Arrived>
}

export const arrived = (page: Asked): Promise<Arrived> => page.evaluate(sumArrived)

/** Resolves once new frames and new sound have arrived on `page` after now. */
export async function mediaFlows(page: Asked): Promise<void> {
  const before = await arrived(page)
  await waitUntil('picture and sound arrive', async () => {
    const now = await arrived(page)
    return now.frames > before.frames + 5 && now.energy > before.energy
  })
}

/** Resolves once neither picture nor sound has arrived on `page` for a second. */
export async function stopsArriving(page: Asked): Promise<void> {
  let before = await arrived(page)
  await waitUntil('nothing arrives any more', async () => {
    await new Promise((resolve) => setTimeout(resolve, 1000))
    const now = await arrived(page)
    const still = now.frames === before.frames && now.energy - before.energy < 1e-6
    before = now
    return still
  })
}

/** Polls a condition of the other side's making. Throws after `withinMs`, with what was waited for. */
export async function waitUntil(
  what: string,
  holds: () => Promise<boolean> | boolean,
  withinMs = 30_000,
): Promise<void> {
  const end = Date.now() + withinMs
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
