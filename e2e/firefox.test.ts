// One consultation between two engines: the patient in Firefox ESR, driven over WebDriver BiDi, the practitioner in Chromium.
import type { Browser } from 'playwright-core'
import puppeteer, { type Browser as Firefox, type Page as FirefoxPage } from 'puppeteer-core'
import { afterAll, beforeAll, describe, test } from 'vitest'
import {
  DESK,
  joinWhenCalled,
  mediaFlows,
  openChromium,
  openPerson,
  rememberConnections,
  waitUntil,
} from './browser.ts'
import { JEAN, join, sampleClinic, signIn } from './people.ts'
import { type Product, startProduct } from './product.ts'

describe('across browsers', () => {
  let product: Product
  let chromium: Browser
  let firefox: Firefox

  beforeAll(async () => {
    product = await startProduct()
    chromium = await openChromium()
    firefox = await puppeteer.launch({
      browser: 'firefox',
      executablePath: process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr',
      headless: true,
      extraPrefsFirefox: {
        'media.navigator.streams.fake': true,
        'media.navigator.permission.disabled': true,
        'media.peerconnection.ice.loopback': true,
        'media.autoplay.default': 0,
      },
    })
  })
  afterAll(async () => {
    await firefox?.close()
    await chromium?.close()
    await product?.stop()
  })

  test('[J12] a patient in Firefox and a practitioner in Chromium see and hear each other', async () => {
    const clinic = await sampleClinic(product.url, product.link('sample'))
    const patient = await firefox.newPage()
    await patient.evaluateOnNewDocument(rememberConnections)
    await patient.evaluateOnNewDocument(joinWhenCalled)
    await patient.goto(clinic.door('Nurse'))
    await press(patient, 'Start')
    await type(patient, 'First name', JEAN.firstName)
    await type(patient, 'Last name', JEAN.lastName)
    for (const [index, label] of (['Day', 'Month', 'Year'] as const).entries())
      await type(patient, label, JEAN.born[index] ?? '')
    await type(patient, 'Phone number', JEAN.phone)
    await tick(patient, 'I agree')
    await press(patient, 'Continue')
    await press(patient, 'Turn on camera and sound')
    await press(patient, 'Yes, I can see myself')
    await press(patient, /^(Continue|Go on anyway)$/)
    await press(patient, 'Ring the bell')
    await press(patient, 'Yes, I heard it')
    await waitUntil('the waiting area', () =>
      patient.evaluate(() => document.body.textContent.includes('You are in the right place, Jean.')),
    )

    const context = await openPerson(chromium, DESK)
    const practitioner = await context.newPage()
    const helen = clinic.person('Helen')
    await signIn(practitioner, product.url, helen.email, helen.password)
    await join(practitioner)
    await mediaFlows(practitioner)
    await mediaFlows(patient)
  })
})

async function press(page: FirefoxPage, name: string | RegExp): Promise<void> {
  await waitUntil(`a button ${name}`, () =>
    page.evaluate(
      (pattern, flags) => {
        const wanted = new RegExp(pattern, flags)
        const button = [...document.querySelectorAll('button, a')].find(
          (one) => wanted.test(one.textContent?.trim() ?? '') && !(one as HTMLButtonElement).disabled,
        )
        if (button) (button as HTMLElement).click()
        return button !== undefined
      },
      typeof name === 'string' ? `^${name}$` : name.source,
      'u',
    ),
  )
}

async function type(page: FirefoxPage, label: string, text: string): Promise<void> {
  await waitUntil(`a field ${label}`, () =>
    page.evaluate((wanted) => {
      const found = [...document.querySelectorAll('label')].find((one) => one.textContent?.trim().startsWith(wanted))
      found?.control?.focus()
      return document.activeElement === found?.control
    }, label),
  )
  await page.keyboard.type(text)
}

async function tick(page: FirefoxPage, label: string): Promise<void> {
  await page.evaluate((wanted) => {
    for (const one of document.querySelectorAll('label')) if (one.textContent?.trim() === wanted) one.click()
  }, label)
}
