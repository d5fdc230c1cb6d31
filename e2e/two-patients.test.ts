// One practitioner, two patients: nobody is ever seen or heard under somebody else's name, and nobody is left in a call
// that nobody holds.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { DESK, mediaFlows, openChromium, openPerson, PHONE, stopsArriving } from './browser.ts'
import { looksRight } from './looks.ts'
import { arriveAndWait, BERT, join, sampleClinic, signIn } from './people.ts'
import { type Product, startProduct } from './product.ts'

describe('a practitioner with two patients', () => {
  let product: Product
  let browser: Browser
  let contexts: BrowserContext[]
  let jean: Page
  let bert: Page
  let practitioner: Page

  beforeAll(async () => {
    product = await startProduct()
    browser = await openChromium()
    const clinic = await sampleClinic(product.url, product.link('sample'))
    contexts = [await openPerson(browser, PHONE), await openPerson(browser, PHONE), await openPerson(browser, DESK)]
    const [ofJean, ofBert, ofPractitioner] = contexts as [BrowserContext, BrowserContext, BrowserContext]
    jean = await arriveAndWait(ofJean, clinic.door('Physiotherapy'))
    bert = await arriveAndWait(ofBert, clinic.door('Physiotherapy'), BERT)
    practitioner = await ofPractitioner.newPage()
    const tomasz = clinic.person('Tomasz')
    await signIn(practitioner, product.url, tomasz.email, tomasz.password)
  })
  afterAll(async () => {
    for (const context of contexts ?? []) await context.close()
    await browser?.close()
    await product?.stop()
  })

  const dialog = () => practitioner.getByRole('dialog')
  const onHold = (page: Page) =>
    page
      .getByText(/has put you on hold/)
      .first()
      .waitFor()
  const named = (name: string) => practitioner.getByRole('heading', { name, level: 1 }).waitFor()

  test('[J28] Back in a call asks what becomes of it; staying changes nothing', async () => {
    await join(practitioner)
    await mediaFlows(practitioner)
    await practitioner.goBack()
    await dialog().getByText('You are leaving the call with Jean').waitFor()
    await looksRight(practitioner, 'leaving a call')
    await dialog().getByRole('button', { name: 'Stay in the call' }).click()
    await named('Jean Ellis-Whitcombe')
    await mediaFlows(practitioner)
    await mediaFlows(jean)
  })

  test('[J28] [D43] put on hold, the first patient is told, and stands on the practitioner’s pages by name', async () => {
    await practitioner.goBack()
    await dialog().getByRole('button', { name: 'Put on hold' }).click()
    await practitioner.getByRole('heading', { name: 'Waiting areas' }).first().waitFor()
    await onHold(jean)
    await join(practitioner, BERT)
    await named('Bert Okonjo')
    await practitioner.getByText('Jean Ellis-Whitcombe is on hold').waitFor()
    await mediaFlows(practitioner)
    await mediaFlows(bert)
    await looksRight(practitioner, 'a second patient on hold')
  })

  test('[J29] while Bert is seen, Jean’s page reloads and opens again: nothing of her comes to his call', async () => {
    await jean.reload()
    await onHold(jean)
    const second = await jean.context().newPage()
    await second.goto(jean.url())
    await second.getByRole('button', { name: /^Carry on as/ }).click()
    await onHold(second)
    await stopsArriving(second)
    await named('Bert Okonjo')
    await mediaFlows(practitioner)
    await mediaFlows(bert)
    await second.close()
    await jean.getByRole('button', { name: 'Use this page instead' }).click()
    await onHold(jean)
    await stopsArriving(jean)
    await mediaFlows(practitioner)
    await mediaFlows(bert)
  })

  test('[J30] back to the first: the second is asked about, and each sees and hears only when it is their turn', async () => {
    await practitioner.getByRole('button', { name: 'Return to Jean' }).click()
    await dialog().getByText('You are leaving the call with Bert').waitFor()
    await dialog().getByRole('button', { name: 'Put on hold' }).click()
    await named('Jean Ellis-Whitcombe')
    await practitioner.getByText('Bert Okonjo is on hold').waitFor()
    await practitioner.getByRole('button', { name: 'Resume', exact: true }).first().click()
    await mediaFlows(practitioner)
    await mediaFlows(jean)
    await onHold(bert)
    await stopsArriving(bert)
  })

  test('[V18] a tab that is closed in a call leaves the patient on hold, not alone', async () => {
    await practitioner.close({ runBeforeUnload: false })
    // Four looks, which are 15 to 20 seconds, and a moment until the page hears of it.
    await jean
      .getByText(/has put you on hold/)
      .first()
      .waitFor({ timeout: 40_000 })
    await jean.getByText('Please stay. They will come back to you.').first().waitFor()
  })
})
