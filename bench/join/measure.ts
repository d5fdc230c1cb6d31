// From the practitioner's click on join to the first remote frame presented on both sides, beside two bare pages that make
// the same call from nothing, with the same camera in the same browser.
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { arriveAndWait, JEAN, signIn } from '../../e2e/people.ts'
import { type Clinic, startClinic } from '../clinic.ts'
import { type Bench, type Figure, median } from '../figures.ts'
import { sceneFile, voiceFile } from '../link/scene.ts'
import { CHROMIUM } from '../machine.ts'
import { type Floor, startFloor } from './floor.ts'
import { noteNextClick, readClick, readFirstFrame, watchFirstFrame } from './watch.ts'

const RUNS = 10
const SIZES = [
  [640, 480],
  [1280, 720],
] as const

const flags = (width: number, height: number) => [
  '--no-sandbox',
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-video-capture=${sceneFile(width, height)}`,
  `--use-file-for-fake-audio-capture=${voiceFile()}`,
  '--autoplay-policy=no-user-gesture-required',
  '--disable-quic',
  '--disable-background-networking',
]

async function person(browser: Browser, width: number, height: number): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width, height }, permissions: ['camera', 'microphone'] })
  // The runner's compiler names functions through a helper that pages do not have.
  await context.addInitScript('globalThis.__name = (named) => named')
  await context.addInitScript(watchFirstFrame)
  return context
}

/** Presses `button` and returns how long both pages then took to present their first frame, in ms. */
async function clickToFrames(pressed: Page, button: ReturnType<Page['locator']>, other: Page): Promise<number> {
  await pressed.evaluate(noteNextClick)
  await button.click()
  for (const page of [pressed, other]) await page.waitForFunction(readFirstFrame, undefined, { polling: 50 })
  const clicked = await pressed.evaluate(readClick)
  const frames = await Promise.all([pressed, other].map((page) => page.evaluate(readFirstFrame)))
  return Math.max(...frames) - clicked
}

/** `prepared` as the product is; otherwise the confirmation never gets to prepare, and the click begins from nothing. */
async function product(browser: Browser, clinic: Clinic, prepared: boolean): Promise<number> {
  const ofPatient = await person(browser, 390, 844)
  const patient = await arriveAndWait(ofPatient, clinic.door)
  const ofPractitioner = await person(browser, 1440, 900)
  if (!prepared)
    await ofPractitioner.routeWebSocket(/socket\.io/, (socket) => {
      const server = socket.connectToServer()
      socket.onMessage((message) => {
        if (!String(message).includes('"call.prepare"')) server.send(message)
      })
    })
  const practitioner = await ofPractitioner.newPage()
  await signIn(practitioner, clinic.url, clinic.practitioner.email, clinic.practitioner.password)
  await practitioner.getByRole('button', { name: `Join ${JEAN.firstName} ${JEAN.lastName}` }).click()
  const dialog = practitioner.getByRole('dialog')
  // The practitioner's own camera is open in either case, as the floor's is.
  await dialog.locator('video').first().waitFor()
  if (prepared) await dialog.getByText('The line to them is ready.').waitFor()
  await practitioner.waitForTimeout(500)
  const took = await clickToFrames(practitioner, dialog.getByRole('button', { name: 'Join', exact: true }), patient)
  await patient.evaluate(() =>
    fetch('/api/patient/visit/leave', { method: 'POST', headers: { 'x-bedside': '1' } }).then(() => {}),
  )
  await ofPatient.close()
  await ofPractitioner.close()
  return took
}

async function bare(browser: Browser, floor: Floor): Promise<number> {
  const contexts = [await person(browser, 390, 844), await person(browser, 1440, 900)]
  const pages: Page[] = []
  for (const context of contexts) {
    const page = await context.newPage()
    await page.goto(`http://localhost:${floor.port}/`)
    await page.waitForFunction(() => document.title === 'ready')
    pages.push(page)
  }
  const [other, pressed] = pages as [Page, Page]
  await pressed.waitForTimeout(500)
  const took = await clickToFrames(pressed, pressed.locator('button'), other)
  for (const context of contexts) await context.close()
  return took
}

export async function measureJoin(bench: Bench): Promise<Figure[]> {
  const floor = await startFloor(0, 'localhost')
  const clinic = await startClinic()
  const figures: Figure[] = []
  try {
    for (const [width, height] of SIZES) {
      const browser = await chromium.launch({ executablePath: CHROMIUM, args: flags(width, height) })
      const times = { floor: [] as number[], cold: [] as number[], prepared: [] as number[] }
      for (let run = 0; run < RUNS; run++) {
        await bench.quiet()
        bench.say(`join: ${width}x${height}, run ${run + 1} of ${RUNS}`)
        times.floor.push(await bare(browser, floor))
        times.cold.push(await product(browser, clinic, false))
        times.prepared.push(await product(browser, clinic, true))
      }
      await browser.close()
      const beside = { what: 'two bare pages', value: median(times.floor) }
      const of = (what: string, some: number[], atMostTimes: number): Figure => ({
        measure: 'join',
        what: `${what}, ${width}x${height} (median of ${RUNS})`,
        unit: 'ms',
        value: median(some),
        beside,
        target: { atMostTimes },
      })
      figures.push(of('click to first frame, cold', times.cold, 1.2))
      figures.push(of('click to first frame, prepared', times.prepared, 0.6))
    }
    return figures
  } finally {
    await floor.close()
    await clinic.stop()
  }
}
