// Getting ready behind a personal link on a day before: the three steps, what the clinic sees of them, and the calendar's file.
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openChromium } from './browser.ts'
import { looksRight } from './looks.ts'
import { openDesk, openPersonalLink, showEquipmentWorks } from './people.ts'
import { type Product, startProduct } from './product.ts'

const IMRAN = { firstName: 'Imran', lastName: 'Sheikh', born: ['21', '11', '1986'], phone: '' } as const

let product: Product
let browser: Browser
let desk: Page

beforeAll(async () => {
  product = await startProduct()
  browser = await openChromium()
  ;({ desk } = await openDesk(browser, product, 'Amara'))
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const aPhoto = () =>
  sharp({ create: { width: 300, height: 200, channels: 3, background: '#e3b7a0' } })
    .png()
    .toBuffer()

test('[PG1] [PG3] [PG4] [FI10] [FI11] three steps before the day, and the clinic sees how far they are', async () => {
  const phone = await openPersonalLink(browser, desk, IMRAN)
  await phone.getByRole('heading', { name: 'Get ready, Imran' }).waitFor()
  await looksRight(phone, 'the three steps')

  await phone.getByRole('button', { name: 'Start', exact: true }).click()
  await phone.getByRole('heading', { name: 'What will happen' }).waitFor()
  await looksRight(phone, 'what will happen')
  await phone.getByRole('button', { name: 'I have read this' }).click()

  await phone.getByRole('button', { name: 'Go on: try camera and sound' }).click()
  await phone.getByText('A laptop').click()
  await phone.getByRole('button', { name: 'Continue', exact: true }).click()
  await phone.getByRole('button', { name: 'No, I am alone' }).click()
  await phone.getByRole('button', { name: 'No', exact: true }).click()
  await phone.getByRole('button', { name: 'I have none of these' }).click()
  await looksRight(phone, 'which device')
  await phone.getByRole('button', { name: 'Use this computer' }).click()
  await phone.getByRole('button', { name: 'Continue', exact: true }).click()
  await showEquipmentWorks(phone)
  await phone.getByRole('button', { name: 'Leave it out' }).click()
  await phone.getByText('Your clinic sees how it went').waitFor()
  await looksRight(phone, 'what was found')
  await phone.getByRole('button', { name: 'Continue', exact: true }).click()

  await phone.getByRole('button', { name: 'Go on: tell us about you' }).click()
  await phone.getByLabel('What would you like to ask us?').fill('May I swim again?')
  const chooser = phone.waitForEvent('filechooser')
  await phone.getByRole('button', { name: 'Choose photos' }).click()
  await (await chooser).setFiles({ name: 'knee.png', mimeType: 'image/png', buffer: await aPhoto() })
  await phone.getByText('Your clinic has it').waitFor()
  await looksRight(phone, 'tell us')
  await phone.getByRole('button', { name: 'That is all' }).click()
  await phone.getByRole('heading', { name: /You are ready, Imran|Get ready, Imran/ }).waitFor()

  // Another day, on the same device: all is there.
  await phone.reload()
  await phone.getByRole('button', { name: 'Look again: try your camera and sound' }).waitFor()
  await looksRight(phone, 'come back')

  const [file] = await Promise.all([
    phone.waitForEvent('download'),
    phone.getByRole('button', { name: 'Add to my calendar' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('appointment.ics')
  expect(await readFile(await file.path(), 'utf8')).toContain('BEGIN:VEVENT')

  const his = desk.getByRole('listitem').filter({ hasText: 'Imran Sheikh' })
  await desk.getByRole('link', { name: 'Today' }).click()
  await his.getByText(/^Prepared/).waitFor()
  await looksRight(desk, 'expected and prepared')
  await desk.getByRole('link', { name: 'Appointments' }).click()
  await his.getByText(/^Prepared/).waitFor()
  await his.getByRole('button', { name: '1 photo of Imran Sheikh' }).click()
  const photo = desk.getByRole('dialog').getByRole('button', { name: 'Look at photo 1' })
  await photo.waitFor()
  const drawn = () => photo.locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth)
  await expect.poll(drawn).toBe(300)
  await looksRight(desk, 'photos before the day')
  await desk.keyboard.press('Escape')
  await looksRight(desk, 'the day')
})
