// Forms: behind the personal link before the visit, on the waiting screen, and beside the practitioner's note.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, test } from 'vitest'
import { openChromium } from './browser.ts'
import { looksRight } from './looks.ts'
import { type Details, join, openDesk, openPersonalLink, openTab, showEquipmentWorks } from './people.ts'
import { type Product, startProduct } from './product.ts'

const MARGARET = { firstName: 'Margaret', lastName: 'Hollis', born: ['3', '3', '1948'], phone: '' } as const
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
  await browser.close()
  await product.stop()
})

const openLink = (details: Details) => openPersonalLink(browser, desk, details)

test('[QN18] one question a screen behind the personal link, before the day', async () => {
  const phone = await openLink(IMRAN)
  await phone.getByRole('button', { name: 'Do this now: tell us about you' }).click()
  await phone.getByRole('button', { name: 'Answer the questions: Have you had a fall?' }).click()
  await phone.getByText('Have you had a fall in the last 12 months?').first().waitFor()
  await looksRight(phone, 'a form')
  for (const answer of ['No', 'Often']) {
    await phone.getByRole('radio', { name: answer, exact: true }).check()
    await phone.getByRole('button', { name: 'Continue' }).click()
  }
  await phone.getByRole('radio', { name: 'A little' }).check()
  await phone.getByRole('button', { name: 'Send my answers' }).click()
  await phone.getByRole('heading', { name: 'Thank you' }).waitFor()
  await phone.getByRole('button', { name: 'Back' }).click()
  await phone.getByRole('button', { name: 'Change your answers: Have you had a fall?' }).waitFor()
})

test('[QN14] [QN20] [QN21] a form that staff send is answered while waiting, and stands beside the note', async () => {
  const phone = await openLink(MARGARET)
  await phone.getByLabel('I agree').check()
  await phone.getByRole('button', { name: 'Yes, that’s me' }).click()
  await showEquipmentWorks(phone)
  await phone.getByText('You are in the right place, Margaret.').waitFor()

  const hers = desk.getByRole('listitem').filter({ hasText: 'Margaret Hollis' })
  await hers.getByRole('button', { name: 'Send a form' }).click()
  await desk
    .getByRole('dialog')
    .getByRole('button', { name: /How much pain do you have/ })
    .click()
  await desk.keyboard.press('Escape')

  await phone.getByRole('button', { name: 'Answer the questions: How much pain do you have?' }).click()
  await phone.getByRole('radio', { name: '4', exact: true }).check()
  await phone.getByText('You are next').waitFor()
  await looksRight(phone, 'a form while waiting')
  await phone.getByRole('button', { name: 'Continue', exact: true }).click()
  await phone.getByRole('button', { name: 'Send my answers' }).click()
  await phone.getByRole('heading', { name: 'Thank you' }).waitFor()

  await desk.getByRole('link', { name: 'Today' }).click()
  await join(desk, MARGARET)
  await openTab(desk, 'Note')
  await desk.getByRole('heading', { name: 'How much pain do you have?' }).waitFor()
  await desk.getByText('4 of 10').waitFor()
  await desk.getByRole('heading', { name: 'Have you had a fall?' }).waitFor()
  await looksRight(desk, 'answers beside the note')
})
