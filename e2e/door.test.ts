// What an area's settings come to for patients, from the poster to the page after the call: on the built pages, with a server
// whose clock the test moves.
import { resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { slugOf } from '#domain/area'
import { words as quickExit } from '#text/quick-exit'
import { act, type Clinic, inNewArea, join, openClinic, openConsole } from '../test/clinic.ts'
import { PASSWORD } from '../test/people.ts'
import { startTestServer, type TestServer } from '../test/server.ts'
import { DESK, openChromium, openPerson, PHONE, waitUntil } from './browser.ts'
import { looksRight } from './looks.ts'
import { arriveAndWait, JEAN, signIn, tellWho } from './people.ts'

/** One pixel. */
const PICTURE = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const SUPPORT = { phone: '01632 960 777', email: 'video@harbour.example' }

/** Runs in a page before its own scripts: listens to whatever goes to the loudspeaker. */
function listen(): void {
  const ears: AnalyserNode[] = []
  const { connect } = AudioNode.prototype
  AudioNode.prototype.connect = function (this: AudioNode, to: AudioNode, ...rest: number[]) {
    if (to instanceof AudioDestinationNode) {
      const ear = this.context.createAnalyser()
      ears.push(ear)
      Reflect.apply(connect, this, [ear])
    }
    return Reflect.apply(connect, this, [to, ...rest])
  } as typeof connect
  Object.assign(window, { ears })
}

/** The loudest of what is being played, 0 to 1. */
const loudness = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { ears } = window as unknown as { ears: AnalyserNode[] }
    const loudest = (ear: AnalyserNode) => {
      const wave = new Float32Array(ear.fftSize)
      ear.getFloatTimeDomainData(wave)
      return Math.max(...wave.map(Math.abs))
    }
    return Math.max(0, ...ears.map(loudest))
  })

/** What comes out of the printer: one sheet, all of it, and nothing that stood around it on the screen. */
async function onePage(page: Page): Promise<void> {
  const paper = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
  expect(paper.match(/\/Type \/Page\b/g)).toHaveLength(1)
  await page.emulateMedia({ media: 'print' })
  const spills = await page
    .locator('.poster-sheet')
    .evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)
  expect(spills).toBeLessThanOrEqual(0)
  expect(await page.locator('header').first().isVisible()).toBe(false)
  expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false)
  await page.emulateMedia({ media: null })
}

