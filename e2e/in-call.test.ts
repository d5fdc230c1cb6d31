// What stands beside the picture in a call: the coach, asking and answering, a sharp still, contact and checklist. Both
// people press and type only what they see.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DESK, mediaFlows, openChromium, openPerson, PHONE, waitUntil } from './browser.ts'
import { looksRight } from './looks.ts'
import { arriveAndWait, join, openTab, sampleClinic, signIn } from './people.ts'
import { type Product, startProduct } from './product.ts'

let product: Product
let browser: Browser
let clinic: Awaited<ReturnType<typeof sampleClinic>>

beforeAll(async () => {
  product = await startProduct()
  browser = await openChromium()
  clinic = await sampleClinic(product.url, product.link('sample'))
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

interface Call {
  readonly patient: Page
  readonly practitioner: Page
  /** Everything the patient's page asked the network for. */
  readonly asked: string[]
}

async function callAt(area: string, practitionerName: string): Promise<Call> {
  const ofPatient = await openPerson(browser, PHONE)
  // The coach leaves devices of few processors alone, and a test may run on one.
  await ofPatient.addInitScript(() => Object.defineProperty(navigator, 'hardwareConcurrency', { get: () => 8 }))
  const asked: string[] = []
  ofPatient.on('request', (request) => asked.push(request.url()))
  const patient = await arriveAndWait(ofPatient, clinic.door(area))
  const ofPractitioner = await openPerson(browser, DESK)
  const practitioner = await ofPractitioner.newPage()
  const person = clinic.person(practitionerName)
  await signIn(practitioner, product.url, person.email, person.password)
  await join(practitioner)
  await mediaFlows(practitioner)
  await mediaFlows(patient)
  return { patient, practitioner, asked }
}

async function end({ patient, practitioner }: Call): Promise<void> {
  await practitioner.getByRole('button', { name: 'End', exact: true }).click()
  await practitioner.getByRole('dialog').getByRole('button', { name: 'End visit' }).click()
  await patient.getByText('We will send you a letter with what we agreed.').waitFor()
}

describe('where movement is looked at', () => {
  let call: Call
  beforeAll(async () => {
    call = await callAt('Physiotherapy', 'Tomasz')
  })
  afterAll(async () => {
    await call.patient.context().close()
    await call.practitioner.context().close()
  })

  test('[J20] the picture has the place, and the note is one press away', async () => {
    expect(await call.practitioner.getByRole('tab', { name: 'Note' }).isVisible()).toBe(false)
    await openTab(call.practitioner, 'Note')
    await call.practitioner.getByLabel(/^Note about Jean/).waitFor()
  })

  test('[J21] the coach helps the patient, from files of our own only, and one press turns it off', async () => {
    const { patient, asked } = call
    const help = patient.getByRole('region', { name: 'Help with your place' })
    // What the made-up camera shows is no person.
    await help.getByText('Come in front of the camera').waitFor({ timeout: 60_000 })
    await help.getByText('It measures nothing and keeps nothing.').waitFor()
    await looksRight(patient, 'coach')
    // Their own picture is larger now: who is here stands beside it.
    const here = await patient.getByRole('region', { name: 'Who is here' }).boundingBox()
    const own = await patient.getByRole('group', { name: /^Your own picture/ }).boundingBox()
    expect((here?.x ?? Number.NaN) + (here?.width ?? 0)).toBeLessThanOrEqual(own?.x ?? 0)
    expect(asked.filter((url) => /movenet/.test(url)).length).toBeGreaterThan(0)
    expect(asked.filter((url) => !url.startsWith(product.url) && !url.startsWith('blob:'))).toEqual([])
    await help.getByRole('button', { name: 'Turn this help off' }).click()
    await help.getByRole('button', { name: 'Help me with my place' }).waitFor()
    expect(await patient.getByText('Come in front of the camera').isVisible()).toBe(false)
  })

  test('[J22] number, address and who is there are confirmed in sight and written into the note', async () => {
    const { practitioner } = call
    await practitioner.getByRole('button', { name: 'Confirm the call-back number' }).click()
    await practitioner.getByRole('button', { name: 'Change number, address and who is there' }).click()
    const dialog = practitioner.getByRole('dialog')
    await dialog.getByLabel('Where are they right now?').fill('12 Mill Lane, Ashby')
    await dialog.getByLabel('They confirmed this address').check()
    await dialog.getByRole('button', { name: 'Add somebody' }).click()
    await dialog.getByLabel(/^Person 1/).fill('Ann, daughter')
    await dialog.getByLabel('In the picture').uncheck()
    await looksRight(practitioner, 'contact')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await practitioner.getByText('12 Mill Lane, Ashby').first().waitFor()
    await practitioner.getByText('Ann, daughter (off camera)').waitFor()
    await practitioner.reload()
    await practitioner.getByText('Ann, daughter (off camera)').waitFor()
    await openTab(practitioner, 'Note')
    const note = practitioner.getByLabel(/^Note about Jean/)
    await waitUntil('the note has the number', async () =>
      (await note.inputValue()).includes('Call-back number confirmed'),
    )
  })

  test('[J23] ticking writes into the note, unticking takes exactly that out again', async () => {
    const { patient, practitioner } = call
    await openTab(practitioner, 'Note')
    const note = practitioner.getByLabel(/^Note about Jean/)
    await note.fill('Fell on Monday.')
    await openTab(practitioner, 'Checklist')
    await practitioner.getByLabel('Which walking aid is used?').check()
    const aid = practitioner.getByLabel('Walking aid', { exact: true })
    await aid.pressSequentially('A st')
    // Something new comes in the middle of the word.
    await patient.evaluate(() =>
      fetch('/api/patient/messages', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-bedside': '1' },
        body: JSON.stringify({ id: crypto.randomUUID(), text: 'It is beside me' }),
      }).then(() => {}),
    )
    await practitioner.locator('.side-panel-badge').waitFor()
    await aid.pressSequentially('ick')
    await aid.press('Enter')
    await practitioner.getByLabel('Can you see and hear me?').check()
    await looksRight(practitioner, 'checklist')
    await practitioner.getByLabel('Can you see and hear me?').uncheck()
    await openTab(practitioner, 'Note')
    expect(await note.inputValue()).toBe('Fell on Monday.\nWalking aid: A stick.')
  })

  test('[J24] what is measured now stands on the same card as before the call', async () => {
    const { practitioner } = call
    await openTab(practitioner, 'Equipment')
    await practitioner.getByText('Measured now').first().waitFor()
    await practitioner
      .getByText(/\d+p\b/)
      .first()
      .waitFor()
    await looksRight(practitioner, 'equipment in the call')
  })

  test('[J25] the end reminds of what was not ticked, and stops nobody', async () => {
    await end(call)
    await call.practitioner.getByText(/^Not ticked in this visit/).waitFor()
    await call.practitioner.getByRole('button', { name: 'Sign the note' }).waitFor()
    await looksRight(call.practitioner, 'close-out with a reminder')
  })
})

describe('where something is looked at closely', () => {
  let call: Call
  beforeAll(async () => {
    call = await callAt('Nurse drop-in', 'Helen')
  })
  afterAll(async () => {
    await call.patient.context().close()
    await call.practitioner.context().close()
  })

  test('[J26] a question waits for the patient, and both see what came of it', async () => {
    const { patient, practitioner } = call
    await practitioner.getByRole('button', { name: 'Ask for…' }).click()
    await looksRight(practitioner, 'what can be asked')
    await practitioner.getByRole('button', { name: 'Come nearer' }).click()
    await practitioner.getByText('Jean has not answered yet').waitFor()
    await patient.getByText('Please come nearer').waitFor()
    await looksRight(patient, 'question')
    await patient.getByRole('button', { name: 'I have done it' }).click()
    await practitioner.getByText('They say they have done it').waitFor()
    await practitioner.getByRole('button', { name: 'Sharp picture' }).click()
    await patient.getByRole('button', { name: 'Not now' }).click()
    await practitioner.getByText('Not now, they say').waitFor()
    await practitioner.getByRole('button', { name: 'Hide this' }).click()
  })

  test('[J27] a sharp still goes from page to page, is looked at closely, and is gone when it is discarded', async () => {
    const { patient, practitioner, asked } = call
    await practitioner.getByRole('button', { name: 'Sharp picture' }).click()
    await patient.getByText('May we take a sharp picture?').waitFor()
    const before = asked.length
    await patient.getByRole('button', { name: 'Allow' }).click()
    const viewer = practitioner.getByRole('dialog', { name: 'Sharp picture from Jean' })
    await viewer.getByRole('img').waitFor()
    const size = await viewer
      .getByRole('img')
      .evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalHeight))
    expect(size).toBeGreaterThanOrEqual(480)
    await patient.getByText('They have your picture now.').waitFor()
    // No request carried it: only questions of the program itself may have gone out.
    expect(asked.slice(before).filter((url) => !/assets|socket\.io/.test(url))).toEqual([])
    await viewer.getByRole('button', { name: 'Larger' }).click()
    await looksRight(practitioner, 'still')
    await viewer.getByRole('button', { name: 'Discard' }).click()
    await viewer.waitFor({ state: 'detached' })
    expect(await practitioner.getByText('Show the sharp picture').isVisible()).toBe(false)
    await end(call)
  })
})
