import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSmtp, type TestSmtp } from '../test/carriers/smtp-server.ts'
import { DESK, openChromium, openPerson, PHONE } from './browser.ts'
import { showEquipmentWorks } from './people.ts'
import { type Product, startProduct } from './product.ts'

const PASSWORD = 'four quiet herons'
let smtp: TestSmtp
let product: Product
let chromium: Browser
beforeAll(async () => {
  smtp = await startSmtp()
  product = await startProduct((url) => ({
    ...{ BEDSIDE_URL: url, BEDSIDE_SMTP_URL: smtp.url, BEDSIDE_MAIL_FROM: 'clinic@harbour.example' },
  }))
  chromium = await openChromium()
})
afterAll(async () => {
  await chromium.close()
  await product.stop()
  await smtp.close()
})

/** A practitioner at the desk of a new organisation. */
async function setUp(context: BrowserContext): Promise<Page> {
  await context.request.get(`${product.url}/api/open/kept`)
  const token = product.link('setup').split('#')[1]
  const reply = await context.request.post(`${product.url}/api/open/setup`, {
    headers: { 'x-bedside': '1' },
    data: {
      ...{ token, organisationName: 'Harbour Health', serviceName: 'Physiotherapy', areaName: 'Knee clinic' },
      ...{ name: 'Priya Raman', email: 'priya@harbour.example', password: PASSWORD },
    },
  })
  expect(reply.status()).toBe(200)
  const page = await context.newPage()
  await page.goto(`${product.url}/staff`)
  return page
}

async function book(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Appointments' }).click()
  await page.getByRole('button', { name: 'New appointment' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('First name').fill('Jean')
  await form.getByLabel('Last name').fill('Ellis-Whitcombe')
  await form.getByLabel('Day', { exact: true }).first().fill('3')
  await form.getByLabel('Month', { exact: true }).fill('3')
  await form.getByLabel('Year', { exact: true }).fill('1948')
  await form.getByLabel('E-mail address').fill('jean@example.org')
  const soon = new Date(Date.now() + 10 * 60_000)
  const london = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', ...options }).format(soon)
  await form.locator('input[type=date]').fill(london({ dateStyle: 'short' }))
  await form.locator('input[type=time]').fill(london({ timeStyle: 'short' }))
  await form.getByLabel('What it is for').fill('Sore knee')
  await form.getByRole('button', { name: 'Book and send the link' }).click()
  await page.getByText('Jean is booked. The link is on its way to them.').waitFor()
}

async function linkInTheMail(): Promise<string> {
  await expect.poll(() => smtp.letters.length, { timeout: 30_000 }).toBeGreaterThan(0)
  const { text = '', raw = '' } = smtp.letters.at(-1) ?? {}
  for (const secret of ['Jean', 'Ellis', 'knee', 'Knee clinic', 'Priya']) expect(raw + text).not.toContain(secret)
  return /http\S+\/v\/\S+/.exec(text)?.[0] ?? ''
}

test('[AP13] from an appointment and its e-mail to the waiting place', async () => {
  const clinic = await openPerson(chromium, DESK)
  const desk = await setUp(clinic)
  await book(desk)
  await desk.getByText('Link sent').first().waitFor()
  const link = await linkInTheMail()

  const patient = await openPerson(chromium, PHONE)
  const phone = await patient.newPage()
  await phone.goto(link)
  await phone.getByRole('heading', { name: 'You have been invited to a video appointment' }).waitFor()
  await phone.getByText('Harbour Health').waitFor()
  expect(await phone.getByText('Jean').count()).toBe(0)
  const born = async (day: string) => {
    await phone.getByLabel('Day', { exact: true }).fill(day)
    await phone.getByLabel('Month', { exact: true }).fill('3')
    await phone.getByLabel('Year', { exact: true }).fill('1948')
    await phone.getByRole('button', { name: 'Continue' }).click()
  }
  await born('4')
  await phone.getByRole('alert').getByText('This did not open.').first().waitFor()
  await born('3')
  await phone.getByRole('heading', { name: 'Is this you, Jean?' }).waitFor()
  // The same device is not asked again.
  await phone.reload()
  await phone.getByText('3 March 1948').waitFor()

  await desk.getByRole('link', { name: 'Today' }).click()
  const expected = desk.getByRole('list', { name: 'Expected' })
  await expected.getByText('Link opened').waitFor()

  await phone.getByRole('button', { name: 'Yes, that’s me' }).click()
  await showEquipmentWorks(phone)
  await phone.getByText('You are in the right place, Jean.').waitFor()
  const queue = desk.getByRole('list', { name: 'The queue' })
  await queue.getByText('Jean Ellis-Whitcombe').waitFor()
  await queue.getByText('Appointment at').waitFor()
  await expected.waitFor({ state: 'detached' })

  // The link leads back to the place in the queue.
  await phone.goto(link)
  await phone.getByText('You still have your place, Jean.').waitFor()
})
