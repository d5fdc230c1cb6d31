// After the call: the patient answers three questions, and the page of feedback counts.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openChromium, openPerson, PHONE } from './browser.ts'
import { looksRight } from './looks.ts'
import { arriveAndWait, join, openDesk } from './people.ts'
import { type Product, startProduct } from './product.ts'

let product: Product
let browser: Browser
let phone: Page
let desk: Page

beforeAll(async () => {
  product = await startProduct()
  browser = await openChromium()
  const opened = await openDesk(browser, product, 'Amara')
  desk = opened.desk
  phone = await arriveAndWait(await openPerson(browser, PHONE), opened.clinic.door('Physiotherapy'))
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

test('[FB1] [FB2] [FB3] the patient answers after the end, and the clinic reads how many did', async () => {
  await join(desk)
  await desk.getByRole('button', { name: 'End', exact: true }).click()
  await desk.getByRole('dialog').getByRole('button', { name: 'End visit' }).click()
  const media = phone.getByRole('group', { name: 'Could you see and hear well enough?' })
  await media.getByLabel('Not always').check()
  await phone.getByText('You can answer the others, too.').waitFor()
  await phone.getByRole('group', { name: 'Did you get the help you needed?' }).getByLabel('Yes').check()
  await phone.getByRole('group', { name: 'Would you do it by video again?' }).getByLabel('Yes').check()
  await phone.getByText('This helps the clinic.').waitFor()
  await looksRight(phone, 'questions after the call')

  await desk.goto(`${product.url}/staff/feedback`)
  await desk.getByText('1 of 1 patient answered').waitFor()
  await desk.getByText('What they said is shown once 5 patients have answered.').waitFor()
  await looksRight(desk, 'the page of feedback')
  expect(await desk.getByText('Not always').count()).toBe(0)
})
