// Somebody has their appointments in their own calendar, and changes their own name, address and password; an auditor finds
// the audit as their first page.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DESK, openChromium, openPerson } from './browser.ts'
import { looksRight } from './looks.ts'
import { type Product, startProduct } from './product.ts'

const PASSWORD = 'kettle lemon bridge'
const NEXT = 'pebble window spoon'

let product: Product
let browser: Browser
let ofAda: BrowserContext
let ada: Page
beforeAll(async () => {
  product = await startProduct()
  browser = await openChromium({ devices: false })
  ofAda = await openPerson(browser, DESK)
  ada = await ofAda.newPage()
  await ada.goto(product.link('setup'))
  await ada.getByLabel('Name of the organisation').fill('Hillside Community Health')
  await ada.getByLabel('Your name').fill('Ada Lindqvist')
  await ada.getByLabel('E-mail address').fill('ada@hillside.example')
  await ada.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await ada.getByLabel('Name of the service').fill('Physiotherapy')
  await ada.getByRole('button', { name: 'Set up', exact: true }).click()
  await ada.getByRole('link', { name: 'Open the console' }).click()
  await ada.getByRole('heading', { name: 'Physiotherapy' }).waitFor()
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

/** The newest link for this address, read in the outbox as an administrator does. */
async function linkFor(email: string): Promise<string> {
  await ada.goto(`${product.url}/staff/outbox`)
  await ada.getByRole('button', { name: email }).first().click()
  return (await ada.locator('.outbox-message-open .outbox-message-link').getAttribute('href')) ?? ''
}

test('[CF1] [CF2] [CF6] an address for one’s own calendar is made, asked for by a calendar, and taken away', async () => {
  await ada.goto(`${product.url}/staff/account`)
  const part = ada.getByRole('region', { name: 'Your own calendar' })
  await part.getByLabel('Also appointments for anyone of the team').check()
  await part.getByRole('button', { name: 'Make an address' }).click()
  await part.getByText('Your address is made').waitFor()
  await part.getByText('How to add it').click()
  await looksRight(ada, 'own details with a calendar address')
  const url = (await part.locator('code').textContent()) ?? ''
  expect(await part.getByRole('link', { name: 'Open in your calendar' }).getAttribute('href')).toBe(
    url.replace(/^https?:/, 'webcal:'),
  )
  const calendar = await fetch(url)
  expect([calendar.status, (await calendar.text()).split('\r\n')[0]]).toEqual([200, 'BEGIN:VCALENDAR'])

  await ada.reload()
  await part.getByText('A calendar last asked for it on').waitFor()
  expect(await part.getByText('/api/open/calendar/').count()).toBe(0)
  await part.getByRole('button', { name: 'Take the address away' }).click()
  await ada.getByRole('dialog').getByRole('button', { name: 'Take the address away' }).click()
  await part.getByText('The address is taken away.').waitFor()
  expect((await fetch(url)).status).toBe(404)
  await part.getByRole('button', { name: 'Make an address' }).waitFor()
})

test('[OD1] [OD2] [OD5] own name, address and password are changed where one is signed in', async () => {
  await ada.getByRole('button', { name: 'Ada Lindqvist: your sign-in' }).click()
  await ada.getByRole('link', { name: 'Change your name, address or password' }).click()
  await ada.getByRole('heading', { name: 'Your details' }).waitFor()
  await looksRight(ada, 'own details')
  await ada.getByLabel('Your name').fill('Ada Lind')
  await ada.getByRole('button', { name: 'Save the name' }).click()
  await ada.getByText('Your name is saved').waitFor()
  await ada.getByRole('button', { name: 'Ada Lind: your sign-in' }).waitFor()

  const email = ada.getByRole('region', { name: 'E-mail address' })
  await email.getByLabel('New e-mail address').fill('ada.lind@hillside.example')
  await email.getByLabel('The password you have now').fill('not my own words')
  await email.getByRole('button', { name: 'Send the letter' }).click()
  await email.getByText('This is not the password you have now').first().waitFor()
  await looksRight(ada, 'own details with a mistake')
  await email.getByLabel('The password you have now').fill(PASSWORD)
  await email.getByRole('button', { name: 'Send the letter' }).click()
  await email.getByText('A letter is on its way to ada.lind@hillside.example').waitFor()
  await looksRight(ada, 'own details while a letter is on its way')
  await ada.goto(await linkFor('ada.lind@hillside.example'))
  await ada.getByRole('button', { name: 'Use the new address' }).waitFor()
  await looksRight(ada, 'confirming an address')
  await ada.getByRole('button', { name: 'Use the new address' }).click()
  await ada.getByText('You sign in with ada.lind@hillside.example now').waitFor()
  await looksRight(ada, 'an address that was confirmed')
  await ada.getByRole('link', { name: 'Your details' }).click()

  const password = ada.getByRole('region', { name: 'Password' })
  await password.getByLabel('The password you have now').fill(PASSWORD)
  await password.getByLabel('New password', { exact: true }).fill(NEXT)
  await password.getByRole('button', { name: 'Save the password' }).click()
  await password.getByText('Your password is saved').waitFor()
  // Still here, by another secret.
  await ada.reload()
  await ada.getByText('You sign in with ada.lind@hillside.example.').waitFor()
})

test('[RO4] an auditor begins at the audit, and nothing of a desk is offered', async () => {
  await ada.goto(`${product.url}/staff/people`)
  await ada.getByRole('button', { name: 'Invite somebody' }).click()
  const dialog = ada.getByRole('dialog')
  await dialog.getByLabel('Name', { exact: true }).fill('Aldo Ferri')
  await dialog.getByLabel('E-mail address').fill('aldo@hillside.example')
  await dialog.getByLabel('Auditor').check()
  await dialog.getByRole('button', { name: 'Send the invitation' }).click()
  await ada.getByText('Aldo Ferri is invited').waitFor()
  const link = await linkFor('aldo@hillside.example')
  const ofAldo = await openPerson(browser, DESK)
  const aldo = await ofAldo.newPage()
  await aldo.goto(link)
  await aldo.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await aldo.getByRole('button', { name: 'Save and sign in' }).click()
  await aldo.getByRole('heading', { name: 'Audit', exact: true }).waitFor()
  expect(new URL(aldo.url()).pathname).toBe('/staff/audit')
  const links = await aldo.getByRole('navigation', { name: 'Pages', exact: true }).getByRole('link').allTextContents()
  expect(links).toEqual(['Audit'])
  await aldo.getByText('Invited a person').first().waitFor()
  await looksRight(aldo, 'the first page of an auditor')
  await aldo.getByText('Opened by break-glass').click()
  await aldo.getByText('Nobody has done so yet.').waitFor()
  expect(await aldo.getByLabel('Practitioners may open other services').count()).toBe(0)
  await looksRight(aldo, 'what an auditor reads of break-glass')
})
