// What a screen reader says in the patient's call, where the keyboard is after each press, and the one silent press.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DESK, openChromium, openPerson, PHONE, waitUntil } from './browser.ts'
import { JEAN, join, openTab, sampleClinic, signIn, tellWho } from './people.ts'
import { type Product, startProduct } from './product.ts'

let product: Product
let browser: Browser
let patient: Page
let practitioner: Page

beforeAll(async () => {
  product = await startProduct()
  browser = await openChromium()
  const clinic = await sampleClinic(product.url, product.link('sample'))
  patient = await (await openPerson(browser, PHONE)).newPage()
  await patient.goto(clinic.door('Physiotherapy'))
  practitioner = await (await openPerson(browser, DESK)).newPage()
  const tomasz = clinic.person('Tomasz')
  await signIn(practitioner, product.url, tomasz.email, tomasz.password)
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

/** By the keyboard, as whoever sees nothing presses. */
async function press(name: string): Promise<void> {
  const button = patient.getByRole('button', { name, exact: true })
  await button.focus()
  await patient.keyboard.press('Enter')
}

/** Named by what it says, so that a failure tells where the keyboard was. */
const keyboardIsSomewhere = (after: string) =>
  waitUntil(`the keyboard after: ${after}`, () => patient.evaluate(() => document.activeElement !== document.body))

/** The regions that are there now: only what comes into one of them is said by every screen reader. */
const markRegions = () =>
  patient.evaluate(() => {
    for (const region of document.querySelectorAll<HTMLElement>('[role="status"]')) region.dataset.before = ''
  })
const said = (words: RegExp) =>
  waitUntil(`said: ${words}`, async () => {
    const regions = await patient.locator('[role="status"][data-before]').allTextContents()
    return regions.some((text) => words.test(text))
  })

test('[P75] the keyboard stays at the bell, whose button goes away', async () => {
  await tellWho(patient, JEAN)
  await press('Turn on camera and sound')
  await patient.getByRole('button', { name: 'Yes, I can see myself' }).waitFor()
  await press('Yes, I can see myself')
  await patient.getByText('We can hear you.').waitFor()
  await press('Continue')
  await patient.getByRole('button', { name: 'Ring the bell' }).waitFor()
  await markRegions()
  await press('Ring the bell')
  await said(/Did you hear the bell\?/)
  await keyboardIsSomewhere('the bell')
  await press('Yes, I heard it')
  await patient.getByText('You are in the right place, Jean.').waitFor()
})

test('[P68] [V33] one press says that they cannot talk, to staff alone, and a second takes it back', async () => {
  await markRegions()
  await press('I cannot talk now')
  await said(/This page makes no sound now/)
  await practitioner.locator('.queue-row').getByText('Cannot talk now').waitFor()
  await practitioner.getByRole('button', { name: 'Join Jean Ellis-Whitcombe' }).click()
  await practitioner.getByRole('dialog').getByText('Cannot talk now').waitFor()
  await practitioner.getByRole('dialog').getByRole('button', { name: 'Not now' }).click()
  await press('I cannot talk now')
  await practitioner.getByText('Cannot talk now').waitFor({ state: 'detached' })
})

test('[CS87] [P75] the call says where one is, and what comes, in regions that were there before; the keyboard stays', async () => {
  await join(practitioner)
  await patient.getByRole('heading', { name: /^Your call with Tomasz Nowak/ }).waitFor({ timeout: 30_000 })
  await patient.locator('.ask-place').first().waitFor({ state: 'attached', timeout: 30_000 })
  await markRegions()
  await practitioner.keyboard.press('Alt+m')
  await said(/Tomasz Nowak.*(muted|sound)/i)
  await openTab(practitioner, 'Messages')
  await practitioner.getByLabel(/^(Message|Write) to/).fill('Please have your tablets ready.')
  await practitioner.keyboard.press('Enter')
  await said(/Please have your tablets ready/)
  await press('1 message')
  await keyboardIsSomewhere('opening the messages')
  await press('Close messages')
  await keyboardIsSomewhere('closing the messages')
  await patient.getByRole('button', { name: 'Turn my sound off' }).focus()
  await practitioner.getByRole('button', { name: 'Hold', exact: true }).click()
  await said(/hold/i)
  await keyboardIsSomewhere('hold')
  await practitioner.getByRole('button', { name: 'Resume', exact: true }).first().click()
  await patient.getByRole('checkbox').waitFor({ state: 'detached' })
  await keyboardIsSomewhere('resume')
})

test('[P68] [P75] said in the call, both sides see it; taken back, the keyboard stays', async () => {
  await press('Help')
  await press('I cannot talk now')
  await said(/nobody hears you/)
  await practitioner.getByText('Cannot talk now').first().waitFor()
  expect(await patient.locator('audio').evaluate((audio: HTMLAudioElement) => audio.muted)).toBe(true)
  await press('I can talk now')
  await keyboardIsSomewhere('I can talk now')
  await waitUntil('sound again', () => patient.locator('audio').evaluate((audio: HTMLAudioElement) => !audio.muted))
})
