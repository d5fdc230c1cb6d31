// Devices that several people share, and browsers that keep nothing: nobody is taken for somebody else, and nobody begins a
// visit to which they could not come back.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act, type Clinic, join as joinVisit, openClinic, openConsole } from '../test/clinic.ts'
import { PASSWORD } from '../test/people.ts'
import { startTestServer, type TestServer } from '../test/server.ts'
import { CHROMIUM, openChromium, openPerson, PHONE } from './browser.ts'
import { looksRight } from './looks.ts'
import { JEAN } from './people.ts'

let server: TestServer
let browser: Browser
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer({ webFolder: resolve('dist/web') })
  browser = await openChromium()
  clinic = await openClinic(server)
  const set = { support: { phone: '01632 960 777', email: '' } }
  const url = `/api/staff/settings/areas/${clinic.area.id}/own`
  expect((await clinic.administrator.call('PUT', url, { set, giveBack: [] })).status).toBe(200)
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const door = () => `${server.url}/at/${clinic.area.slug}`
const visits = () =>
  server.sql<{ id: string; outcome: string | null }>('select id, outcome from visits order by arrived_at')

/** The shortest way into the queue: to be phoned. */
async function askForPhone(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Phone me instead' }).click()
  await page.getByLabel('First name').fill(JEAN.firstName)
  await page.getByLabel('Last name').fill(JEAN.lastName)
  // As from a keyboard in Arabic, and pasted with marks that nobody sees.
  await page.getByLabel('Day', { exact: true }).fill('٣')
  await page.getByLabel('Month', { exact: true }).fill('٣')
  await page.getByLabel('Year', { exact: true }).fill('١٩٤٨')
  await page.getByLabel('Phone number').fill('\u202a+44\u00a0(0)1632–960\u200b001\u202c')
  await page.getByRole('button', { name: 'Ask the clinic to phone me' }).click()
}

/** A Chromium with "Block all cookies" in its settings: then it refuses all other storage, too. */
async function keepingNothing(work: (context: BrowserContext) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bedside-cookies-'))
  await mkdir(join(folder, 'Default'))
  const settings = { profile: { default_content_setting_values: { cookies: 2 } } }
  await writeFile(join(folder, 'Default', 'Preferences'), JSON.stringify(settings))
  const context = await chromium.launchPersistentContext(folder, {
    ...PHONE,
    executablePath: CHROMIUM,
    args: ['--no-sandbox'],
  })
  context.setDefaultTimeout(20_000)
  try {
    await work(context)
  } finally {
    await context.close()
    await rm(folder, { recursive: true, force: true })
  }
}

describe('a browser that keeps nothing', () => {
  test('[P37] says so before anything is typed, with what to do and whom to phone, and makes no visit', async () => {
    await keepingNothing(async (context) => {
      const page = await context.newPage()
      await page.goto(door())
      await page.getByRole('button', { name: 'Start', exact: true }).click()
      await page.getByRole('heading', { name: 'This browser cannot keep your place' }).waitFor()
      expect(await page.getByRole('link', { name: '01632 960 777' }).getAttribute('href')).toBe('tel:01632960777')
      expect(await page.getByRole('listitem').count()).toBeGreaterThan(1)
      await looksRight(page, 'nothing kept')
      await page.getByRole('button', { name: 'Try again' }).click()
      await page.getByRole('heading', { name: 'This browser cannot keep your place' }).waitFor()
      expect(await visits()).toEqual([])
    })
  })

  test('[P37] signs no member of staff in, and says why', async () => {
    await keepingNothing(async (context) => {
      const page = await context.newPage()
      await page.goto(`${server.url}/staff`)
      await page.getByLabel('E-mail address').fill(clinic.here.me.email)
      await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await page.getByText('Allow cookies for this page').waitFor()
      await looksRight(page, 'sign-in without cookies')
    })
  })
})

test('[P36] [AR11] in a new tab it is asked who is here; whoever is somebody else begins anew, and the visit before ends', async () => {
  const context = await openPerson(browser, PHONE)
  const first = await context.newPage()
  await first.goto(door())
  await askForPhone(first)
  await first.getByText(`You are in the right place, ${JEAN.firstName}.`).waitFor()
  const [kept] = await server.sql<{ phone: string; born: string }>(
    'select phone, date_of_birth as born from visit_details order by visit_id desc limit 1',
  )
  expect(kept).toEqual({ phone: '+44 1632 960001', born: '1948-03-03' })

  const second = await context.newPage()
  await second.goto(door())
  await second.getByRole('heading', { name: 'Who is here?' }).waitFor()
  expect(await second.locator('main').textContent()).not.toContain(JEAN.lastName)
  await looksRight(second, 'who is here')
  await second.getByRole('button', { name: 'I am somebody else' }).click()
  await second.getByRole('button', { name: 'Start', exact: true }).click()
  expect(await second.getByLabel('First name').inputValue()).toBe('')
  await first.getByRole('heading', { name: 'You have left' }).waitFor()
  expect((await visits()).map(({ outcome }) => outcome)).toEqual(['left'])
  await context.close()
})

test('[P36] after the end the same tab serves the same person once more, or another', async () => {
  const context = await openPerson(browser, PHONE)
  const page = await context.newPage()
  await page.goto(door())
  await askForPhone(page)
  await page.getByText(`You are in the right place, ${JEAN.firstName}.`).waitFor()
  const visitId = (await visits()).find(({ outcome }) => outcome === null)?.id ?? ''
  await joinVisit(clinic.here, await openConsole(clinic.here), visitId)
  await act(clinic.here, visitId, 'end')
  await page.getByRole('heading', { name: `Thank you, ${JEAN.firstName}.` }).waitFor()
  await looksRight(page, 'after the end')
  await page.getByRole('button', { name: 'Start a new visit' }).click()
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  expect(await page.getByLabel('First name').inputValue()).toBe(JEAN.firstName)
  await page.reload()
  await page.getByRole('button', { name: `Carry on as ${JEAN.firstName}` }).waitFor()
  await page.getByRole('button', { name: 'I am somebody else' }).click()
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  expect(await page.getByLabel('First name').inputValue()).toBe('')
  await page.reload()
  await page.getByRole('button', { name: 'Start', exact: true }).waitFor()
  await context.close()
})
