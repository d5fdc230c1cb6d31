// Whoever chose to be phoned is phoned: at the door, in the waiting room, in the call. What browsers really hold is counted:
// connections, and tracks of camera and microphone, on both sides.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DESK, mediaFlows, openChromium, openPerson, PHONE, waitUntil } from './browser.ts'
import { looksRight } from './looks.ts'
import { arriveAndWait, JEAN, join, sampleClinic, signIn } from './people.ts'
import { type Product, startProduct } from './product.ts'

/** Runs in a page before its own scripts: remembers every track that a camera or a microphone gave. */
function rememberTracks(): void {
  const held: MediaStreamTrack[] = []
  const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
  navigator.mediaDevices.getUserMedia = async (wanted) => {
    const stream = await real(wanted)
    held.push(...stream.getTracks())
    return stream
  }
  Object.assign(window, { heldTracks: held })
}

interface Holds {
  /** Ever made since the page was loaded, and not closed. */
  readonly made: number
  readonly open: number
  /** Of camera and microphone, ever given, and running. */
  readonly given: number
  readonly running: number
}

function countHeld(): Holds {
  const { heldConnections, heldTracks } = window as unknown as {
    heldConnections: RTCPeerConnection[]
    heldTracks: MediaStreamTrack[]
  }
  // A browser is tried for whether it makes calls at all: that connection carries nothing, and never described itself.
  const ofCalls = heldConnections.filter((one) => one.localDescription !== null || one.getTransceivers().length > 0)
  return {
    made: ofCalls.length,
    open: ofCalls.filter((one) => one.connectionState !== 'closed').length,
    given: heldTracks.length,
    running: heldTracks.filter((one) => one.readyState === 'live').length,
  }
}

const holds = (page: Page): Promise<Holds> => page.evaluate(countHeld)

/** Nothing could be sent from any of these pages. */
async function nothingIsHeld(...pages: Page[]): Promise<void> {
  await waitUntil('no connection and no track is left', async () => {
    const all = await Promise.all(pages.map(holds))
    return all.every(({ open, running }) => open === 0 && running === 0)
  })
}

/** Neither now nor since the page was loaded. */
async function nothingWasMade(...pages: Page[]): Promise<void> {
  for (const page of pages) expect(await holds(page)).toEqual({ made: 0, open: 0, given: 0, running: 0 })
}

let product: Product
let browser: Browser
let clinic: Awaited<ReturnType<typeof sampleClinic>>
let contexts: BrowserContext[]

beforeAll(async () => {
  product = await startProduct()
  browser = await openChromium()
  clinic = await sampleClinic(product.url, product.link('sample'))
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})
beforeEach(() => {
  contexts = []
})
afterEach(async () => {
  for (const context of contexts) await context.close()
})

async function person(shape: typeof PHONE | typeof DESK): Promise<BrowserContext> {
  const context = await openPerson(browser, shape)
  await context.addInitScript(rememberTracks)
  contexts.push(context)
  return context
}

async function practitionerOf(name: string): Promise<Page> {
  const page = await (await person(DESK)).newPage()
  const { email, password } = clinic.person(name)
  await signIn(page, product.url, email, password)
  return page
}

/** From the door to the waiting room without camera and sound. */
async function arriveToBePhoned(context: BrowserContext, door: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(door)
  await page.getByRole('button', { name: 'Phone me instead' }).click()
  await page.getByLabel('First name').fill(JEAN.firstName)
  await page.getByLabel('Last name').fill(JEAN.lastName)
  const [day, month, year] = JEAN.born
  await page.getByLabel('Day', { exact: true }).fill(day)
  await page.getByLabel('Month', { exact: true }).fill(month)
  await page.getByLabel('Year', { exact: true }).fill(year)
  await page.getByLabel('Phone number').fill(JEAN.phone)
  const consent = page.getByLabel('I agree')
  if (await consent.isVisible()) await consent.check()
  await page.getByRole('button', { name: 'Ask the clinic to phone me' }).click()
  await page.getByText('The clinic will phone you').waitFor()
  return page
}

const phones = (page: Page) => page.getByRole('heading', { name: / is phoning you\.$/ }).waitFor()

async function bePhoned(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Phone me instead' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Yes, phone me' }).click()
}

async function end(practitioner: Page, patient: Page): Promise<void> {
  await practitioner.getByRole('button', { name: 'End', exact: true }).click()
  await practitioner.getByRole('dialog').getByRole('button', { name: 'End visit' }).click()
  await patient.getByText('We will send you a letter with what we agreed.').waitFor()
}

