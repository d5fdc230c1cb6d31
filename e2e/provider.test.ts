// Signing in by an organisation's own sign-in, from the button to the console and out again: Chromium, the built product,
// and a real OpenID provider beside it.
import { spawnSync } from 'node:child_process'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CLIENT_SECRET, startProvider, type TestProvider } from '../test/provider/provider.ts'
import { DESK, openChromium, openPerson } from './browser.ts'
import { looksRight } from './looks.ts'
import { signIn } from './people.ts'
import { type Product, startProduct } from './product.ts'

const PASSWORD = 'kettle lemon bridge'

describe('the organisation’s own sign-in', () => {
  let provider: TestProvider
  let product: Product
  let browser: Browser
  let ofAda: BrowserContext
  let ada: Page

  beforeAll(async () => {
    provider = await startProvider()
    product = await startProduct({
      BEDSIDE_OIDC_ISSUER: provider.issuer,
      BEDSIDE_OIDC_CLIENT_ID: provider.clientId,
      BEDSIDE_OIDC_CLIENT_SECRET: CLIENT_SECRET,
      BEDSIDE_OIDC_NAME: 'Harbour Staff',
      BEDSIDE_OIDC_SCOPES: 'openid profile email groups',
      BEDSIDE_OIDC_GROUPS_CLAIM: 'groups',
    })
    await provider.know({ url: product.url, logoutAt: `${product.url}/api/open/provider/logout` })
    provider.accounts.set('ada', { name: 'Ada at Harbour' })
    provider.accounts.set('nia', {
      name: 'Nia Starter',
      email: 'nia@hillside.example',
      email_verified: true,
      groups: ['physio'],
    })
    browser = await openChromium({ devices: false })
    ofAda = await openPerson(browser, DESK)
    ada = await ofAda.newPage()
    await setUp(ada, product)
  })
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
    await provider?.close()
  })

  test('[ID6] who is signed in connects what they have at the provider, under their sign-in', async () => {
    await ada.getByRole('button', { name: 'Ada Lindqvist: your sign-in' }).click()
    await ada.getByRole('dialog').getByRole('link', { name: 'Your sign-in' }).click()
    await ada.getByRole('button', { name: 'Connect Harbour Staff' }).waitFor()
    await looksRight(ada, 'your sign-in with a provider')
    await ada.getByRole('button', { name: 'Connect Harbour Staff' }).click()
    await ada.getByRole('button', { name: 'Ada at Harbour' }).click()
    await ada.getByRole('heading', { name: 'Physiotherapy' }).waitFor()
    await signOut(ada)
    await ada.getByRole('button', { name: 'Yes' }).click()
  })

  test('[ID1] [ID18] from the button to the console, and out again by the provider', async () => {
    await ada.getByRole('link', { name: 'Sign in with Harbour Staff' }).waitFor()
    await looksRight(ada, 'sign-in with a provider')
    await ada.getByRole('link', { name: 'Sign in with Harbour Staff' }).click()
    await ada.getByRole('button', { name: 'Ada at Harbour' }).click()
    await ada.getByRole('heading', { name: 'Physiotherapy' }).waitFor()
    expect(ada.url()).toBe(`${product.url}/staff`)
    await signOut(ada)
    await ada.getByRole('heading', { name: 'Sign out of Harbour Staff, too?' }).waitFor()
    await ada.getByRole('button', { name: 'Yes' }).click()
    await ada.getByRole('link', { name: 'Sign in with Harbour Staff' }).waitFor()
    expect(ada.url()).toBe(`${product.url}/staff`)
  })

  test('[ID2] whoever presses Cancel there reads what to do, and can try again', async () => {
    await ada.getByRole('link', { name: 'Sign in with Harbour Staff' }).click()
    await ada.getByRole('button', { name: 'Cancel' }).click()
    await ada.getByRole('heading', { name: 'You are not signed in' }).waitFor()
    await looksRight(ada, 'cancelled')
    await ada.getByRole('button', { name: 'Try again' }).click()
    await ada.getByRole('button', { name: 'Ada at Harbour' }).click()
    await ada.getByRole('heading', { name: 'Physiotherapy' }).waitFor()
  })

  test('[ID5] [ID9] an administrator says what a group gives, and somebody new is in the queue by it', async () => {
    await ada.goto(`${product.url}/staff/settings`)
    await ada.getByRole('link', { name: 'Signing in' }).click()
    await ada.getByRole('heading', { name: 'Roles from groups' }).waitFor()
    await ada.getByRole('button', { name: 'Add a group' }).click()
    await ada.getByRole('button', { name: 'Save: Roles from groups' }).click()
    await ada.getByText('Group 1: type the group').first().waitFor()
    await looksRight(ada, 'rules with mistakes')
    await ada.getByLabel('Group', { exact: true }).fill('physio')
    const role = ada.getByLabel('Role', { exact: true })
    await role.selectOption(
      await role.locator('option', { hasText: /Practitioner, .?Physiotherapy/ }).getAttribute('value'),
    )
    await ada.getByRole('button', { name: 'Save: Roles from groups' }).click()
    await ada.getByText('Saved', { exact: true }).waitFor()
    await looksRight(ada, 'rules')

    const ofNia = await openPerson(browser, DESK)
    const nia = await ofNia.newPage()
    await nia.goto(`${product.url}/staff`)
    await nia.getByRole('link', { name: 'Sign in with Harbour Staff' }).click()
    await nia.getByRole('button', { name: 'Nia Starter' }).click()
    await nia.getByRole('heading', { name: 'Physiotherapy' }).waitFor()
    // Signed out there, and so here: the page says so by itself.
    const there = await ofNia.newPage()
    await there.goto(`${provider.issuer}/session/end?client_id=${provider.clientId}`)
    await there.getByRole('button', { name: 'Yes' }).click()
    await nia.getByRole('heading', { name: 'You have been signed out' }).waitFor()
    await looksRight(nia, 'signed out there')

    // In a second tab, and this one goes on.
    const [second] = await Promise.all([
      ofNia.waitForEvent('page'),
      nia.getByRole('link', { name: 'Sign in with Harbour Staff' }).click(),
    ])
    await second.getByRole('button', { name: 'Nia Starter' }).click()
    await second.getByRole('heading', { name: 'Welcome back, Nia Starter' }).waitFor()
    await looksRight(second, 'signed in beside')
    await second.close()
    await nia.bringToFront()
    await nia.evaluate(() => window.dispatchEvent(new Event('focus')))
    await nia.getByRole('heading', { name: 'Physiotherapy' }).waitFor()
    await ofNia.close()
  })

  test('[ID15] [ID16] passwords are closed by who came that way, and the sign-in page has no form any more', async () => {
    await ada.getByRole('button', { name: 'Close passwords' }).click()
    await ada.getByText('People sign in with Harbour Staff alone.').waitFor()
    await looksRight(ada, 'passwords closed')
    const other = await (await openPerson(browser, DESK)).newPage()
    await other.goto(`${product.url}/staff`)
    await other.getByRole('link', { name: 'Sign in with Harbour Staff' }).waitFor()
    await other.getByLabel('Password', { exact: true }).waitFor({ state: 'detached' })
    await looksRight(other, 'sign-in without passwords')
  })

  test('[ID17] the operator opens passwords again, beside the running server', async () => {
    const said = spawnSync(process.execPath, ['dist/server/operate.js', 'passwords:allow'], {
      env: { ...process.env, BEDSIDE_DATA: product.folder },
      encoding: 'utf8',
    })
    expect({ code: said.status, said: said.stderr }).toMatchObject({
      code: 0,
      said: expect.stringContaining('with passwords again'),
    })
    const page = await (await openPerson(browser, DESK)).newPage()
    await signIn(page, product.url, 'ada@hillside.example', PASSWORD)
    await page.goto(`${product.url}/staff/audit`)
    await page.getByRole('cell', { name: 'Allowed passwords again' }).waitFor()
  })
})

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ada Lindqvist: your sign-in' }).click()
  await page.getByRole('button', { name: /^Sign out( here)?$/ }).click()
}

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
