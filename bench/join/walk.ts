// One join, walked through as the two people do it: in the product, and on the two bare pages.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { arriveAndWait, JEAN, signIn } from '../../e2e/people.ts'
import type { Clinic } from '../clinic.ts'
import { sceneFile, voiceFile } from '../link/scene.ts'
import { noteNextClick, readClick, readFirstFrame, watchFirstFrame } from './watch.ts'

export const flags = (width: number, height: number) => [
  '--no-sandbox',
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-video-capture=${sceneFile(width, height)}`,
  `--use-file-for-fake-audio-capture=${voiceFile()}`,
  '--autoplay-policy=no-user-gesture-required',
  '--disable-quic',
  '--disable-background-networking',
]

/** Where the two people sit: one browser, or one at each end of a link. */
export interface Browsers {
  readonly patientIn: Browser
  readonly practitionerIn: Browser
}

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

/** Runs in a page: what would prepare the path is not said, and nothing else is touched. */
function neverPrepare(): void {
  const { send } = WebSocket.prototype
  WebSocket.prototype.send = function (data) {
    if (typeof data !== 'string' || !data.includes('"call.prepare"')) send.call(this, data)
  }
}

/** `prepared` as the product is; otherwise the confirmation never gets to prepare, and the click begins from nothing. */
export async function product(
  { patientIn, practitionerIn }: Browsers,
  clinic: Clinic,
  prepared: boolean,
): Promise<number> {
  const ofPatient = await person(patientIn, 390, 844)
  const patient = await arriveAndWait(ofPatient, clinic.door)
  const ofPractitioner = await person(practitionerIn, 1440, 900)
  if (!prepared) await ofPractitioner.addInitScript(neverPrepare)
  const practitioner = await ofPractitioner.newPage()
  await signIn(practitioner, clinic.url, clinic.practitioner.email, clinic.practitioner.password)
  await practitioner.getByRole('button', { name: `Join ${JEAN.firstName} ${JEAN.lastName}` }).click()
  const dialog = practitioner.getByRole('dialog')
  // The practitioner's own camera is open in either case, as the floor's is.
  await dialog.locator('video').first().waitFor()
  if (prepared) await dialog.getByText('The line to them is ready.').waitFor()
  await practitioner.waitForTimeout(500)
  await dialog.getByRole('button', { name: 'Join', exact: true }).click()
  const joinNow = patient.getByRole('button', { name: 'Join now' })
  await joinNow.waitFor()
  // What is pressed in a screen's first second counts for nothing.
  await patient.waitForTimeout(1200)
  const took = await clickToFrames(patient, joinNow, practitioner)
  await patient.evaluate(() =>
    fetch('/api/patient/visit/leave', { method: 'POST', headers: { 'x-bedside': '1' } }).then(() => {}),
  )
  await ofPatient.close()
  await ofPractitioner.close()
  return took
}

export async function bare({ patientIn, practitionerIn }: Browsers, url: string): Promise<number> {
  const contexts = [await person(patientIn, 390, 844), await person(practitionerIn, 1440, 900)]
  try {
    const pages: Page[] = []
    for (const context of contexts) {
      const page = await context.newPage()
      await page.goto(url)
      await page.waitForFunction(() => document.title === 'ready')
      pages.push(page)
    }
    const [other, pressed] = pages as [Page, Page]
    await pressed.waitForTimeout(500)
    return await clickToFrames(pressed, pressed.locator('button'), other)
  } finally {
    for (const context of contexts) await context.close()
  }
}
