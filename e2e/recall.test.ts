// Waiting with the page closed: asked for on the phone, told from the queue, and back by the link of the message.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openChromium, openPerson, PHONE } from './browser.ts'
import { looksRight } from './looks.ts'
import { arriveAndWait, JEAN, openDesk } from './people.ts'
import { type Product, startProduct } from './product.ts'

let product: Product
let browser: Browser
let theirs: BrowserContext
let desk: Page
let door: string

beforeAll(async () => {
  product = await startProduct()
  browser = await openChromium()
  const opened = await openDesk(browser, product, 'Helen')
  desk = opened.desk
  door = opened.clinic.door('Nurse drop-in')
  theirs = await openPerson(browser, PHONE)
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

test('[RC2] [RC3] [RC4] the page is closed, a press in the queue tells them, and they are back in their place', async () => {
  const phone = await arriveAndWait(theirs, door)
  await phone.getByRole('button', { name: 'Tell me when it is my turn' }).click()
  await looksRight(phone, 'the number on which they are told')
  await phone.getByLabel('Your phone number').fill('077')
  await phone.getByRole('button', { name: 'Yes, use this number' }).click()
  await phone.getByText('Check the phone number.').waitFor()
  await phone.getByLabel('Your phone number').fill('07700 900123')
  await phone.getByRole('button', { name: 'Yes, use this number' }).click()
  await phone.getByText('You can close this page.').waitFor()
  await phone.getByText('We send a text message to 07700 900123').waitFor()
  await looksRight(phone, 'a page that may be closed')
  await phone.close()

  await desk.getByText('Page closed', { exact: true }).first().waitFor()
  await looksRight(desk, 'somebody who closed the page')
  await desk.getByRole('button', { name: `Text ${JEAN.firstName} ${JEAN.lastName} that it is their turn` }).click()
  await desk
    .getByText(/^Text message sent at/)
    .first()
    .waitFor()
  await looksRight(desk, 'somebody who was told that it is their turn')

  const back = await theirs.newPage()
  await back.goto(door)
  await back.getByRole('button', { name: `Carry on as ${JEAN.firstName}` }).click()
  await back.getByText(`You still have your place, ${JEAN.firstName}.`).waitFor()
  await back.getByText('Stay on this page now.').waitFor()
  await desk.getByText('Their page is open again.').waitFor()
  expect(await desk.getByRole('button', { name: `Join ${JEAN.firstName} ${JEAN.lastName}` }).count()).toBeGreaterThan(0)
})