describe('what patients see of the settings', () => {
  let server: TestServer
  let browser: Browser
  let people: Clinic
  let clinic: Clinic

  beforeAll(async () => {
    server = await startTestServer({ webFolder: resolve('dist/web') })
    browser = await openChromium()
    people = await openClinic(server)
  })
  beforeEach(async () => {
    clinic = await inNewArea(people)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  const door = () => `${server.url}/at/${clinic.area.slug}`
  /** As the administrator sets it. */
  async function set(own: object): Promise<void> {
    const url = `/api/staff/settings/areas/${clinic.area.id}/own`
    const reply = await clinic.administrator.call('PUT', url, { set: own, giveBack: [] })
    if (reply.status !== 200) throw new Error(`not set: ${reply.text}`)
  }
  async function addLogo(): Promise<string> {
    const reply = await clinic.administrator.call<{ logoId: string }>('POST', '/api/staff/settings/logos', {
      data: PICTURE,
    })
    return reply.body.logoId
  }
  async function staffPage(): Promise<Page> {
    const page = await (await openPerson(browser, DESK)).newPage()
    await signIn(page, server.url, clinic.here.me.email, PASSWORD)
    return page
  }

  test('[LT5] [P66] [P67] on a small phone “Start” is in sight, and one press or three of Escape leave nothing of the page behind', async () => {
    const context = await openPerson(browser, { ...PHONE, viewport: { width: 320, height: 568 } })
    await context.route(`${quickExit.address}*`, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }),
    )
    const page = await context.newPage()
    await page.goto(`${server.url}/check`)
    await page.goto(door())
    const start = page.getByRole('button', { name: 'Start', exact: true })
    await start.waitFor()
    expect(await start.evaluate((one) => one.getBoundingClientRect().bottom)).toBeLessThan(568)
    expect(await page.title()).toBe('Video visit')
    await start.click()
    await page.getByLabel('First name').fill('Jean')
    await page.getByRole('button', { name: 'Hide this page' }).click()
    await page.waitForURL(quickExit.address)
    await page.goBack()
    expect(new URL(page.url()).pathname).toBe('/check')

    await page.goto(door())
    await start.waitFor()
    for (let presses = 0; presses < 3; presses++) await page.keyboard.press('Escape')
    await page.waitForURL(quickExit.address)
    await context.close()
  })

  test('[P35] a page whose scripts do not run says what to try and whom to phone', async () => {
    await set({ support: SUPPORT })
    const context = await openPerson(browser, PHONE)
    const page = await context.newPage()
    await page.route('**/*.js', (route) => route.abort())
    await page.goto(door())
    const words = page.getByRole('heading', { name: 'This page has not opened yet' })
    expect(await words.isVisible()).toBe(false)
    await words.waitFor()
    expect(await page.getByRole('link', { name: SUPPORT.phone }).getAttribute('href')).toBe('tel:01632960777')
    await looksRight(page, 'a page that has not opened')
    await page.unroute('**/*.js')
    await page.reload()
    await page.getByRole('button', { name: 'Start' }).waitFor()
    expect(await page.locator('.unopened').isVisible()).toBe(false)
    await context.close()

    const without = await browser.newContext({ ...PHONE, javaScriptEnabled: false })
    const page2 = await without.newPage()
    for (const path of [door(), `${server.url}/a`]) {
      await page2.goto(path)
      await page2.getByRole('heading', { name: 'This page has not opened yet' }).waitFor({ timeout: 4000 })
    }
    await page2.getByText('The number is in your letter or message.').waitFor()
    await without.close()
  })

  test('[P34] a closed door shows the logo, when it opens, when one can come in, and whom to ask', async () => {
    // The clock stands on a Monday, 10 o'clock in London.
    const openBlocks = [{ weekday: 2, from: 9 * 60, to: 17 * 60 }]
    await set({ openBlocks, opensEarlyMinutes: 20, support: SUPPORT, logoId: await addLogo() })
    const context = await openPerson(browser, PHONE)
    const page = await context.newPage()
    await page.goto(door())
    await page.getByText('We are closed now').waitFor()
    await page.getByText('We open tomorrow at 9am, London time.').waitFor()
    await page.getByText('You can come in tomorrow at 8:40am.').waitFor()
    await waitUntil('the logo is drawn', () =>
      page.locator('.page-logo').evaluate((logo) => (logo as HTMLImageElement).naturalWidth === 1),
    )
    expect(await page.getByRole('link', { name: SUPPORT.phone }).getAttribute('href')).toBe('tel:01632960777')
    expect(await page.getByRole('link', { name: SUPPORT.email }).getAttribute('href')).toBe(`mailto:${SUPPORT.email}`)
    await looksRight(page, 'closed door')
    await context.close()
  })

  test('[P34] whose camera is blocked finds the number and the address there', async () => {
    await set({ support: SUPPORT })
    const context = await openPerson(browser, PHONE, [])
    const page = await context.newPage()
    await page.goto(door())
    await tellWho(page, JEAN)
    await page.getByRole('button', { name: 'Turn on camera and sound' }).click()
    await page.getByText('Your camera and microphone are blocked').first().waitFor()
    await page.getByRole('link', { name: SUPPORT.phone }).waitFor()
    await page.getByRole('link', { name: SUPPORT.email }).waitFor()
    await looksRight(page, 'trouble')
    await context.close()
  })

  test('[P31] [P32] [P33] words that fall due, a sound that gives way, and the page after the call', async () => {
    const waitingMessages = [
      { afterMinutes: 5, text: 'We have not forgotten you.' },
      { afterMinutes: 20, text: 'Have a cup of tea.' },
    ]
    const afterLink = { label: 'Tell us how it was', url: 'https://harbour.example/thanks' }
    await set({ waitingMessages, waitingSound: true, support: SUPPORT, afterText: 'A letter will come.', afterLink })
    const context = await openPerson(browser, PHONE)
    await context.addInitScript(listen)
    const page = await arriveAndWait(context, door())
    const news = page.getByRole('list', { name: 'News from the clinic' })
    await page.getByRole('button', { name: 'Play music' }).waitFor()
    expect(await news.getByRole('listitem').count()).toBe(0)
    server.clock.advance(6 * 60_000)
    await page.reload()
    await news.getByText('We have not forgotten you.').waitFor()
    expect(await news.getByRole('listitem').count()).toBe(1)
    expect(await news.getAttribute('aria-live')).toBe('polite')
    const sound = page.getByRole('button', { name: 'Stop the music' })
    await page.getByRole('button', { name: 'Play music' }).click()
    await sound.waitFor()
    await waitUntil('it sounds', async () => (await loudness(page)) > 0.002)
    await looksRight(page, 'waiting with words and sound')

    const [visit] = await server.sql<{ id: string }>('select id from visits where area_id = $1', [clinic.area.id])
    const visitId = visit?.id ?? ''
    const desk = await openConsole(clinic.here)
    const { ticket } = await desk.ask({ type: 'call.prepare', visitId })
    await page.getByText('The music stops for a moment.').waitFor()
    await waitUntil('it is quiet', async () => (await loudness(page)) < 0.0005)
    await desk.ask({ type: 'call.release', visitId, callId: ticket.callId })
    await page.getByText('Soft music. It stops by itself').waitFor()
    await join(clinic.here, desk, visitId)
    await page.getByText('Priya Raman').first().waitFor()
    expect(await sound.count()).toBe(0)
    await act(clinic.here, visitId, 'end')
    await page.getByText('A letter will come.').waitFor()
    expect(await page.getByRole('link', { name: afterLink.label }).getAttribute('href')).toBe(afterLink.url)
    await looksRight(page, 'after the call')
    await context.close()
  })

  test('[SC1] [SC2] a short code is typed on the first page; a wrong one is typed again', async () => {
    const [area] = await server.sql<{ code: string }>('select short_code as code from areas where id = $1', [
      clinic.area.id,
    ])
    const context = await openPerson(browser, PHONE)
    const page = await context.newPage()
    await page.goto(server.url)
    const field = page.getByLabel('Do you have a code?')
    await field.fill('bbb bbb')
    await page.keyboard.press('Enter')
    await page.getByText('We do not know this code.').waitFor()
    expect(await field.inputValue()).toBe('BBBBBB')
    expect(await field.evaluate((box) => box === document.activeElement)).toBe(true)
    await looksRight(page, 'wrong code')
    await field.fill(area?.code.toLowerCase() ?? '')
    await page.keyboard.press('Enter')
    await page.waitForURL(door())
    await context.close()
  })

  test('[PO3] the poster is one page of paper and nothing else, also with the longest names', async () => {
    const long = 'Community musculoskeletal physiotherapy and rehabilitation after hip replacement'
    await set({ support: SUPPORT, logoId: await addLogo() })
    const page = await staffPage()
    await page.goto(`${server.url}/staff/areas/${clinic.area.slug}/poster`)
    await page.locator('.poster-square').waitFor()
    await onePage(page)
    await server.sql('update areas set name = $2, slug = $3 where id = $1', [clinic.area.id, long, slugOf(long)])
    await page.goto(`${server.url}/staff/areas/${slugOf(long)}`)
    await page.getByLabel('Lines to copy').waitFor()
    await looksRight(page, 'ways in')
    await page.getByRole('link', { name: 'Open the poster' }).click()
    await page.locator('.poster-square').waitFor()
    await looksRight(page, 'poster')
    await onePage(page)
    expect(await page.locator('.poster-sheet').textContent()).toContain(long)
    await page.context().close()
  })
})
