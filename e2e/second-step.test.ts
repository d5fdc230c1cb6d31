// What people sign in with besides their password: an app that shows codes, a passkey of Chromium's virtual authenticator,
// recovery codes, an organisation that requires it, and an administrator who resets it.
import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stepAt, totpCode } from '../src/server/factors/totp.ts'
import { DESK, openChromium, openPerson, PHONE } from './browser.ts'
import { looksRight } from './looks.ts'
import { type Product, startProduct } from './product.ts'

const PASSWORD = 'kettle lemon bridge'
const EMAIL = 'ada@hillside.example'

describe('the second step', () => {
  let product: Product
  let browser: Browser
  let ofAda: BrowserContext
  let ada: Page
  let secret = ''
  let usedStep = 0
  let codes: string[] = []

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

  /** A code that was not used: of the half minute to come, where this one's is. Good for two in a row, as drift allows. */
  function nextCode(): string {
    usedStep = Math.max(stepAt(new Date()), usedStep + 1)
    return totpCode(secret, usedStep)
  }

  async function typePassword(page: Page, email = EMAIL): Promise<void> {
    await page.goto(`${product.url}/staff`)
    await page.getByLabel('E-mail address').fill(email)
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  }

  async function signOut(page: Page): Promise<void> {
    await page.getByRole('button', { name: /: your sign-in$/ }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Sign out( here)?$/ })
      .click()
    await page.getByRole('heading', { name: 'Staff sign in' }).waitFor()
  }

  test('[SF15] an app is set up from the page of one’s own, and its codes are asked for from then on', async () => {
    await ada.getByRole('button', { name: /: your sign-in$/ }).click()
    await ada.getByRole('dialog').getByRole('link', { name: 'Your sign-in' }).click()
    await ada.getByRole('heading', { name: 'Your sign-in', level: 1 }).waitFor()
    await ada.getByRole('link', { name: 'See where', exact: true }).waitFor()
    await looksRight(ada, 'your sign-in')
    await ada.getByRole('button', { name: 'Set up an app' }).click()
    await ada.getByText('You cannot scan it?').click()
    secret = ((await ada.locator('.factor-secret').textContent()) ?? '').replaceAll(' ', '')
    await ada.getByLabel('Code of your app').fill('12')
    await ada.getByRole('button', { name: 'Confirm' }).click()
    await ada.getByText('Type the six digits that your app shows').first().waitFor()
    await looksRight(ada, 'an app with a mistake')
    await ada.getByLabel('Code of your app').fill(nextCode())
    await ada.getByRole('button', { name: 'Confirm' }).click()
    await ada.getByRole('heading', { name: 'Keep your recovery codes' }).waitFor()
    await looksRight(ada, 'recovery codes')
    const [download] = await Promise.all([
      ada.waitForEvent('download'),
      ada.getByRole('button', { name: 'Save as a file' }).click(),
    ])
    codes = (await readFile(await download.path(), 'utf8')).match(/^(\w{4}-){3}\w{4}$/gm) ?? []
    expect(codes).toHaveLength(10)
    await ada.getByRole('button', { name: 'I have kept them' }).click()
    await ada.getByText('Your authenticator app is set up').waitFor()
    await looksRight(ada, 'with an app')

    await signOut(ada)
    await typePassword(ada)
    await ada.getByRole('heading', { name: 'Your second step' }).waitFor()
    await looksRight(ada, 'second step')
    await ada.keyboard.type('000000')
    await ada.keyboard.press('Enter')
    await ada.getByText('This code is not right.').first().waitFor()
    await looksRight(ada, 'second step with a wrong code')
    await ada.getByLabel('Code of your app').fill(nextCode())
    await ada.getByRole('button', { name: 'Sign in', exact: true }).click()
    await ada
      .getByRole('heading', { name: 'Your sign-in', level: 1 })
      .or(ada.getByRole('heading', { name: 'Waiting areas' }))
      .first()
      .waitFor()
  })

  test('[SF15] without the phone a recovery code does, on a small screen, too', async () => {
    const context = await openPerson(browser, PHONE)
    const page = await context.newPage()
    await typePassword(page)
    await page.getByRole('button', { name: 'Use a recovery code' }).click()
    await looksRight(page, 'recovery code')
    await page.getByLabel('Recovery code').fill(codes[0] ?? '')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByRole('heading', { name: 'Physiotherapy' }).waitFor()
    await page.goto(`${product.url}/staff/your-sign-in`)
    await page.getByText('9 recovery codes are left').waitFor()
    await looksRight(page, 'your sign-in on a phone')
    await context.close()
  })

  test('[SK5] a passkey is added and signs in alone; a browser without it says what to do', async () => {
    const keys = await ofAda.newCDPSession(ada)
    await keys.send('WebAuthn.enable')
    const { authenticatorId } = await keys.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
        ...{ isUserVerified: true, automaticPresenceSimulation: true },
      },
    })
    await ada.goto(`${product.url}/staff/your-sign-in`)
    await ada.getByRole('button', { name: 'Add a passkey' }).click()
    await ada.getByLabel('Name of the passkey').fill('Desk at the window')
    await looksRight(ada, 'naming a passkey')
    await ada.getByRole('button', { name: 'Go on' }).click()
    await ada.getByText('Your passkey is added').waitFor()
    await ada.getByText('Desk at the window').waitFor()
    await looksRight(ada, 'with a passkey')

    await signOut(ada)
    await ada.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await ada.getByText('Used last on').waitFor()
    const { credentials } = await keys.send('WebAuthn.getCredentials', { authenticatorId })
    expect(credentials).toHaveLength(1)

    await signOut(ada)
    await keys.send('WebAuthn.clearCredentials', { authenticatorId })
    await ada.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await ada.getByText('Your browser found no passkey').waitFor()
    await looksRight(ada, 'no passkey')
    await typePassword(ada)
    await ada.getByRole('button', { name: 'Use a recovery code' }).click()
    await ada.getByLabel('Recovery code').fill(codes[1] ?? '')
    await ada.getByRole('button', { name: 'Sign in', exact: true }).click()
    await ada.getByRole('heading', { name: 'Physiotherapy' }).waitFor()
    await ada.goto(`${product.url}/staff/your-sign-in`)
    await ada.getByRole('button', { name: 'Remove Desk at the window' }).click()
    await looksRight(ada, 'removing a passkey')
    await ada.getByRole('button', { name: 'Remove', exact: true }).click()
    await ada.getByText('The passkey is removed').waitFor()
  })

  test('[SF17] a locked page goes on by the second step in a tab beside it', async () => {
    await ada.goto(`${product.url}/staff/notes`)
    await ada.getByRole('button', { name: /: your sign-in$/ }).click()
    await ada.getByRole('button', { name: 'Lock', exact: true }).click()
    const [beside] = await Promise.all([ofAda.waitForEvent('page'), ada.locator('#unlock-again').click()])
    await beside.getByLabel('E-mail address').fill(EMAIL)
    await beside.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await beside.getByRole('button', { name: 'Sign in', exact: true }).click()
    await beside.getByRole('button', { name: 'Use a recovery code' }).click()
    await beside.getByLabel('Recovery code').fill(codes[2] ?? '')
    await beside.getByRole('button', { name: 'Sign in', exact: true }).click()
    await beside.getByRole('heading', { name: 'Physiotherapy' }).waitFor()
    await ada.getByRole('heading', { name: 'Notes', level: 1 }).waitFor()
    await beside.close()
  })

  test('[SF15] where it is required, a newcomer sets one up first, and then is in; an administrator resets it', async () => {
    await ada.goto(`${product.url}/staff/settings/sign-in`)
    await ada.getByText('You have one.').waitFor()
    await ada.getByLabel('Require a second step of everybody').check()
    await ada.getByText('Saved.').waitFor()
    await looksRight(ada, 'settings of signing in, without a provider')
    await ada.goto(`${product.url}/staff/people`)
    await ada.getByRole('button', { name: 'Invite somebody' }).click()
    await ada.getByRole('dialog').getByLabel('Name', { exact: true }).fill('Rhys Morgan')
    await ada.getByRole('dialog').getByLabel('E-mail address').fill('rhys@hillside.example')
    await ada.getByRole('dialog').getByRole('button', { name: 'Send the invitation' }).click()
    await ada.getByText('Rhys Morgan is invited').waitFor()
    await ada.goto(`${product.url}/staff/outbox`)
    await ada.getByRole('button', { name: 'rhys@hillside.example' }).first().click()
    const link = (await ada.locator('.outbox-message-open .outbox-message-link').getAttribute('href')) ?? ''

    const context = await openPerson(browser, PHONE)
    const rhys = await context.newPage()
    await rhys.goto(link)
    await rhys.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await rhys
      .getByRole('button', { name: /password|go on|sign in/i })
      .last()
      .click()
    await rhys.getByRole('heading', { name: 'Set up your second step' }).waitFor()
    await looksRight(rhys, 'enrolment')
    for (const path of ['/staff/account', '/staff/sign-ins', '/staff/email', '/staff/break-glass', '/staff/notes']) {
      await rhys.goto(`${product.url}${path}`)
      await rhys.getByRole('heading', { name: 'Set up your second step' }).waitFor()
      expect(await rhys.locator('.staff-frame, .staff-call').count()).toBe(0)
    }
    await rhys.goto(`${product.url}/staff`)
    await rhys.getByRole('button', { name: 'Set up an app' }).click()
    await rhys.getByText('You cannot scan it?').click()
    const his = ((await rhys.locator('.factor-secret').textContent()) ?? '').replaceAll(' ', '')
    await looksRight(rhys, 'setting an app up on a phone')
    await rhys.getByLabel('Code of your app').fill(totpCode(his, stepAt(new Date())))
    await rhys.getByRole('button', { name: 'Confirm' }).click()
    await looksRight(rhys, 'recovery codes on a phone')
    await rhys.getByRole('button', { name: 'I have kept them' }).click()
    await rhys.getByRole('heading', { name: 'Physiotherapy' }).waitFor()

    await ada.goto(`${product.url}/staff/people`)
    await ada.getByRole('button', { name: 'Rhys Morgan: change' }).click()
    await ada.getByRole('button', { name: 'Reset the second step' }).click()
    await looksRight(ada, 'resetting')
    await ada.getByRole('button', { name: 'Reset the second step' }).click()
    await ada.getByText('The second step of Rhys Morgan is reset').waitFor()
    await rhys.getByRole('heading', { name: 'You have been signed out' }).waitFor()
    await rhys.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await rhys.getByRole('button', { name: 'Sign in', exact: true }).click()
    await rhys.getByRole('heading', { name: 'Set up your second step' }).waitFor()
    await context.close()
  })
})

async function setUp(page: Page, product: Product): Promise<void> {
  await page.goto(product.link('setup'))
  await page.getByLabel('Name of the organisation').fill('Hillside Community Health')
  await page.getByLabel('Your name').fill('Ada Lindqvist')
  await page.getByLabel('E-mail address').fill(EMAIL)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByLabel('Name of the service').fill('Physiotherapy')
  await page.getByRole('button', { name: 'Set up', exact: true }).click()
  await page.getByRole('link', { name: 'Open the console' }).click()
  await page.getByRole('heading', { name: 'Physiotherapy' }).waitFor()
}
