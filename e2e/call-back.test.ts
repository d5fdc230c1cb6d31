// A consultation that was ended by mistake: the practitioner calls back, the patient comes, and both are in a call again.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DESK, mediaFlows, openChromium, openPerson, PHONE } from './browser.ts'
import { looksRight } from './looks.ts'
import { arriveAndWait, join, openTab, sampleClinic, signIn } from './people.ts'
import { type Product, startProduct } from './product.ts'

describe('a consultation that was ended by mistake', () => {
  let product: Product
  let browser: Browser
  let contexts: BrowserContext[]
  let patient: Page
  let practitioner: Page

  beforeAll(async () => {
    product = await startProduct()
    browser = await openChromium()
    const clinic = await sampleClinic(product.url, product.link('sample'))
    contexts = [await openPerson(browser, PHONE), await openPerson(browser, DESK)]
    const [ofPatient, ofPractitioner] = contexts as [BrowserContext, BrowserContext]
    patient = await arriveAndWait(ofPatient, clinic.door('Physiotherapy'))
    practitioner = await ofPractitioner.newPage()
    const tomasz = clinic.person('Tomasz')
    await signIn(practitioner, product.url, tomasz.email, tomasz.password)
    await join(practitioner)
    await mediaFlows(practitioner)
    await openTab(practitioner, 'Note')
    await practitioner.getByLabel(/^Note about/).fill('Walks well with one stick.')
  })
  afterAll(async () => {
    for (const context of contexts ?? []) await context.close()
    await browser?.close()
    await product?.stop()
  })

  const end = async () => {
    await practitioner.getByRole('button', { name: 'End', exact: true }).click()
    const sure = practitioner.getByRole('dialog').getByRole('button', { name: 'End visit' })
    await sure.click()
  }
  const callBack = () => practitioner.getByRole('button', { name: /^Call .*Jean.* back$/ })
  const invitation = () => patient.getByRole('heading', { name: /Tomasz Nowak.* would like to see you again/ })
  const comeBack = () => patient.getByRole('button', { name: 'Come back to the call' })

  test('[CS60] [P50] called back, the patient is asked, and nobody sees or hears them yet', async () => {
    await end()
    await patient.getByRole('heading', { name: /Thank you/ }).waitFor()
    await callBack().waitFor()
    await looksRight(practitioner, 'after the call, can call back')
    await callBack().click()
    await invitation().waitFor()
    await looksRight(patient, 'called back')
    await practitioner.getByText(/Their page is open/).waitFor()
    await looksRight(practitioner, 'waiting for who was called back')
    const cameras = await patient.evaluate(() => document.querySelectorAll('video').length)
    expect(cameras).toBe(0)
  })

  test('[P51] [CS61] the patient comes, both see and hear each other, and the note goes on', async () => {
    await comeBack().click()
    await mediaFlows(practitioner)
    await mediaFlows(patient)
    expect(await practitioner.getByLabel(/^Note about/).inputValue()).toBe('Walks well with one stick.')
  })

  test('[CS61] [P51] a page that was closed is said to be, and the patient comes from a new one', async () => {
    await end()
    await patient.getByRole('heading', { name: /Thank you/ }).waitFor()
    const door = patient.url()
    const context = patient.context()
    await patient.close()
    await callBack().click()
    await practitioner.getByText(/Their page is closed/).waitFor()
    await looksRight(practitioner, 'called back, their page is closed')
    patient = await context.newPage()
    await patient.goto(door)
    await patient.getByRole('button', { name: /^Carry on as/ }).click()
    await invitation().waitFor()
    await practitioner.getByText(/Their page is open/).waitFor()
    await comeBack().click()
    await mediaFlows(practitioner)
    await mediaFlows(patient)
  })

  test('[P51] who does not want to is left alone, and the practitioner reads it', async () => {
    await end()
    await patient.getByRole('heading', { name: /Thank you/ }).waitFor()
    await callBack().click()
    await invitation().waitFor()
    await patient.getByRole('button', { name: 'No, thank you' }).click()
    await patient.getByRole('heading', { name: /Thank you/ }).waitFor()
    await practitioner.getByRole('heading', { name: /Jean.* has left the call/ }).waitFor()
  })
})
