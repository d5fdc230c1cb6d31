// What the configuration accepts is what real browsers accept: both ends of the same list.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { chromium } from 'playwright-core'
import puppeteer from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { iceAddresses } from './setting-ice.ts'
import { Mistake } from './setting-values.ts'

const HOSTS = ['a.example', 'a.example.', 'a_b.example', '192.0.2.1', '[2001:db8::1]', '[::ffff:192.0.2.1]', '[::1]']
const PORTS = ['', ':443', ':3478', ':65535', ':0', ':65536', ':99999', ':', ':x']
const QUERIES = [
  '',
  '?transport=udp',
  '?transport=tcp',
  '?transport=tls',
  '?transport=',
  '?transport=udp&x=1',
  '?x=1',
  '?',
]
const ODD_HOSTS = [
  '',
  '//a.example',
  'a b',
  'u@a.example',
  'a.example/x',
  '2001:db8::1',
  '[2001:db8::1',
  '[::1%eth0]',
  '-',
]

const CANDIDATES = ['stun', 'stuns', 'turn', 'turns', 'TURN', 'http'].flatMap((scheme) => [
  ...HOSTS.flatMap((host) => [...PORTS, ...QUERIES].map((rest) => `${scheme}:${host}${rest}`)),
  ...ODD_HOSTS.map((host) => `${scheme}:${host}`),
])
/** In one connection each: Firefox ends when it is asked for thousands. */
const ANY_PORT = ['stun', 'turn', 'turns'].map((scheme) =>
  Array.from({ length: 11_000 }, (_, port) => `${scheme}:a.example:${port}`),
)

/** In the page: which of `addresses` no connection can be made with. */
function refused(addresses: readonly string[]): string[] {
  return addresses.filter((address) => {
    try {
      const credentials = { username: 'x', credential: 'x' }
      new RTCPeerConnection({ iceServers: [{ urls: [address], ...credentials }] }).close()
      return false
    } catch {
      return true
    }
  })
}

/** In the page: the same of a connection that is there already. */
function refusedLater(addresses: readonly string[]): string[] {
  const connection = new RTCPeerConnection()
  const bad = addresses.filter((address) => {
    try {
      connection.setConfiguration({ iceServers: [{ urls: [address], username: 'x', credential: 'x' }] })
      return false
    } catch {
      return true
    }
  })
  connection.close()
  return bad
}

function accepted(addresses: readonly string[]): string[] {
  return addresses.flatMap((address) => {
    try {
      return iceAddresses(/^turn/i.test(address) ? 'turn' : 'stun')(address)
    } catch (error) {
      if (error instanceof Mistake) return []
      throw error
    }
  })
}

let origin: Server
let url: string
beforeAll(async () => {
  origin = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<!doctype html>'))
  await new Promise<void>((listening) => origin.listen(0, '127.0.0.1', listening))
  url = `http://127.0.0.1:${(origin.address() as AddressInfo).port}/`
})
afterAll(() => void origin?.close())

test('[S21] much of the list is accepted, and of ports all that people use', () => {
  for (const scheme of ['stun:', 'turn:', 'turns:'])
    expect(accepted(CANDIDATES).filter((each) => each.startsWith(scheme)).length, scheme).toBeGreaterThanOrEqual(28)
  for (const ports of ANY_PORT) expect(accepted(ports).length).toBeGreaterThan(9900)
  for (const port of [53, 80, 443, 1024, 3478, 3479, 5349, 5350, 19_302])
    expect(accepted([`turn:a.example:${port}`]), `${port}`).toHaveLength(1)
})

test('[S21] Chromium takes every STUN and TURN address that the configuration takes', async () => {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    await page.goto(url)
    expect(await page.evaluate(refused, accepted(CANDIDATES))).toEqual([])
    for (const ports of ANY_PORT) expect(await page.evaluate(refusedLater, accepted(ports))).toEqual([])
  } finally {
    await browser.close()
  }
})

test('[S21] Firefox does so, too', async () => {
  const executablePath = process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr'
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true })
  try {
    const page = await browser.newPage()
    await page.goto(url)
    expect(await page.evaluate(refused, accepted(CANDIDATES))).toEqual([])
    for (const ports of ANY_PORT) expect(await page.evaluate(refusedLater, accepted(ports))).toEqual([])
  } finally {
    await browser.close()
  }
})