describe('chosen at the door', () => {
  test('[PHC1] [PHC9] [PHC10] nothing is ever made on either side, from the confirmation to the end', async () => {
    const ofPatient = await person(PHONE)
    const patient = await arriveToBePhoned(ofPatient, clinic.door('Physiotherapy'))
    await looksRight(patient, 'waiting to be phoned')
    const practitioner = await practitionerOf('Tomasz')
    await practitioner.getByRole('button', { name: `Join ${JEAN.firstName} ${JEAN.lastName}` }).click()
    await practitioner.getByRole('dialog').getByText('They ask to be phoned').waitFor()
    await looksRight(practitioner, 'confirmation by phone')
    await practitioner.getByRole('dialog').getByRole('button', { name: 'Join by phone' }).click()
    await phones(patient)
    await patient.getByText('Your camera and sound are off on this page.').waitFor()
    await looksRight(patient, 'being phoned')
    const number = practitioner.getByRole('link', { name: `Call ${JEAN.phone}` })
    await number.waitFor()
    expect(await number.getAttribute('href')).toBe('tel:01632960001')
    await practitioner.getByText('Say who you are and where you call from.').waitFor()
    await looksRight(practitioner, 'phone consultation')
    // Tries without an answer.
    await practitioner.getByRole('button', { name: 'No answer' }).click()
    await practitioner.getByText('1 try without an answer').waitFor()
    await practitioner.getByRole('link', { name: `Call ${JEAN.phone} again` }).waitFor()
    await patient.getByText('You did not answer at').waitFor()
    // Hold and resume.
    await practitioner.getByRole('button', { name: 'Hold', exact: true }).click()
    await patient.getByRole('heading', { name: /has put you on hold/ }).waitFor()
    await practitioner.getByRole('button', { name: 'Go on', exact: true }).click()
    await phones(patient)
    await nothingWasMade(patient, practitioner)
    // Both reload; the patient opens a second tab; the practitioner a second window, and takes it over.
    await Promise.all([patient.reload(), practitioner.reload()])
    await phones(patient)
    await practitioner.getByText('1 try without an answer').waitFor()
    const second = await practitioner.context().newPage()
    await second.goto(practitioner.url())
    await second.getByText('1 try without an answer').waitFor()
    await practitioner.getByText('This visit is open in another window').waitFor()
    const tab = await ofPatient.newPage()
    await tab.goto(patient.url())
    await tab.getByRole('button', { name: `Carry on as ${JEAN.firstName}` }).click()
    await phones(tab)
    await nothingWasMade(patient, tab, practitioner, second)
    await product.kill()
    await product.start()
    await waitUntil('both are connected again', async () => (await second.getByText('cannot be reached').count()) === 0)
    await nothingWasMade(tab, second)
    await end(second, tab)
    await nothingWasMade(patient, tab, practitioner, second)
    const note = second.getByLabel(/^Note about Jean/)
    expect(await note.inputValue()).toMatch(/Phoned at \d\d:\d\d: no answer \(try 1\)\./)
  })
})

describe('chosen in the waiting room', () => {
  test('[PHC2] [PHC3] [PHC5] the path that was ready and the camera go, and the join makes none', async () => {
    const patient = await arriveAndWait(await person(PHONE), clinic.door('Nurse'))
    const practitioner = await practitionerOf('Helen')
    await practitioner.getByRole('button', { name: `Join ${JEAN.firstName} ${JEAN.lastName}` }).click()
    await practitioner.getByRole('dialog').getByText('The line to them is ready.').waitFor()
    expect((await holds(patient)).running).toBeGreaterThan(0)
    await bePhoned(patient)
    await patient.getByText('The clinic will phone you').waitFor()
    await nothingIsHeld(patient)
    await practitioner.getByRole('dialog').getByRole('button', { name: 'Join by phone' }).click()
    await phones(patient)
    await practitioner.getByRole('link', { name: `Call ${JEAN.phone}` }).waitFor()
    await nothingIsHeld(patient, practitioner)
    const [made, others] = [(await holds(patient)).made, (await holds(practitioner)).made]
    expect(Math.min(made, others)).toBeGreaterThan(0)
    for (const [press, see] of [
      ['Hold', /has put you on hold/],
      ['Go on', /is phoning you/],
    ] as const) {
      await practitioner.getByRole('button', { name: press, exact: true }).click()
      await patient.getByRole('heading', { name: see }).waitFor()
    }
    expect([(await holds(patient)).made, (await holds(practitioner)).made]).toEqual([made, others])
    await end(practitioner, patient)
  })
})

describe('chosen in the call', () => {
  test('[PHC3] [PHC6] [PHC7] picture and sound stop on both sides, and come back when both agree', async () => {
    const patient = await arriveAndWait(await person(PHONE), clinic.door('Physiotherapy'))
    const practitioner = await practitionerOf('Tomasz')
    await join(practitioner)
    await mediaFlows(practitioner)
    await mediaFlows(patient)
    await looksRight(patient, 'call with the way to the phone')
    await bePhoned(patient)
    await phones(patient)
    await practitioner.getByRole('link', { name: `Call ${JEAN.phone}` }).waitFor()
    await nothingIsHeld(patient, practitioner)
    // Another number.
    await patient.getByRole('button', { name: 'Change the number' }).click()
    await patient.getByLabel('Your phone number').fill('07700 900 999')
    await patient.getByRole('dialog').getByRole('button', { name: 'Use this number' }).click()
    await practitioner.getByRole('link', { name: 'Call 07700 900 999' }).waitFor()
    // Asked for by the practitioner, and declined; then by the patient, and agreed to.
    await practitioner.getByRole('button', { name: 'Ask to change to video' }).click()
    await patient.getByRole('button', { name: 'No, stay on the phone' }).click()
    await practitioner.getByText('would rather stay on the phone').waitFor()
    await patient.getByRole('button', { name: 'I would rather use video' }).click()
    await practitioner.getByText('would rather use video').waitFor()
    await nothingIsHeld(patient, practitioner)
    await practitioner.getByRole('button', { name: 'Change to video' }).click()
    await mediaFlows(practitioner)
    await mediaFlows(patient)
    await end(practitioner, patient)
  })
})
