// The main journey: a newcomer with the sample clinic, patient and practitioner in two windows of one browser.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DESK, mediaFlows, openChromium, openPerson, stopsArriving } from './browser.ts'
import { JEAN, join, openTab, showEquipmentWorks, tellWho } from './people.ts'
import { type Product, startProduct } from './product.ts'

describe('a consultation with oneself', () => {
  let product: Product
  let browser: Browser
  let me: BrowserContext
  let patient: Page
  let practitioner: Page

  beforeAll(async () => {
    product = await startProduct()
    browser = await openChromium()
    me = await openPerson(browser, DESK)
  })
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
  })

  test('[J1] the terminal names two places to begin, and the sample link opens a clinic marked as a sample', async () => {
    expect(product.link('setup')).toMatch(/\/setup#\w{20,}/)
    practitioner = await me.newPage()
    await practitioner.goto(product.link('sample'))
    await practitioner.getByRole('heading', { name: 'Try Bedside with yourself' }).waitFor()
    await practitioner.getByText('Riverside Community Health').first().waitFor()
  })

  test('[J2] being the patient opens a second window that leads to the waiting area, step by step', async () => {
    const [opened] = await Promise.all([
      me.waitForEvent('page'),
      practitioner
        .getByText(/^Be the patient at/)
        .first()
        .click(),
    ])
    patient = opened
    await tellWho(patient, JEAN)
    await showEquipmentWorks(patient)
    await patient.getByText('You are in the right place, Jean.').waitFor()
    await patient.getByText('Your picture and sound work.').waitFor()
    await patient.getByText('You are next', { exact: true }).waitFor()
  })

  test('[J3] being a practitioner shows the queue with the patient in it', async () => {
    await practitioner.getByRole('button', { name: 'Be Amara Okafor' }).click()
    await practitioner.getByText('Jean Ellis-Whitcombe').first().waitFor()
  })

  test('[J4] after the join both see and hear each other', async () => {
    await join(practitioner)
    await mediaFlows(practitioner)
    await mediaFlows(patient)
    await patient.getByText('Amara Okafor').first().waitFor()
  })

  test('[J5] messages go both ways during the call', async () => {
    await openTab(practitioner, 'Messages')
    await practitioner.getByLabel('Write to Jean').fill('Can you hear me well?')
    await practitioner.getByRole('button', { name: 'Send', exact: true }).click()
    await patient.getByText('Can you hear me well?').first().waitFor()
  })

  test('[J6] on hold nothing is sent either way, and both are told; afterwards it flows again', async () => {
    await practitioner.getByRole('button', { name: 'Hold', exact: true }).click()
    await patient
      .getByText(/on hold/i)
      .first()
      .waitFor()
    await stopsArriving(patient)
    await stopsArriving(practitioner)
    await practitioner.getByRole('button', { name: 'Resume', exact: true }).first().click()
    await mediaFlows(patient)
    await mediaFlows(practitioner)
  })

  test('[J7] a note saves as it is typed, and the end shows the patient what happens next', async () => {
    await openTab(practitioner, 'Note')
    await practitioner.getByLabel(/^Note about Jean/).fill('Walks well with one stick.')
    await practitioner
      .getByText(/^Saved \d\d:\d\d/)
      .first()
      .waitFor()
    await practitioner.getByRole('button', { name: 'End', exact: true }).click()
    await practitioner.getByRole('dialog').getByRole('button', { name: 'End visit' }).click()
    await patient.getByText('We will send you a letter with what we agreed.').waitFor()
    await practitioner.getByRole('button', { name: 'Sign the note' }).click()
    await practitioner.getByText('Your note is signed.').waitFor()
    await practitioner.getByRole('button', { name: 'Back to the queue' }).click()
    await practitioner.getByText('Nobody is waiting').first().waitFor()
  })
})

/** Resolves once no new frame and no new sound has come for a while. */
