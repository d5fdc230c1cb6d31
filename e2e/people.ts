// A patient and a practitioner as the journeys play them: they only press and type what a person would see.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { DESK, openPerson, PHONE } from './browser.ts'
import type { Product } from './product.ts'

export interface Details {
  readonly firstName: string
  readonly lastName: string
  readonly born: readonly [day: string, month: string, year: string]
  readonly phone: string
}

export const JEAN: Details = {
  firstName: 'Jean',
  lastName: 'Ellis-Whitcombe',
  born: ['3', '3', '1948'],
  phone: '01632 960 001',
}

export const BERT: Details = {
  firstName: 'Bert',
  lastName: 'Okonjo',
  born: ['9', '11', '1951'],
  phone: '01632 960 003',
}

/** Written from right to left: Hebrew and Arabic. */
export const SARAH: Details = {
  firstName: 'שרה',
  lastName: 'الحداد',
  born: ['4', '5', '1950'],
  phone: '01632 960 002',
}

/** From the door to the form, filled in, agreed to and sent. */
export async function tellWho(page: Page, details: Details): Promise<void> {
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await page.getByLabel('First name').fill(details.firstName)
  await page.getByLabel('Last name').fill(details.lastName)
  const [day, month, year] = details.born
  await page.getByLabel('Day', { exact: true }).fill(day)
  await page.getByLabel('Month', { exact: true }).fill(month)
  await page.getByLabel('Year', { exact: true }).fill(year)
  await page.getByLabel('Phone number').fill(details.phone)
  const consent = page.getByLabel('I agree')
  if (await consent.isVisible()) await consent.check()
  await page.getByRole('button', { name: 'Continue', exact: true }).click()
}

/** Camera, voice and bell, when all of them work. */
export async function showEquipmentWorks(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Turn on camera and sound' }).click()
  await page.getByRole('button', { name: 'Yes, I can see myself' }).click()
  await page.getByText('We can hear you.').waitFor()
  await page.getByRole('button', { name: 'Continue', exact: true }).click()
  await page.getByRole('button', { name: 'Ring the bell' }).click()
  await page.getByRole('button', { name: 'Yes, I heard it' }).click()
}

/** The page behind a personal link, which staff at `desk` copied, opened on a phone with the date of birth. */
export async function openPersonalLink(
  browser: Browser,
  desk: Page,
  { firstName, lastName, born }: Details,
): Promise<Page> {
  await desk.getByRole('link', { name: 'Appointments' }).click()
  const theirs = desk.getByRole('listitem').filter({ hasText: `${firstName} ${lastName}` })
  await desk.evaluate(() => navigator.clipboard.writeText(''))
  await theirs.getByRole('button', { name: 'Copy the link' }).click()
  const copied = () => desk.evaluate(() => navigator.clipboard.readText())
  let link = await copied()
  for (let tries = 0; !link.includes('/v/') && tries < 100; tries += 1) {
    await desk.waitForTimeout(100)
    link = await copied()
  }
  const phone = await (await openPerson(browser, PHONE)).newPage()
  await phone.goto(link)
  for (const [at, field] of ['Day', 'Month', 'Year'].entries())
    await phone.getByLabel(field, { exact: true }).fill(born[at] ?? '')
  await phone.getByRole('button', { name: 'Continue' }).click()
  return phone
}

/** A patient who stands in the waiting area with picture and sound. */
export async function arriveAndWait(context: BrowserContext, door: string, details = JEAN): Promise<Page> {
  const page = await context.newPage()
  await page.goto(door)
  await tellWho(page, details)
  await showEquipmentWorks(page)
  await page.getByText(`You are in the right place, ${details.firstName}.`).waitFor()
  return page
}

export async function signIn(page: Page, url: string, email: string, password: string): Promise<void> {
  await page.goto(`${url}/staff`)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('heading', { name: 'Waiting areas' }).first().waitFor()
}

/** Somebody of the sample clinic at their desk, with a clipboard. */
export async function openDesk(browser: Browser, product: Product, firstName: string) {
  const clinic = await sampleClinic(product.url, product.link('sample'))
  const desk = await (await openPerson(browser, DESK)).newPage()
  await desk.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const { email, password } = clinic.person(firstName)
  await signIn(desk, product.url, email, password)
  return { clinic, desk }
}

/** From the queue into the call with this patient, through the confirmation. */
export async function join(page: Page, details = JEAN): Promise<void> {
  await page.getByRole('button', { name: `Join ${details.firstName} ${details.lastName}` }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('The line to them is ready.').waitFor()
  await dialog.getByRole('button', { name: 'Join', exact: true }).click()
}

export interface SampleSignIn {
  readonly name: string
  readonly email: string
  readonly password: string
}

/** The sample clinic's doors and sign-ins, over the API as its page asks it. */
export async function sampleClinic(url: string, link: string) {
  const token = link.split('#')[1]
  const reply = await fetch(`${url}/api/open/sample`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-bedside': '1' },
    body: JSON.stringify({ token }),
  })
  const clinic = (await reply.json()) as { areas: { slug: string; name: string }[]; practitioners: SampleSignIn[] }
  const door = (name: string) => `${url}/at/${clinic.areas.find((area) => area.name.includes(name))?.slug}`
  const person = (name: string) => {
    const found = clinic.practitioners.find((one) => one.name.includes(name))
    if (!found) throw new Error(`nobody called ${name} in the sample clinic`)
    return found
  }
  return { door, person }
}

/** Opens a tab beside the practitioner's picture; with a large picture the panel begins closed. */
export async function openTab(page: Page, tab: 'Note' | 'Checklist' | 'Messages' | 'Equipment'): Promise<void> {
  const found = page.getByRole('tab', { name: tab })
  if (!(await found.isVisible())) await page.getByRole('button', { name: /^Note/ }).click()
  await found.click()
}
