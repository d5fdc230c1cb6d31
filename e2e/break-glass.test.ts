// A practitioner opens a service that is not theirs, says why, sees somebody there and gives it back; an administrator
// reads of it.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DESK, openChromium, openPerson, PHONE } from './browser.ts'
import { looksRight } from './looks.ts'
import { arriveAndWait, JEAN, join, sampleClinic, signIn } from './people.ts'
import { type Product, startProduct } from './product.ts'

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

test('[BG7] the glass is broken for a reason, every page says so while it lasts, and an administrator reads why', async () => {
  const clinic = await sampleClinic(product.url, product.link('sample'))
  const ofPatient = await openPerson(browser, PHONE)
  const patient = await arriveAndWait(ofPatient, clinic.door('Nurse'))
  const ofTomasz = await openPerson(browser, DESK)
  const tomasz = await ofTomasz.newPage()
  const { email, password } = clinic.person('Tomasz')
  await signIn(tomasz, product.url, email, password)
  await tomasz.getByRole('button', { name: 'Tomasz Nowak: your sign-in' }).click()
  await tomasz.getByRole('link', { name: 'Open a service in an emergency' }).click()
  await tomasz.getByRole('heading', { name: 'Open a service in an emergency' }).waitFor()
  await looksRight(tomasz, 'break the glass')
  await tomasz.getByLabel('Why is it needed?').fill('urgent')
  await tomasz.getByRole('button', { name: 'Open it for 60 minutes' }).click()
  await tomasz.getByText('Write the reason: ten letters at least').first().waitFor()
  await looksRight(tomasz, 'break the glass with mistakes')
  await tomasz.getByLabel('Why is it needed?').fill('The nurse fell ill during clinic')
  await tomasz.getByRole('button', { name: 'Open it for 60 minutes' }).click()
  const bar = tomasz.getByRole('region', { name: 'Break-glass' })
  await bar.getByText(/60 more minutes/).waitFor()
  await tomasz.getByText('Nurse').first().click()
  await tomasz.getByText('Jean Ellis-Whitcombe').first().waitFor()
  await looksRight(tomasz, 'the desk while the glass is broken')
  await join(tomasz, JEAN)
  await patient.getByText('Tomasz Nowak').first().waitFor()
  await bar.waitFor()
  await tomasz.getByRole('button', { name: 'End', exact: true }).waitFor()
  await looksRight(tomasz, 'the call while the glass is broken')
  await tomasz.getByRole('button', { name: 'End', exact: true }).click()
  await tomasz.getByRole('dialog').getByRole('button', { name: 'End visit' }).click()
  await tomasz.getByRole('button', { name: 'Sign the note' }).waitFor()
  await tomasz.goto(`${product.url}/staff/notes`)
  await bar.getByRole('button', { name: /^Give .* back now$/ }).click()
  await bar.waitFor({ state: 'detached' })

  const ofAmara = await openPerson(browser, DESK)
  const amara = await ofAmara.newPage()
  const administrator = clinic.person('Amara')
  await signIn(amara, product.url, administrator.email, administrator.password)
  await amara.getByRole('link', { name: 'Settings' }).click()
  await amara.getByRole('link', { name: 'Audit', exact: true }).click()
  await amara.getByText('Opened by break-glass').click()
  await amara.getByText('The nurse fell ill during clinic').waitFor()
  await looksRight(amara, 'the audit with what was opened')
  await amara.getByLabel('Practitioners may open other services for a stated reason').uncheck()
  await amara.getByText('Saved', { exact: true }).waitFor()
  await tomasz.goto(`${product.url}/staff/break-glass`)
  await tomasz.getByText('Your organisation has switched this off').waitFor()
  expect(await tomasz.getByRole('button', { name: 'Open it for 60 minutes' }).count()).toBe(0)
})
