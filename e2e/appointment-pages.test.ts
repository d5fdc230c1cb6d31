import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DESK, openChromium, openPerson } from './browser.ts'
import { type Product, startProduct } from './product.ts'

let product: Product
let chromium: Browser
let context: BrowserContext
let areaId: string
beforeAll(async () => {
  product = await startProduct()
  chromium = await openChromium({ devices: false })
  context = await openPerson(chromium, DESK)
  await context.request.get(`${product.url}/api/open/kept`)
  const token = product.link('setup').split('#')[1]
  const reply = await context.request.post(`${product.url}/api/open/setup`, {
    headers: { 'x-bedside': '1' },
    data: {
      ...{ token, organisationName: 'Harbour Health', serviceName: 'Physiotherapy', areaName: 'Knee clinic' },
      ...{ name: 'Priya Raman', email: 'priya@harbour.example', password: 'four quiet herons' },
    },
  })
  expect(reply.status()).toBe(200)
  const day = await context.request.get(`${product.url}/api/staff/appointments`)
  areaId = (await day.json()).areas[0].id
})
afterAll(async () => {
  await chromium.close()
  await product.stop()
})

const DAY_MS = 24 * 60 * 60_000
/** So many days from today, by the clock in London. */
const dayFrom = (days: number) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short' }).format(Date.now() + days * DAY_MS)

async function book(firstName: string, lastName: string, days: number, time = '10:30', phone = '07700 900456') {
  const reply = await context.request.post(`${product.url}/api/staff/areas/${areaId}/appointments`, {
    headers: { 'x-bedside': '1' },
    data: {
      ...{ date: dayFrom(days), time, minutes: 20, practitionerId: null, planId: null },
      ...{ firstName, lastName, dateOfBirth: '3/3/1948', phone, email: '', reason: 'Sore knee' },
    },
  })
  expect(reply.status(), await reply.text()).toBe(200)
}

async function open(path: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${product.url}${path}`)
  return page
}

test('[AP25] a patient who phones is found by name, and the appointment moved by the keyboard alone', async () => {
  await book('Siân', 'O’Brien', 3)
  await book('Jean', 'Ellis-Whitcombe', 9, '11:00', '07700 900789')
  await book('Past', 'Person', -2)
  const page = await open('/staff/appointments')
  const looks = page.getByRole('navigation', { name: 'Ways of looking at appointments' })
  await looks.getByRole('link', { name: 'List' }).press('Enter')
  const coming = page.getByRole('list', { name: 'Coming', exact: true })
  await coming.getByText('Siân O’Brien').waitFor()
  expect(await coming.getByText('Past Person').count()).toBe(0)

  const text = page.getByLabel('Name, or the last digits of the phone number')
  await text.fill('0789')
  await text.press('Enter')
  await coming.getByText('Siân O’Brien').waitFor({ state: 'detached' })
  await text.fill('sian')
  await text.press('Enter')
  await coming.getByText('Siân O’Brien').waitFor()
  expect(page.url()).not.toContain('sian')

  await coming.getByRole('button', { name: /Siân/ }).press('Enter')
  const details = page.getByRole('dialog', { name: 'Siân O’Brien' })
  await details.getByText('Sore knee').waitFor()
  await details.getByRole('button', { name: 'Move' }).press('Enter')
  const form = page.getByRole('dialog', { name: /Move the appointment/ })
  await form.locator('input[type=time]').fill('15:45')
  await form.getByRole('button', { name: 'Move it' }).press('Enter')
  await form.waitFor({ state: 'detached' })
  await coming.getByText('15:45').waitFor()
  // What was searched for is still there after another page.
  await coming.getByRole('button', { name: /Siân/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Show the day' }).click()
  await page.getByRole('list', { name: 'Appointments of the day' }).getByText('15:45').waitFor()
  await looks.getByRole('link', { name: 'List' }).click()
  await coming.getByText('Siân O’Brien').waitFor()
  expect(await text.inputValue()).toBe('sian')
  await page.close()
})

test('[AP26] a week: an empty hour is found by the arrows and booked, and the appointment opens', async () => {
  const page = await open('/staff/appointments/week')
  const table = page.getByRole('table', { name: 'Appointments of the week by hour' })
  await table.waitFor()
  // A week in which nothing is.
  for (const _ of [1, 2, 3]) await page.getByRole('button', { name: 'The week after' }).click()
  const later = new Date(`${dayFrom(21)}T12:00:00Z`)
  const monday = new Date(later.getTime() - ((later.getUTCDay() + 6) % 7) * DAY_MS)
  const named = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(monday)
  await table.getByRole('button', { name: `Book somebody on Monday ${named}, 08:00` }).focus()
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'ArrowDown'])
    await page.keyboard.press(key)
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/Wednesday .*, 10:00/)
  await page.keyboard.press('Enter')
  const form = page.getByRole('dialog', { name: 'New appointment' })
  expect(await form.locator('input[type=time]').inputValue()).toBe('10:00')
  await form.getByLabel('First name').fill('Ada')
  await form.getByLabel('Last name').fill('Okoro')
  await form.getByLabel('Day', { exact: true }).first().fill('3')
  await form.getByLabel('Month', { exact: true }).fill('3')
  await form.getByLabel('Year', { exact: true }).fill('1948')
  await form.getByLabel('Phone number').fill('07700 900777')
  await form.getByLabel('What it is for').press('Enter')
  const one = table.getByRole('button', { name: /10:00.*Ada Okoro/ })
  await one.waitFor()
  // It has the focus of the hour that was pressed.
  await page.waitForFunction(() => document.activeElement?.textContent?.includes('Ada Okoro'))
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Ada Okoro' }).getByRole('button', { name: 'Move' }).waitFor()
  await page.keyboard.press('Escape')

  // On a phone, the same week is a list of its days.
  await page.setViewportSize({ width: 390, height: 844 })
  await table.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: /10:00.*Ada Okoro/ }).click()
  await page.getByRole('dialog', { name: 'Ada Okoro' }).waitFor()
  await page.close()
})
