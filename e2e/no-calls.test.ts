// Browsers in which calls are switched off: each person is told before anybody waits for them, with the ways out.
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DESK, openChromium, openPerson, PHONE } from './browser.ts'
import { looksRight } from './looks.ts'
import { arriveAndWait, JEAN, join, sampleClinic, signIn, tellWho } from './people.ts'
import { type Product, startProduct } from './product.ts'

/** As an extension or a policy leaves it behind. */
const SWITCHED_OFF = 'Object.defineProperty(window, "RTCPeerConnection", { value: undefined, writable: true })'
/** Refused only once it is asked for: too many connections, or a setting that is looked at late. */
const REFUSING =
  'window.RTCPeerConnection = class { constructor() { throw new DOMException("Cannot create", "UnknownError") } }'

describe('[CS45] a browser that makes no calls', () => {
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

  const openWith = async (shape: Parameters<typeof openPerson>[1], script: string): Promise<BrowserContext> => {
    const context = await openPerson(browser, shape)
    await context.addInitScript(script)
    return context
  }

  test('the patient is told at the door, and which browser to take', async () => {
    const context = await openWith(PHONE, SWITCHED_OFF)
    const page = await context.newPage()
    await page.goto(clinic.door('Physiotherapy'))
    await page.getByText('This browser cannot make video calls').waitFor()
    await page.getByText('Open Chrome, Edge, Firefox or Safari').waitFor()
    await looksRight(page, 'no calls, door')
    await context.close()
  })

  test('where it shows only when it is tried, the patient is told in the equipment check, before the visit begins', async () => {
    const context = await openWith(PHONE, REFUSING)
    const page = await context.newPage()
    await page.goto(clinic.door('Physiotherapy'))
    await tellWho(page, JEAN)
    await page.getByRole('button', { name: 'Turn on camera and sound' }).click()
    await page.getByRole('heading', { name: 'Video calls do not work in here' }).waitFor()
    await page.getByText('Copy the link.').waitFor()
    await context.close()
  })

  test('the practitioner is told in the confirmation, and the patient keeps their place', async () => {
    const [ofPatient, ofPractitioner] = [await openPerson(browser, PHONE), await openWith(DESK, REFUSING)]
    const patient = await arriveAndWait(ofPatient, clinic.door('Physiotherapy'))
    const practitioner = await ofPractitioner.newPage()
    const tomasz = clinic.person('Tomasz')
    await signIn(practitioner, product.url, tomasz.email, tomasz.password)
    await practitioner.getByRole('button', { name: `Join ${JEAN.firstName} ${JEAN.lastName}` }).click()
    const dialog = practitioner.getByRole('dialog')
    await dialog.getByText('This browser cannot make the call').waitFor()
    expect(await dialog.getByRole('button', { name: 'Join', exact: true }).count()).toBe(0)
    await dialog.getByRole('link', { name: JEAN.phone }).waitFor()
    await looksRight(practitioner, 'no calls, confirmation')
    await dialog.getByRole('button', { name: 'Close', exact: true }).last().click()
    await patient.getByText(`You are in the right place, ${JEAN.firstName}.`).waitFor()
    await ofPatient.close()
    await ofPractitioner.close()
  })

  test('a call that stops being possible while it goes on: both have a face for it, and one press gives the patient back', async () => {
    const [ofPatient, ofPractitioner] = [await openPerson(browser, PHONE), await openPerson(browser, DESK)]
    const patient = await arriveAndWait(ofPatient, clinic.door('Nurse'))
    const practitioner = await ofPractitioner.newPage()
    const helen = clinic.person('Helen')
    await signIn(practitioner, product.url, helen.email, helen.password)
    await join(practitioner)
    await patient.getByRole('button', { name: 'Leave', exact: false }).first().waitFor()
    await ofPatient.addInitScript(REFUSING)
    await patient.reload()
    await patient.getByText('This browser cannot make video calls').waitFor()
    await looksRight(patient, 'no calls, patient')
    await ofPractitioner.addInitScript(REFUSING)
    await practitioner.reload()
    await practitioner.getByText('This browser cannot make the call').waitFor()
    await looksRight(practitioner, 'no calls, practitioner')
    await practitioner.locator('.stage-card').getByRole('button', { name: 'Send back to the queue' }).click()
    await practitioner.getByRole('dialog').getByRole('button', { name: 'Send back' }).click()
    await patient
      .getByText(/You still have your place|You are in the right place/)
      .first()
      .waitFor()
    await ofPatient.close()
    await ofPractitioner.close()
  })
})
