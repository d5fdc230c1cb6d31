// Setting up a real organisation from the terminal's link, and its first patient.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DESK, openChromium, openPerson } from './browser.ts'
import { type Product, startProduct } from './product.ts'

describe('setting up', () => {
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

  test('[J13] the one-time link makes an organisation, signs its administrator in, and does not work twice', async () => {
    const link = product.link('setup')
    const context = await openPerson(browser, DESK)
    const page = await context.newPage()
    await page.goto(link)
    await page.getByLabel('Name of the organisation').fill('Hillside Community Health')
    await page.getByLabel('Your name').fill('Dr Amina Khan')
    await page.getByLabel('E-mail address').fill('amina@hillside.example')
    await page.getByLabel('Password', { exact: true }).fill('three random words')
    await page.getByLabel('Name of the service').fill('Physiotherapy')
    await page.getByLabel('Name of its waiting area').fill('Physiotherapy')
    await page.getByRole('button', { name: 'Set up', exact: true }).click()
    await page.getByText('Hillside Community Health is ready').waitFor()
    const door = await page
      .getByText(/\/at\/physiotherapy/)
      .first()
      .textContent()
    expect(door).toContain('/at/physiotherapy')
    await page.getByText('Open the console').first().click()
    await page.getByText('Nobody is waiting').first().waitFor()

    const again = await (await openPerson(browser, DESK)).newPage()
    await again.goto(link)
    await again
      .getByText(/already/i)
      .first()
      .waitFor()
  })

  test('[J14] a later start prints no set-up link any more', async () => {
    await product.kill()
    await product.start()
    expect(() => product.link('setup')).toThrow()
    expect(product.begin()).toContain('/at/physiotherapy')
  })
})
