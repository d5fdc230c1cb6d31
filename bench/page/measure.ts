// What the patient's page costs: bytes and requests from an empty cache to the waiting screen, and the time until its first
// button can be pressed on an old phone and a slow line, beside an empty page with one button and one small script.
import { once } from 'node:events'
import { createServer } from 'node:http'
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core'
import { JEAN, showEquipmentWorks, tellWho } from '../../e2e/people.ts'
import { startClinic } from '../clinic.ts'
import { type Bench, type Figure, median } from '../figures.ts'
import { CHROMIUM } from '../machine.ts'

const RUNS = 7
const FLAGS = [
  '--no-sandbox',
  '--use-fake-device-for-media-stream',
  '--disable-quic',
  '--disable-background-networking',
]

interface Transfer {
  readonly url: string
  readonly kind: string
  readonly byPage: boolean
  bytes: number
}

async function fresh(browser: Browser): Promise<{ page: Page; devtools: CDPSession; close(): Promise<void> }> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    permissions: ['camera', 'microphone'],
  })
  const page = await context.newPage()
  return { page, devtools: await context.newCDPSession(page), close: () => context.close() }
}

/** Every transfer of the journey from the door to the waiting screen, as it went over the wire. */
async function journeyTransfers(browser: Browser, door: string): Promise<Transfer[]> {
  const { page, devtools, close } = await fresh(browser)
  const transfers = new Map<string, Transfer>()
  await devtools.send('Network.enable')
  devtools.on('Network.requestWillBeSent', ({ requestId, request, type, initiator }) => {
    transfers.set(requestId, { url: request.url, kind: type ?? '', byPage: initiator.type === 'parser', bytes: 0 })
  })
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const transfer = transfers.get(requestId)
    if (transfer) transfer.bytes = encodedDataLength
  })
  await page.goto(door)
  await tellWho(page, JEAN)
  await showEquipmentWorks(page)
  await page.getByText('You are in the right place, Jean.').waitFor()
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => fetch('/api/patient/visit/leave', { method: 'POST', headers: { 'x-bedside': '1' } }))
  await close()
  return [...transfers.values()].filter(({ url }) => url.startsWith('http'))
}

/** Milliseconds from the start of the navigation until a button stands on the page, slowed down; and that it works. */
async function usableAfter(browser: Browser, url: string, works: (page: Page) => Promise<unknown>): Promise<number> {
  const { page, devtools, close } = await fresh(browser)
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('main button, body > button')) return
      observer.disconnect()
      requestAnimationFrame(() => setTimeout(() => Object.assign(window, { usableAt: performance.now() })))
    }).observe(document, { childList: true, subtree: true })
  })
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 1_600_000 / 8,
    uploadThroughput: 1_600_000 / 8,
  })
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.goto(url, { waitUntil: 'commit' })
  await page.waitForFunction(() => 'usableAt' in window)
  const at = await page.evaluate(() => (window as unknown as { usableAt: number }).usableAt)
  await works(page)
  await close()
  return at
}

async function startFloor(): Promise<{ url: string; close(): void }> {
  const html =
    '<!doctype html><html lang="en"><head><title>Floor</title><script src="/floor.js" defer></script></head><body></body></html>'
  const script =
    "const b=document.createElement('button');b.textContent='Start';b.onclick=()=>{b.textContent='Pressed'};document.body.append(b)"
  const server = createServer((request, reply) => {
    const isScript = request.url === '/floor.js'
    reply.setHeader('content-type', isScript ? 'text/javascript' : 'text/html')
    reply.end(isScript ? script : html)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`, close: () => server.close() }
}

export async function measurePage(bench: Bench): Promise<Figure[]> {
  const clinic = await startClinic()
  const floor = await startFloor()
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
  try {
    const transfers = await journeyTransfers(browser, clinic.door)
    const kB = (some: readonly Transfer[]) => some.reduce((sum, { bytes }) => sum + bytes, 0) / 1000
    const code = transfers.filter(({ kind }) => kind === 'Script' || kind === 'Stylesheet')
    const first = code.filter(({ byPage }) => byPage)
    const elsewhere = transfers.filter(({ url }) => new URL(url).origin !== new URL(clinic.door).origin)
    const ours: number[] = []
    const floors: number[] = []
    for (let run = 0; run < RUNS; run++) {
      await bench.quiet()
      bench.say(`page: run ${run + 1} of ${RUNS}`)
      ours.push(
        await usableAfter(browser, clinic.door, async (page) => {
          await page.getByRole('button', { name: 'Start', exact: true }).click()
          await page.getByLabel('First name').waitFor()
        }),
      )
      floors.push(
        await usableAfter(browser, floor.url, async (page) => {
          await page.getByRole('button', { name: 'Start' }).click()
          await page.getByText('Pressed').waitFor()
        }),
      )
    }
    const base = { measure: 'page', beside: null } as const
    return [
      { ...base, what: 'JavaScript and CSS of the first screen', unit: 'kB', value: kB(first), target: { atMost: 40 } },
      {
        ...base,
        what: 'JavaScript and CSS to the waiting screen',
        unit: 'kB',
        value: kB(code),
        target: { atMost: 90 },
        remark: 'with the call screen, which is fetched while the patient waits',
      },
      { ...base, what: 'everything to the waiting screen', unit: 'kB', value: kB(transfers), target: null },
      { ...base, what: 'requests to the waiting screen', unit: 'requests', value: transfers.length, target: null },
      { ...base, what: 'requests to another host', unit: 'requests', value: elsewhere.length, target: { atMost: 0 } },
      {
        measure: 'page',
        what: `first button usable, 4x CPU, 1.6 Mbps, 150 ms (median of ${RUNS})`,
        unit: 'ms',
        value: median(ours),
        beside: { what: 'one button, one script', value: median(floors) },
        target: { atMost: 1200 },
      },
    ]
  } finally {
    await browser.close()
    floor.close()
    await clinic.stop()
  }
}
