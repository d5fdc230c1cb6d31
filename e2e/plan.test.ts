// What a visit is for: staff choose it at the desk and the patient's page follows; one's own check; the words of plans.
import { randomBytes } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DESK, openChromium, openPerson, PHONE, waitUntil } from './browser.ts'
import { looksRight } from './looks.ts'
import { sampleClinic, signIn } from './people.ts'
import { type Product, startProduct } from './product.ts'

const OURS = { 'x-bedside': '1' }
const NAME = 'Jean Ellis-Whitcombe'

describe('plans at the desk', () => {
  let product: Product
  let browser: Browser
  let patient: Page
  let desk: Page

  beforeAll(async () => {
    product = await startProduct()
    browser = await openChromium()
    const clinic = await sampleClinic(product.url, product.link('sample'))
    const door = clinic.door('Physiotherapy')
    const ofPatient = await openPerson(browser, PHONE)
    // Arriving is another journey's; this one begins in the waiting area.
    await ofPatient.request.get(new URL('/api/open/kept', door).href)
    const arrived = await ofPatient.request.post(door.replace('/at/', '/api/open/areas/').concat('/visits'), {
      headers: OURS,
      data: {
        firstName: 'Jean',
        lastName: 'Ellis-Whitcombe',
        dateOfBirth: '1948-03-03',
        phone: '01632 960 001',
        consent: true,
        picture: 'works',
        sound: 'works',
        phoneMe: false,
        attempt: randomBytes(20).toString('hex'),
      },
    })
    expect(arrived.ok()).toBe(true)
    patient = await ofPatient.newPage()
    await patient.goto(door)
    await patient.getByRole('button', { name: 'Carry on as Jean' }).click()
    const ofAmara = await openPerson(browser, DESK)
    desk = await ofAmara.newPage()
    const amara = clinic.person('Amara')
    await signIn(desk, product.url, amara.email, amara.password)
    await openArea()
  })
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
  })

  async function openArea(): Promise<void> {
    await desk
      .getByRole('button', { name: /^Physiotherapy video clinic/ })
      .first()
      .click()
    await desk.getByText(NAME).first().waitFor()
  }

  test('[PD5] a plan chosen in the queue is on the patient’s page at once', async () => {
    await patient.getByRole('button', { name: 'Get ready', exact: true }).click()
    await patient.getByRole('button', { name: 'Skip these questions' }).click()
    await patient.getByText('We want to see all of you while you walk and stand.').waitFor()
    await desk.getByRole('button', { name: new RegExp(`^${NAME}`) }).click()
    await desk.getByRole('button', { name: 'Change the plan' }).click()
    await desk.getByRole('listbox').waitFor()
    await looksRight(desk, 'choosing a plan')
    // Looking at it at 320 px drew the person's part of the page anew, perhaps only just now.
    await waitUntil('the plan is found', async () => {
      await desk.getByLabel('Find a plan').fill('skin rash')
      return (await desk.getByRole('listbox').getByRole('option').first().textContent())?.includes('Skin') ?? false
    })
    await desk.getByLabel('Find a plan').press('Enter')
    await patient.getByText('We want to see your skin very clearly.').waitFor()
    await desk.getByRole('dialog').waitFor({ state: 'detached' })
    await desk.locator('.queue-plan').getByText('Skin', { exact: true }).waitFor()
  })

  test('[PD9] the talk about devices is agreed at the desk, with the rule behind each sentence', async () => {
    await desk.getByRole('button', { name: 'Ask which device, with the patient' }).click()
    const talk = desk.getByRole('dialog')
    await talk.getByRole('checkbox', { name: 'Phone' }).check()
    await talk.getByRole('button', { name: 'Rule R14 of the guide' }).first().click()
    await talk.locator('q').first().waitFor()
    await looksRight(desk, 'the talk about devices')
    await talk.getByRole('button', { name: 'We agreed: phone' }).click()
    await talk.getByText('with Amara Okafor').waitFor()
    await desk.keyboard.press('Escape')
    await desk.getByText('Phone, agreed').waitFor()
  })

  test('[PD10] [EC46] whether the room is shared is asked before one’s own check, which is saved and stands in the card', async () => {
    await desk.locator('header').getByRole('button', { name: 'Check my equipment' }).click()
    await desk.getByRole('group', { name: 'Do other people work in this room?' }).getByLabel('Yes').check()
    await desk.getByText('Wear a headset: you share an office.').waitFor()
    await desk.getByRole('button', { name: 'Start the check' }).click()
    await desk.getByText(/^Checked \d\d:\d\d\. Kept/).waitFor({ timeout: 60_000 })
    await looksRight(desk, 'own equipment')
    await desk.keyboard.press('Escape')
    await desk.reload()
    await openArea()
    await desk.getByRole('button', { name: new RegExp(`^${NAME}`) }).click()
    const mine = desk.getByRole('table').getByRole('columnheader').last()
    await expect.poll(() => mine.textContent()).toMatch(/^You.*Checked \d\d:\d\d/)
    expect(await desk.getByText('You have not checked').count()).toBe(0)
  })

  test('[PD13][PD15] an organisation’s own words go to the patient, and the built-in ones come back', async () => {
    await desk.goto(`${product.url}/staff/settings/plans`)
    await desk.getByRole('button', { name: /^Skin/ }).click()
    await desk.getByLabel('Why the picture matters').fill('Show us the mole we wrote to you about.')
    await desk.getByRole('button', { name: 'Save: Skin' }).click()
    await desk.getByText('Saved', { exact: true }).waitFor()
    await looksRight(desk, 'writing a plan')
    await patient.getByText('Show us the mole we wrote to you about.').waitFor()
    await desk.getByRole('button', { name: 'Back to the built-in words' }).click()
    await desk.getByRole('button', { name: 'Bring them back' }).click()
    await patient.getByText('We want to see your skin very clearly.').waitFor()
  })
  test('[OP7] an item of one’s own joins the checklist of a plan', async () => {
    await desk.goto(`${product.url}/staff/settings/plans`)
    await desk.getByRole('button', { name: /^Walking/ }).click()
    const own = desk.getByRole('group', { name: 'Your own items of the checklist' })
    expect(await own.getByRole('textbox').count()).toBe(2)
    await own.getByRole('button', { name: 'Add an item' }).click()
    await desk.keyboard.type('Stick at the right height')
    await own.getByRole('button', { name: 'Remove “Exercise sheet sent”' }).click()
    await looksRight(desk, 'own items of the checklist')
    await desk.getByRole('button', { name: /^Save: Walking/ }).click()
    await desk.getByText('Saved', { exact: true }).waitFor()
    await desk.reload()
    await desk.getByRole('button', { name: /^Walking/ }).click()
    await own.waitFor()
    const texts = await own
      .getByRole('textbox')
      .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value))
    expect(texts).toEqual(['Asked about falls since last time', 'Stick at the right height'])
  })
})
