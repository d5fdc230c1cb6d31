// A practitioner sees two patients with the keyboard alone: no pointer touches their page from sign-in to the second call.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DESK, mediaFlows, openChromium, openPerson, PHONE } from './browser.ts'
import { comeToRest, looksRight } from './looks.ts'
import { arriveAndWait, BERT, sampleClinic } from './people.ts'
import { type Product, startProduct } from './product.ts'

describe('a clinic by keyboard', () => {
  let product: Product
  let browser: Browser
  let contexts: BrowserContext[]
  let jean: Page
  let bert: Page
  let page: Page

  beforeAll(async () => {
    product = await startProduct()
    browser = await openChromium()
    const clinic = await sampleClinic(product.url, product.link('sample'))
    contexts = [await openPerson(browser, PHONE), await openPerson(browser, PHONE), await openPerson(browser, DESK)]
    const [ofJean, ofBert, ofPractitioner] = contexts as [BrowserContext, BrowserContext, BrowserContext]
    jean = await arriveAndWait(ofJean, clinic.door('Physiotherapy'))
    bert = await arriveAndWait(ofBert, clinic.door('Physiotherapy'), BERT)
    page = await ofPractitioner.newPage()
    await page.goto(`${product.url}/staff`)
    const tomasz = clinic.person('Tomasz')
    await page.getByLabel('E-mail address').waitFor()
    await tabTo(page, 'E-mail address')
    await page.keyboard.type(tomasz.email)
    await tabTo(page, 'Password')
    await page.keyboard.type(tomasz.password)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Waiting areas' }).first().waitFor()
  })
  afterAll(async () => {
    for (const context of contexts ?? []) await context.close()
    await browser?.close()
    await product?.stop()
  })

  test('[CS82] [CS83] [CS84] [CS86] the first patient is joined, put on hold and taken back, and their note written', async () => {
    await page.getByRole('button', { name: /^Join Jean/ }).waitFor()
    await page.keyboard.press('?')
    await page.getByRole('dialog').getByText('Confirm and join whoever is next').waitFor()
    await looksRight(page, 'keys')
    await page.keyboard.press('Escape')
    await tabTo(page, /^Jean/)
    await page.keyboard.press('Enter')
    await page.locator('aside:focus').getByText('Jean').first().waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.queue-who:focus').getByText('Jean').waitFor()
    await page.keyboard.press('Alt+KeyJ')
    await page.getByRole('dialog').getByText('The line to them is ready.').waitFor()
    await press(page, 'Join')
    await mediaFlows(page)
    await mediaFlows(jean)
    // The view may come before the answer to the press.
    await page.route('**/hold', async (route) => {
      const answer = await route.fetch()
      await page.getByText('Jean is on hold').waitFor()
      await comeToRest(page)
      await route.fulfill({ response: answer })
    })
    await press(page, 'Hold')
    await page.getByText('Jean is on hold').waitFor()
    await page.locator('button:focus').getByText('Resume').waitFor()
    await page.keyboard.press('Enter')
    await mediaFlows(page)
    await page.keyboard.press('Alt+KeyL')
    await page.getByRole('tab', { name: 'Checklist' }).and(page.locator(':focus')).waitFor()
    for (let ticks = 0; ticks < 12; ticks++) await page.keyboard.press('Tab')
    expect(await page.evaluate(() => [scrollY, document.querySelector('.staff-call')?.scrollTop])).toEqual([0, 0])
    await page.locator('.bar-button').first().focus()
    await page.keyboard.press('Alt+KeyN')
    await page
      .getByLabel(/^Note about Jean/)
      .and(page.locator(':focus'))
      .waitFor()
    await page.keyboard.type('Walks well.')
    await page
      .getByText(/^Saved/)
      .first()
      .waitFor()
  })

  test('[CS80] [CS81] from the end of a call it is three presses to the next patient; without a signature nobody is joined', async () => {
    await press(page, 'End')
    await press(page, 'End visit')
    const next = page.getByRole('region', { name: 'Next' })
    await next.getByText('9 November 1951').waitFor()
    await looksRight(page, 'after the call, somebody is next')
    await page.route('**/sign', (route) => route.abort())
    await press(page, 'Sign and see Bert next')
    await page.getByText('The note is not signed yet.').waitFor()
    await page.unroute('**/sign')
    await press(page, 'Sign and see Bert next')
    await page.getByRole('heading', { name: 'Bert Okonjo', level: 1 }).waitFor()
    await mediaFlows(page)
    await mediaFlows(bert)
  })

  test('[CS80] [N10] the note before is signed, and a consultation without a word leaves nothing to sign', async () => {
    await page.keyboard.press('Alt+KeyX')
    await press(page, 'End visit')
    await page.getByText('Nothing is written, so there is nothing to sign.').waitFor()
    await press(page, 'Back to the queue')
    await page.getByRole('heading', { name: 'Waiting areas' }).first().waitFor()
    await press(page, /^Notes/)
    await page.getByRole('heading', { name: 'Signed' }).waitFor()
    await page.getByRole('heading', { name: 'Nothing written' }).waitFor()
    expect(await page.getByText('note to sign').count()).toBe(0)
    await looksRight(page, 'notes, one without a word')
  })
})

/** Presses Tab until what has the focus is called so. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab')
    const called = await page.evaluate(() => {
      const at = document.activeElement as HTMLInputElement | null
      return (at?.getAttribute('aria-label') ?? at?.labels?.[0]?.textContent ?? at?.textContent ?? '').trim()
    })
    const plain = called.replace(/[\u2066-\u2069]/g, '')
    if (typeof name === 'string' ? plain === name : name.test(plain)) return
  }
  throw new Error(`the keyboard never reached ${name}`)
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}
