// An organisation gets its people: invited, changed, gone; and somebody who forgot their password. Without a mail server,
// as a newcomer has it.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DESK, openChromium, openPerson } from './browser.ts'
import { looksRight } from './looks.ts'
import { signIn } from './people.ts'
import { type Product, startProduct } from './product.ts'

const PASSWORD = 'kettle lemon bridge'
const LONG_NAME = 'Dr Wilhelmina Featherstonehaugh-Montgomery-Abernathy of the Northern Isles'

describe('the people of an organisation', () => {
  let product: Product
  let browser: Browser
  let ofAda: BrowserContext
  let ada: Page

  beforeAll(async () => {
    product = await startProduct()
    browser = await openChromium({ devices: false })
    ofAda = await openPerson(browser, DESK)
    ada = await ofAda.newPage()
    await setUp(ada, product)
  })
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
  })

  async function invite(
    name: string,
    email: string,
    change?: (dialog: ReturnType<Page['getByRole']>) => Promise<void>,
  ) {
    await ada.getByRole('button', { name: 'Invite somebody' }).click()
    const dialog = ada.getByRole('dialog')
    await dialog.getByLabel('Name', { exact: true }).fill(name)
    await dialog.getByLabel('E-mail address').fill(email)
    await change?.(dialog)
    await dialog.getByRole('button', { name: 'Send the invitation' }).click()
    await ada.getByText(`${name} is invited`).waitFor()
  }

  /** The newest link for this address, read in the outbox as an administrator does. */
  async function linkFor(email: string): Promise<string> {
    await ada.goto(`${product.url}/staff/outbox`)
    await ada.getByRole('button', { name: email }).first().click()
    return (await ada.locator('.outbox-message-open .outbox-message-link').getAttribute('href')) ?? ''
  }

  test('[J15] a colleague is invited, finds the way in alone, and is what they were made', async () => {
    await ada.getByRole('link', { name: 'Settings' }).click()
    await ada.getByRole('link', { name: 'People' }).click()
    await ada.getByText('You are alone here so far').waitFor()
    await looksRight(ada, 'alone')
    await ada.getByRole('button', { name: 'Invite somebody' }).click()
    await ada.getByRole('dialog').getByRole('button', { name: 'Send the invitation' }).click()
    await ada.getByText('Type a name').first().waitFor()
    await looksRight(ada, 'invitation with mistakes')
    await ada.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
    await invite('Rhys Morgan', 'rhys@hillside.example', async (dialog) => {
      await dialog.getByLabel('Practitioner').uncheck()
      await dialog.getByLabel('Receptionist').check()
    })
    await ada.getByText('The invitation waits in the outbox').waitFor()
    await invite(LONG_NAME, `${'very.'.repeat(8)}long@hillside.example`)
    await looksRight(ada, 'people')
    const link = await linkFor('rhys@hillside.example')
    await looksRight(ada, 'outbox')

    const ofRhys = await openPerson(browser, DESK)
    const rhys = await ofRhys.newPage()
    await rhys.goto(link)
    await rhys.getByRole('heading', { name: 'Welcome, Rhys Morgan' }).waitFor()
    await looksRight(rhys, 'invitation')
    await rhys.getByLabel('Password', { exact: true }).fill('Password2026!')
    await rhys.getByRole('button', { name: 'Save and sign in' }).click()
    await rhys.getByText('Choose a password that fewer people use').first().waitFor()
    await looksRight(rhys, 'password with a mistake')
    await rhys.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await rhys.getByRole('button', { name: 'Save and sign in' }).click()
    await rhys.getByRole('heading', { name: 'Physiotherapy' }).waitFor()
    expect(await rhys.getByRole('link', { name: 'Settings' }).count()).toBe(0)
    expect(rhys.url()).toBe(`${product.url}/staff`)
    await rhys.goto(link)
    await rhys.getByRole('heading', { name: 'This link is over' }).waitFor()
    await looksRight(rhys, 'link that is over')
    await ofRhys.close()
  })

  test('[J16] what somebody is changes on the page that they have open, and deactivating ends it', async () => {
    const ofRhys = await openPerson(browser, DESK)
    const rhys = await ofRhys.newPage()
    await signIn(rhys, product.url, 'rhys@hillside.example', PASSWORD)
    await ada.goto(`${product.url}/staff/people`)
    await ada.getByRole('button', { name: 'Rhys Morgan: change' }).click()
    const dialog = ada.getByRole('dialog')
    await looksRight(ada, 'a person')
    await dialog.getByLabel('Receptionist').uncheck()
    await dialog.getByLabel('Champion').check()
    await dialog.getByRole('button', { name: 'Save', exact: true }).click()
    await ada.getByText('Rhys Morgan is saved').waitFor()
    await rhys.getByText('You see first names alone here.').waitFor()
    await looksRight(rhys, 'queue of a champion')
    await ada.getByRole('button', { name: 'Rhys Morgan: change' }).click()
    await dialog.getByRole('button', { name: 'Deactivate' }).click()
    await dialog.getByText('Deactivate Rhys Morgan?').waitFor()
    await looksRight(ada, 'deactivating')
    await dialog.getByRole('button', { name: 'Deactivate' }).click()
    await ada.getByText('Rhys Morgan is deactivated and signed out everywhere').waitFor()
    await rhys.getByRole('heading', { name: 'You have been signed out' }).waitFor()
    await ada.getByRole('button', { name: 'Rhys Morgan: change' }).click()
    await dialog.getByRole('button', { name: 'Make active again' }).click()
    await ada.getByText('Rhys Morgan can sign in again').waitFor()
    await signIn(rhys, product.url, 'rhys@hillside.example', PASSWORD)
    await ofRhys.close()
  })

  test('[J17] a forgotten password is replaced by a link', async () => {
    const ofRhys = await openPerson(browser, DESK)
    const rhys = await ofRhys.newPage()
    await rhys.goto(`${product.url}/staff`)
    await rhys.getByRole('link', { name: 'Forgotten your password?' }).click()
    await rhys.getByRole('heading', { name: 'Forgotten your password?' }).waitFor()
    await looksRight(rhys, 'asking for a new password')
    await rhys.getByLabel('E-mail address').fill('rhys@hillside.example')
    await rhys.getByRole('button', { name: 'Send me a link' }).click()
    await rhys.getByRole('heading', { name: 'Look at your e-mail' }).waitFor()
    await looksRight(rhys, 'asked for a new password')
    await ada.goto(`${product.url}/staff/outbox`)
    // The letter is written a moment after it was asked for.
    await expect
      .poll(
        async () => {
          await ada.getByRole('button', { name: 'Look again' }).click()
          return ada.getByText('a new password').count()
        },
        { timeout: 20_000 },
      )
      .toBeGreaterThan(0)
    await rhys.goto(await linkFor('rhys@hillside.example'))
    await rhys.getByRole('heading', { name: 'Choose a new password' }).waitFor()
    await rhys.getByLabel('Password', { exact: true }).fill('another lemon kettle')
    await rhys.getByRole('button', { name: 'Save and sign in' }).click()
    await rhys.getByRole('heading', { name: 'Physiotherapy' }).waitFor()
    await ofRhys.close()
  })
})

async function setUp(page: Page, product: Product): Promise<void> {
  await page.goto(product.link('setup'))
  await page.getByLabel('Name of the organisation').fill('Hillside Community Health')
  await page.getByLabel('Your name').fill('Ada Lindqvist')
  await page.getByLabel('E-mail address').fill('ada@hillside.example')
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByLabel('Name of the service').fill('Physiotherapy')
  await page.getByRole('button', { name: 'Set up', exact: true }).click()
  await page.getByRole('link', { name: 'Open the console' }).click()
  await page.getByRole('heading', { name: 'Physiotherapy' }).waitFor()
}
