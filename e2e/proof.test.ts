// Somebody whose sign-in is some minutes old changes how they sign in: one dialog asks who they are, and what they pressed
// goes on.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { openConnection } from '../src/server/platform/db.ts'
import { emptyDatabase, type FreshDatabase } from '../test/fresh-database.ts'
import { DESK, openChromium, openPerson, PHONE } from './browser.ts'
import { looksRight } from './looks.ts'
import { type Product, startProduct } from './product.ts'

const PASSWORD = 'kettle lemon bridge'
const EMAIL = 'ada@hillside.example'

describe('[PF6] who changes how they sign in', () => {
  let database: FreshDatabase
  let product: Product
  let browser: Browser

  beforeAll(async () => {
    database = await emptyDatabase()
    product = await startProduct({ DATABASE_URL: database.url })
    browser = await openChromium({ devices: false })
  })
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
    await database?.drop()
  })

  /** As if they had signed in a while ago. */
  const letTimePass = async () => {
    const connection = await openConnection(database.url)
    await connection.query("update sessions set proven_at = now() - interval '5 minutes'")
    await connection.end()
  }
  const isAsked = async (page: Page, name: string) => {
    await page.getByRole('heading', { name: 'Confirm that it is you' }).waitFor()
    await page.locator('#proof-typed:focus').waitFor()
    await looksRight(page, name)
  }

  test('is asked who they are, may think better of it, and goes on where they were', async () => {
    const page = await (await openPerson(browser, DESK)).newPage()
    await page.goto(product.link('setup'))
    await page.getByLabel('Name of the organisation').fill('Hillside Community Health')
    await page.getByLabel('Your name').fill('Ada Lindqvist')
    await page.getByLabel('E-mail address').fill(EMAIL)
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByLabel('Name of the service').fill('Physiotherapy')
    await page.getByRole('button', { name: 'Set up', exact: true }).click()
    await page.getByRole('link', { name: 'Open the console' }).click()
    await page.getByRole('heading', { name: 'Physiotherapy' }).waitFor()
    await page.goto(`${product.url}/staff/your-sign-in`)
    await letTimePass()
    await page.getByRole('button', { name: 'Set up an app' }).click()
    await isAsked(page, 'proof')
    await page.getByRole('button', { name: 'Do not go on' }).click()
    await page.getByText('Nothing was changed. Confirm that it is you').waitFor()
    await page.getByRole('button', { name: 'Set up an app' }).click()
    await isAsked(page, 'proof asked again')
    await page.keyboard.type(PASSWORD)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Set up your app' }).waitFor()
  })

  test('on a phone, too, and a wrong password is said', async () => {
    const page = await (await openPerson(browser, PHONE)).newPage()
    await page.goto(`${product.url}/staff`)
    await page.getByLabel('E-mail address').fill(EMAIL)
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByRole('heading', { name: 'Physiotherapy' }).waitFor()
    await page.goto(`${product.url}/staff/your-sign-in`)
    await letTimePass()
    await page.getByRole('button', { name: 'Set up an app' }).click()
    await isAsked(page, 'proof on a phone')
    await page.keyboard.type('wrong password')
    await page.keyboard.press('Enter')
    await page.getByText('The password is not right.').first().waitFor()
    await looksRight(page, 'proof with a wrong password')
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Confirm', exact: true }).click()
    await page.getByRole('heading', { name: 'Set up your app' }).waitFor()
  })
})
