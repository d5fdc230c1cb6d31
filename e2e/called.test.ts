// Being called, with real picture and sound: nothing of the patient arrives before they press, or their time is up.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { arrived, DESK, mediaFlows, openChromium, openPerson, PHONE, waitUntil } from './browser.ts'
import { looksRight } from './looks.ts'
import { arriveAndWait, join, sampleClinic, signIn } from './people.ts'
import { type Product, startProduct } from './product.ts'

let product: Product
let browser: Browser
let clinic: Awaited<ReturnType<typeof sampleClinic>>
let contexts: BrowserContext[]
let patient: Page
let practitioner: Page

beforeAll(async () => {
  product = await startProduct()
  browser = await openChromium()
  clinic = await sampleClinic(product.url, product.link('sample'))
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})
beforeEach(async () => {
  contexts = [
    await openPerson(browser, PHONE, ['camera', 'microphone'], { joins: false }),
    await openPerson(browser, DESK),
  ]
  const [ofPatient, ofPractitioner] = contexts as [BrowserContext, BrowserContext]
  patient = await arriveAndWait(ofPatient, clinic.door('Physiotherapy'))
  practitioner = await ofPractitioner.newPage()
  const tomasz = clinic.person('Tomasz')
  await signIn(practitioner, product.url, tomasz.email, tomasz.password)
})
afterEach(async () => {
  await practitioner.getByRole('button', { name: 'End', exact: true }).click()
  await practitioner.getByRole('dialog').getByRole('button', { name: 'End visit' }).click()
  await patient.getByRole('heading', { name: /Thank you/ }).waitFor()
  for (const context of contexts) await context.close()
})

const isReady = () => patient.getByRole('heading', { name: /^Tomasz Nowak.* is ready\.$/ }).waitFor()
const joinNow = () => patient.getByRole('button', { name: 'Join now' })
const NOTHING = { frames: 0, energy: 0 }

/** Presses as soon as it is there, as a finger that was on its way to something else. */
const pressAtOnce = (name: string) =>
  patient.evaluate(
    (wanted) =>
      new Promise<void>((pressed) => {
        const look = setInterval(() => {
          const button = [...document.querySelectorAll('button')].find(
            ({ textContent: innerText }) => innerText.trim() === wanted,
          )
          if (!button || !document.querySelector('.called')) return
          clearInterval(look)
          button.click()
          pressed()
        }, 5)
      }),
    name,
  )

test('[P60] [P61] [P62] [P63] [CS65] nothing of the patient arrives before they press; what they typed goes on', async () => {
  await patient.getByLabel('Write to the clinic').fill('I have a question about')
  const pressed = pressAtOnce('Leave')
  await join(practitioner)
  await isReady()
  await pressed
  await practitioner.getByText('Jean is being called').waitFor()
  await practitioner.getByText(/^They join in \d+ s at the latest\.$/).waitFor()
  expect(await patient.getByRole('dialog').count()).toBe(0)
  expect(await arrived(practitioner)).toEqual(NOTHING)
  expect(await arrived(patient)).toEqual(NOTHING)
  await joinNow().click()
  await mediaFlows(practitioner)
  await mediaFlows(patient)
  expect(await patient.getByLabel('Write a message').inputValue()).toBe('I have a question about')
})

test('[CS66] [CS67] help in the call, and buttons that say what a press does', async () => {
  await join(practitioner)
  await isReady()
  await waitUntil('the call', async () => {
    if (await joinNow().isVisible())
      await joinNow()
        .click({ timeout: 1000 })
        .catch(() => {})
    return patient.getByRole('button', { name: 'Help', exact: true }).isVisible()
  })
  await patient.getByRole('button', { name: 'Turn my sound off Sound on' }).click()
  await patient.getByRole('button', { name: 'Turn my sound on Sound off' }).click()
  await looksRight(patient, 'call with help')
  await patient.getByRole('button', { name: 'Help', exact: true }).click()
  const help = patient.getByRole('dialog')
  expect(await help.getByRole('button').nth(1).textContent()).toBe('Restart camera and sound')
  await help.getByRole('button', { name: 'I cannot hear you' }).click()
  await help.getByText('We told Tomasz Nowak').waitFor()
  await looksRight(patient, 'help in the call')
  await practitioner.getByText('I cannot hear you.').first().waitFor()
  await help.getByRole('button', { name: 'Type instead of talk' }).click()
  await waitUntil('the message field has the focus', () =>
    patient.evaluate(() => document.activeElement?.id === 'call-message'),
  )
})

test('[P60] [P61] loaded anew they are called again, and the page joins by itself when the time is up', async () => {
  await join(practitioner)
  await isReady()
  await patient.reload()
  await isReady()
  expect((await arrived(practitioner)).frames).toBe(0)
  await mediaFlows(practitioner)
  await mediaFlows(patient)
  // In the call, a reload calls nobody.
  await patient.reload()
  await mediaFlows(patient)
  expect(await joinNow().count()).toBe(0)
})

test('[P61] who asked to be phoned meanwhile is not joined by the clock', async () => {
  await join(practitioner)
  await isReady()
  const dialog = patient.getByRole('dialog')
  // A press in the first second is let go by, and the dialog takes a moment to come.
  await waitUntil('the dialog is open', async () => {
    await patient
      .getByRole('button', { name: 'Phone me instead' })
      .click({ timeout: 1000 })
      .catch(() => {})
    await dialog.waitFor({ timeout: 1000 }).catch(() => {})
    return dialog.isVisible()
  })
  await practitioner.getByText('They join when they press').waitFor()
  expect(await arrived(practitioner)).toEqual(NOTHING)
  await dialog.getByRole('button').last().click()
  await patient.getByText('Press the button to join.').waitFor()
  await looksRight(patient, 'called')
  await looksRight(practitioner, 'the patient is being called')
  expect(await arrived(practitioner)).toEqual(NOTHING)
  await joinNow().click()
  await mediaFlows(practitioner)
})
