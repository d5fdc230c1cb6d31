// The measurement in a real browser, on the page that the product's own server gives out, through a real coturn.
import { type Browser, chromium, type Page } from 'playwright-core'
import puppeteer from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { ConnectionFinding, Transport } from '#domain/equipment'
import { type BuiltPage, buildConnectionPage } from '../../../test/connection/build.ts'
import type {} from '../../../test/connection/page.ts'
import { startCoturn } from '../../../test/coturn.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { MOST_MB, MOST_SECONDS } from './connection.ts'

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--ignore-certificate-errors',
  '--autoplay-policy=no-user-gesture-required',
]

let built: BuiltPage
let browser: Browser
beforeAll(async () => {
  ;[built, browser] = await Promise.all([
    buildConnectionPage(),
    chromium.launch({ executablePath: CHROMIUM, args: FLAGS }),
  ])
})
afterAll(async () => {
  await browser?.close()
  await built?.remove()
})

/** A server whose relay is open on these ways; null: it has no relay. */
async function serverWith(open: readonly Transport[] | null, secret?: string): Promise<TestServer> {
  const coturn = open && (await startCoturn(open))
  const ice = coturn?.ice
  const turn = ice?.turn && { ...ice.turn, ...(secret ? { secret } : {}) }
  const server = await startTestServer({
    // The relay goes by the real clock.
    now: new Date(),
    webFolder: built.folder,
    ...(ice && turn ? { ice: { ...ice, turn } } : {}),
  })
  onTestFinished(async () => {
    await server.close()
    await coturn?.stop()
  })
  return server
}

/** By a name that browsers trust without a certificate. */
const addressOf = (server: TestServer) => `${server.url.replace('127.0.0.1', 'localhost')}/check`

async function openPage(server: TestServer): Promise<Page> {
  const context = await browser.newContext()
  const page = await context.newPage()
  onTestFinished(() => context.close())
  await page.goto(addressOf(server))
  return page
}

const measure = (page: Page) => page.evaluate(() => window.check.measure())

/** What a test says that has begun and, as soon as this is known, meets `what`. */
async function measureAnd(page: Page, known: 'via' | 'upMbps', what: () => Promise<unknown>) {
  const finding = measure(page)
  await page.waitForFunction((name) => window.check.told.some(({ sofar }) => sofar[name] !== null), known)
  await what()
  return finding
}
const stop = (page: Page) => page.evaluate(() => window.check.stop())

test('[CN1] [CN6] through a relay, all figures are of the path a call takes, and each is told when it is known', async () => {
  const page = await openPage(await serverWith(['udp', 'tcp', 'tls']))
  const finding = await measure(page)
  expect(finding).toMatchObject({ state: 'measured', via: 'relay', open: ['udp', 'tcp', 'tls'] })
  expect(finding.upMbps).toBeGreaterThan(1)
  expect(finding.downMbps).toBeGreaterThan(1)
  expect(finding.roundTripMs).toBeLessThan(300)
  expect(finding.jitterMs).not.toBeNull()
  expect(finding.lossPercent).not.toBeNull()
  expect(finding.usedMB).toBeGreaterThan(0.5)
  expect(finding.usedMB).toBeLessThanOrEqual(MOST_MB)
  expect(finding.seconds).toBeLessThanOrEqual(MOST_SECONDS)
  const told = await page.evaluate(() => window.check.told)
  expect(told.length).toBeGreaterThan(10)
  const shares = told.map(({ share }) => share)
  expect(shares).toEqual([...shares].sort((one, other) => one - other))
  const first = (name: 'roundTripMs' | 'upMbps' | 'lossPercent') => told.findIndex(({ sofar }) => sofar[name] !== null)
  expect(first('roundTripMs')).toBeGreaterThan(0)
  expect(first('upMbps')).toBeGreaterThan(first('roundTripMs'))
  expect(first('lossPercent')).toBeGreaterThan(first('upMbps'))
})

describe('[CN2] the ways to the relay are told apart', () => {
  test.each([
    ['UDP is blocked', ['tcp', 'tls']],
    ['TCP alone', ['tcp']],
    ['TLS alone', ['tls']],
  ] as const)('%s', async (_, open) => {
    const page = await openPage(await serverWith(open))
    const finding = await measureAnd(page, 'upMbps', () => stop(page))
    expect(finding).toMatchObject({ state: 'measured', via: 'relay', open })
    expect(finding.upMbps).toBeGreaterThan(0.3)
  })
})

describe('[CN3] without a relay that answers, HTTP is measured, and that is said', () => {
  test.each([
    ['there is none', null, undefined, null],
    ['it refuses', ['udp', 'tcp', 'tls'] as const, 'another secret', []],
    ['nothing gets through to it', 'turn:127.0.0.1:9', undefined, []],
    ['its address is none', 'turn:an address with spaces', undefined, null],
  ])('%s', async (_, open, secret, ways) => {
    const server = typeof open === 'string' ? await serverAtNoRelay(open) : await serverWith(open, secret)
    const finding = await measure(await openPage(server))
    expect(finding).toMatchObject({ state: 'measured', via: 'web', open: ways, lossPercent: null, jitterMs: null })
    expect(finding.upMbps).toBeGreaterThan(1)
    expect(finding.downMbps).toBeGreaterThan(1)
    expect(finding.roundTripMs).toBeLessThan(300)
    expect(finding.usedMB).toBeLessThanOrEqual(MOST_MB)
  })
})

