// Every screen of both people, state by state, through axe and at 320 px; and the door with the keyboard alone.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DESK, openChromium, openPerson, PHONE } from './browser.ts'
import { withinReach } from './looks.ts'
import { SARAH, sampleClinic, showEquipmentWorks, signIn, tellWho } from './people.ts'
import { type Product, startProduct } from './product.ts'

describe('every screen', () => {
  let product: Product
  let browser: Browser

  beforeAll(async () => {
    product = await startProduct()
    browser = await openChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
  })

  test('[L1] [TX4] before anything is set up: first page, set-up, sample clinic, sign-in', async () => {
    const context = await openPerson(browser, DESK)
    const page = await context.newPage()
    await page.goto(product.url)
    await page.getByText('Nothing is set up here yet').waitFor()
    await withinReach(page, 'first page')
    await page.goto(product.link('setup'))
    await page.getByRole('button', { name: 'Set up', exact: true }).waitFor()
    expect(new URL(page.url()).hash).toBe('')
    await page.reload()
    await page.getByRole('button', { name: 'Set up', exact: true }).click()
    await page.getByText('Type the name of your organisation').first().waitFor()
    await withinReach(page, 'set-up with mistakes')
    await page.goto(product.link('sample'))
    await page.getByText('All sign-ins of the sample clinic').waitFor()
    await withinReach(page, 'sample clinic')
    await page.goto(`${product.url}/staff`)
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor()
    await withinReach(page, 'sign-in')
    await context.close()
  })

  test('[L2] [TX2] [TX3] the whole way of a patient and a practitioner, with names from right to left', async () => {
    const clinic = await sampleClinic(product.url, product.link('sample'))
    const ofPatient = await openPerson(browser, PHONE)
    const patient = await ofPatient.newPage()
    await patient.goto(clinic.door('Physiotherapy'))
    await patient.getByRole('button', { name: 'Start', exact: true }).waitFor()
    await withinReach(patient, 'door')
    await patient.getByRole('button', { name: 'Start', exact: true }).click()
    await patient.getByRole('button', { name: 'Continue', exact: true }).click()
    await patient.getByText('Type your first name').first().waitFor()
    await withinReach(patient, 'arrival with mistakes')
    await patient.goto(clinic.door('Physiotherapy'))
    await tellWho(patient, SARAH)
    await patient.getByRole('button', { name: 'Turn on camera and sound' }).waitFor()
    await withinReach(patient, 'equipment')
    await showEquipmentWorks(patient)
    await patient.getByText(`You are in the right place, ${SARAH.firstName}.`).waitFor()
    await withinReach(patient, 'waiting')

    const ofPractitioner = await openPerson(browser, DESK)
    const practitioner = await ofPractitioner.newPage()
    const tomasz = clinic.person('Tomasz')
    await signIn(practitioner, product.url, tomasz.email, tomasz.password)
    const joinButton = practitioner.getByRole('button', { name: `Join ${SARAH.firstName} ${SARAH.lastName}` })
    await joinButton.waitFor()
    await withinReach(practitioner, 'console')
    await joinButton.click()
    await practitioner.getByRole('dialog').getByText('The line to them is ready.').waitFor()
    await withinReach(practitioner, 'confirmation')
    await practitioner.getByRole('dialog').getByRole('button', { name: 'Join', exact: true }).click()
    await patient.getByText('Tomasz Nowak').first().waitFor()
    await practitioner.getByRole('button', { name: 'Hold', exact: true }).waitFor()
    await withinReach(patient, 'call of the patient')
    await withinReach(practitioner, 'call of the practitioner')
    await practitioner.getByRole('button', { name: 'Hold', exact: true }).click()
    await patient
      .getByText(/on hold/i)
      .first()
      .waitFor()
    await withinReach(patient, 'on hold')
    await practitioner.getByRole('button', { name: 'Resume', exact: true }).first().click()
    await practitioner.getByRole('button', { name: 'End', exact: true }).click()
    await withinReach(practitioner, 'end dialog')
    await practitioner.getByRole('dialog').getByRole('button', { name: 'End visit' }).click()
    await patient.getByText('We will send you a letter with what we agreed.').waitFor()
    await withinReach(patient, 'ended')
    await practitioner.getByRole('button', { name: 'Sign the note' }).waitFor()
    await withinReach(practitioner, 'close-out')
    await practitioner.goto(`${product.url}/staff/notes`)
    await practitioner.getByText('Nothing written', { exact: true }).waitFor()
    await withinReach(practitioner, 'notes')
    await ofPatient.close()
    await ofPractitioner.close()
    const ofAdministrator = await openPerson(browser, DESK)
    const administrator = await ofAdministrator.newPage()
    const amara = clinic.person('Amara')
    await signIn(administrator, product.url, amara.email, amara.password)
    await administrator.goto(`${product.url}/staff/settings`)
    await administrator.getByText('Physiotherapy video clinic').first().waitFor()
    await withinReach(administrator, 'settings')
    await administrator.getByRole('link', { name: 'Audit', exact: true }).click()
    await administrator.getByRole('cell', { name: 'Ended a visit' }).first().waitFor()
    await withinReach(administrator, 'audit')
    await ofAdministrator.close()
  })

  test('[L3] [TX4] the keyboard alone leads from the door to the form, past what stands before it, back and forward', async () => {
    const clinic = await sampleClinic(product.url, product.link('sample'))
    const context = await openPerson(browser, DESK)
    const page = await context.newPage()
    await page.goto(clinic.door('Physiotherapy'))
    await page.getByRole('button', { name: 'Start', exact: true }).waitFor()
    await tabTo(page, 'Start')
    await page.keyboard.press('Enter')
    await page.getByLabel('First name').waitFor()
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
    await page.getByLabel('First name').fill('Jean')
    await page.locator('.page-skip').focus()
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    expect(await page.getByLabel('First name').inputValue()).toBe('Jean')
    await page.goBack()
    await page.getByRole('button', { name: 'Start', exact: true }).waitFor()
    await page.goForward()
    expect(await page.getByLabel('First name').inputValue()).toBe('Jean')
    await context.close()
  })
})

/** Presses Tab until the element with this text has the focus, at most thirty times. */
async function tabTo(page: import('playwright-core').Page, text: string): Promise<void> {
  for (let presses = 0; presses < 30; presses++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => document.activeElement?.textContent?.trim())
    if (focused === text) return
  }
  throw new Error(`the keyboard never reached “${text}”`)
}
