// The script on a page of another site, in a real browser, from a real server.
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type Clinic, openClinic } from '../../../test/clinic.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { buildButton } from '../../../test/website/build.ts'
import { openWebsite } from '../../../test/website/website.ts'

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'

let built: Awaited<ReturnType<typeof buildButton>>
let browser: Browser
let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  ;[built, browser] = await Promise.all([
    buildButton(),
    chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-background-networking'] }),
  ])
  server = await startTestServer({ webFolder: built.folder })
  clinic = await openClinic(server)
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
  await built?.remove()
})

const door = (slug: string) => `${server.url}/at/${slug}`
const script = () => `<script async src="${server.url}/button.js"></script>`
const button = (href: string, text: string) => `<p><a data-bedside href="${href}">${text}</a></p>`

async function visitWebsite(body: string): Promise<{ page: Page; asked: string[]; faults: string[] }> {
  const address = await openWebsite(body, server.url)
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London' })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const asked: string[] = []
  const faults: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(address)) asked.push(request.url())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (line) => {
    if (line.type() === 'error' && !line.text().includes('favicon') && !line.text().includes('404'))
      faults.push(line.text())
  })
  await page.goto(address)
  return { page, asked, faults }
}

test('[WB2] [WB3] [WB4] on a strict page of another site: each link says how its door stands, and nothing else happens', async () => {
  const { area, elsewhereArea } = clinic
  await clinic.here.call('PUT', `/api/staff/areas/${area.id}/suspension`, {
    suspended: { patientText: 'The line is being mended.', staffText: '' },
  })
  const { page, asked, faults } = await visitWebsite(
    [
      button(door(area.slug), 'Knees'),
      button(door(elsewhereArea.slug), 'Hands'),
      button(door(elsewhereArea.slug), 'Hands again'),
      button('https://elsewhere.example/at/hands', 'Another clinic'),
      button(door('nowhere'), 'Nothing there'),
      script(),
      script(),
    ].join(''),
  )
  const described = (name: string) =>
    page
      .getByRole('link', { name, exact: true })
      .evaluate((link) => document.getElementById(link.getAttribute('aria-describedby') ?? '')?.textContent ?? null)
  await page.getByText('Open now').nth(1).waitFor()
  await page.getByText('No video calls just now').waitFor()
  expect(await described('Knees')).toBe('No video calls just now')
  expect([await described('Hands'), await described('Hands again')]).toEqual(['Open now', 'Open now'])
  expect([await described('Another clinic'), await described('Nothing there')]).toEqual([null, ''])
  expect(await page.locator('.bedside-status').count()).toBe(4)

  const questions = [area.slug, elsewhereArea.slug, 'nowhere'].map((slug) => `/api/open/areas/${slug}/openness`)
  expect([...new Set(asked)].sort()).toEqual(['/button.js', ...questions].map((path) => server.url + path).sort())
  expect(asked.filter((url) => url.endsWith('/openness'))).toHaveLength(3)
  expect(await page.context().cookies(server.url)).toEqual([])
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.styleSheets.length])).toEqual([
    0, 0, 0,
  ])
  expect(faults).toEqual([])
})

test('[WB1] without an answer the link stays as it was, and leads to the door', async () => {
  const { page } = await visitWebsite('')
  await page.context().route('**/openness', (route) => route.abort())
  const address = await openWebsite(button(door(clinic.area.slug), 'Start video call') + script(), server.url)
  const gaveUp = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/openness'))
  await page.goto(address)
  await gaveUp
  expect(await page.locator('body').textContent()).toBe('Start video call')
  await page.getByRole('link', { name: 'Start video call' }).click()
  await page.waitForURL(door(clinic.area.slug))
})