/** The relay's address leads nowhere. */
async function serverAtNoRelay(url: string): Promise<TestServer> {
  const turn = { urls: [url], secret: 'any', lifetimeSeconds: 600 }
  const ice = { stunUrls: [], turn, policy: 'all' as const }
  const server = await startTestServer({ now: new Date(), webFolder: built.folder, ice })
  onTestFinished(() => server.close())
  return server
}

describe('[CN4] a network that is none', () => {
  test('offline is told at once', async () => {
    const page = await openPage(await serverWith(null))
    await page.context().setOffline(true)
    expect(await measure(page)).toMatchObject({ state: 'offline', via: null, upMbps: null })
  })

  test('a server that does not answer is as good as offline', async () => {
    const page = await openPage(await serverWith(null))
    await page.route('**/api/open/check/**', (route) => route.abort('connectionrefused'))
    expect((await measure(page)).state).toBe('offline')
    await page.unroute('**/api/open/check/**')
    await page.route('**/api/open/check/ping', (route) => route.fulfill({ status: 502, body: 'Bad gateway' }))
    expect((await measure(page)).state).toBe('offline')
  })

  test.each([
    ['a page of its own', { status: 200, contentType: 'text/html', body: '<h1>Hotel wifi</h1>' }],
    ['JSON of its own', { status: 200, contentType: 'application/json', body: '{"login":true}' }],
    ['a way to somewhere else', { status: 302, headers: { location: 'http://portal.test/' }, body: '' }],
    ['that one must sign in first', { status: 511, contentType: 'text/html', body: 'Sign in' }],
  ])('a portal that answers in our place is told: %s', async (_, answer) => {
    const page = await openPage(await serverWith(null))
    await page.route('**/api/open/check/**', (route) => route.fulfill(answer))
    expect(await measure(page)).toMatchObject({ state: 'captive-portal', via: null, upMbps: null })
  })
})

describe('[CN5] a test that ends early keeps what it found', () => {
  test('before it knew the rates, it was interrupted', async () => {
    const page = await openPage(await serverWith(['udp']))
    const finding = await measureAnd(page, 'via', () => stop(page))
    expect(finding).toMatchObject({ state: 'interrupted', via: 'relay', upMbps: null })
    expect(finding.roundTripMs).not.toBeNull()
  })

  test('knowing rates and round trip, it has measured', async () => {
    const page = await openPage(await serverWith(['udp']))
    const finding = await measureAnd(page, 'upMbps', () => stop(page))
    expect(finding).toMatchObject({ state: 'measured', lossPercent: null })
    expect(finding.upMbps).toBeGreaterThan(0)
  })

  test('a network that goes in the middle interrupts it, whatever it knew', async () => {
    const page = await openPage(await serverWith(['udp']))
    const finding = await measureAnd(page, 'upMbps', () => page.context().setOffline(true))
    expect(finding.state).toBe('interrupted')
    expect(finding.upMbps).toBeGreaterThan(0)
  })
})

describe('[CN7] browsers that lack a part are measured by what they have', () => {
  const noTransform = 'delete window.RTCRtpScriptTransform;'
  const noStreams = 'delete RTCRtpSender.prototype.createEncodedStreams;'
  test.each([
    ['frames handed over by hand', noTransform, /\/check\/(up|down)$/],
    ['no hand on frames: HTTP tells the rates', noTransform + noStreams, null],
    [
      'a hand that is refused',
      "RTCRtpTransceiver.prototype.setCodecPreferences = () => { throw new Error('no') }",
      null,
    ],
    ['no sound before a press: datagrams tell the loss', 'delete window.AudioContext', null],
  ])('%s', async (_, without, refused) => {
    const page = await openPage(await serverWith(['udp']))
    await page.addInitScript(without)
    if (refused) await page.route(refused, (route) => route.abort())
    await page.reload()
    expectWhole(await measure(page))
  })

  test('Firefox, which keeps its brakes', async () => {
    const server = await serverWith(['udp'])
    const firefox = await puppeteer.launch({
      browser: 'firefox',
      executablePath: process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr',
      headless: true,
      extraPrefsFirefox: { 'media.peerconnection.ice.loopback': true, 'media.autoplay.default': 0 },
    })
    onTestFinished(() => firefox.close())
    const page = await firefox.newPage()
    await page.goto(addressOf(server))
    expectWhole(await page.evaluate(() => window.check.measure()))
  })

  function expectWhole(finding: ConnectionFinding) {
    expect(finding).toMatchObject({ state: 'measured', via: 'relay', open: ['udp'] })
    expect(finding.upMbps).toBeGreaterThan(1)
    expect(finding.downMbps).toBeGreaterThan(1)
    expect(finding.roundTripMs).toBeLessThan(300)
    expect(finding.lossPercent).not.toBeNull()
  }
})
