import { readdirSync, readFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { SignInList } from '#contract/sign-ins'
import { lastLine, linesSince } from '../../../test/audit/written.ts'
import { openBrowser } from '../../../test/browser.ts'
import { openClinic } from '../../../test/clinic.ts'
import { PASSWORD, patient } from '../../../test/people.ts'
import { serverForThisTest } from '../../../test/server.ts'
import { networkOf, parseAddress, readAddress } from './addresses.ts'

const from = (told: string | string[] | undefined, remoteAddress: string | undefined = '10.0.0.1') =>
  ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': told } }) as unknown as IncomingMessage

describe('[AU16] an address is read once, in one spelling', () => {
  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['192.0.2.1:5678', '192.0.2.1'],
    [' 192.0.2.1 ', '192.0.2.1'],
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['[2001:db8::1]:443', '2001:db8::1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['[fe80::1%25en0]:80', 'fe80::1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::FFFF:c000:201', '192.0.2.1'],
    ['[::ffff:192.0.2.1]:443', '192.0.2.1'],
    ['::1', '::1'],
  ])('%j is %s', (told, read) => expect(parseAddress(told)).toBe(read))

  test.each([
    '',
    'unknown',
    '01632 960123',
    '192.0.2',
    '192.0.2.1:',
    '192.0.2.1:123456',
    '[192.0.2.1',
    ':5678',
    '_x',
    '%',
  ])('%j is none', (told) => expect(parseAddress(told)).toBeNull())

  test.each<[string, boolean | number | string, string | string[] | undefined, string]>([
    ['nobody is believed', false, '192.0.2.1', '10.0.0.1'],
    ['one proxy', 1, '203.0.113.5, 192.0.2.1:5678', '192.0.2.1'],
    ['two proxies, each with ports', 2, '203.0.113.5, 192.0.2.1:5678, 10.0.0.2:80', '192.0.2.1'],
    ['a network of proxies with ports', '10.0.0.0/8', '203.0.113.5, 192.0.2.1:5678, 10.0.0.2:80', '192.0.2.1'],
    ['any proxy', true, '203.0.113.5:1, 192.0.2.1', '203.0.113.5'],
    ['no address', 1, 'Zeph Quill', '10.0.0.1'],
    ['no address behind one', 2, 'Zeph Quill, 192.0.2.1', '192.0.2.1'],
    ['nothing', 1, undefined, '10.0.0.1'],
  ])('%s', (_, trust, told, read) => expect(readAddress(trust)(from(told))).toBe(read))

  test('a connection that is gone has none, whatever is told', () => {
    const gone = { socket: {}, headers: { 'x-forwarded-for': '192.0.2.1' } } as unknown as IncomingMessage
    expect(readAddress(1)(gone)).toBe('unknown')
    expect(readAddress('10.0.0.0/8')(from('192.0.2.1', '::ffff:10.0.0.1'))).toBe('192.0.2.1')
  })

  test('whoever needs an address takes the one that was read here', () => {
    const folder = fileURLToPath(new URL('..', import.meta.url))
    const readers = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (path) =>
        /(?<!\.test)\.ts$/.test(path) &&
        !path.endsWith('addresses.ts') &&
        /request\.ips?\b|remoteAddress|'x-forwarded-for'/i.test(readFileSync(join(folder, path), 'utf8')),
    )
    expect(readers).toEqual([])
  })

  test('behind a gateway that writes ports, audit, sockets, tables and devices have the address alone', async () => {
    const server = await serverForThisTest({ trustProxy: 1 })
    const clinic = await openClinic(server)
    const person = await patient(server, clinic.area)
    const before = await lastLine(server)
    for (const [told, read] of [
      ['203.0.113.9:5678', '203.0.113.9'],
      ['[2001:DB8::9]:443', '2001:db8::9'],
    ] as const) {
      const headers = { 'x-bedside': '1', 'x-forwarded-for': told }
      const browser = openBrowser(server)
      const signIn = { email: clinic.administrator.me.email, password: PASSWORD }
      await browser.call('POST', '/api/open/sign-in', signIn, headers)
      await browser.call('GET', '/api/staff/audit/export', undefined, headers)
      await person.call('GET', '/api/patient/visit', undefined, headers)
      const page = await person.socket({ headers })
      await page.ask({ type: 'patient.open', visitId: person.visitId, pageId: page.pageId, claim: true })
      const { body } = await browser.call<SignInList>('GET', '/api/staff/sign-ins', undefined, headers)
      expect(body.signIns.find(({ here }) => here)?.address).toBe(read)
      const lines = (await linesSince(server, before)).filter(({ address }) => address === read)
      expect(lines.map(({ via }) => via)).toEqual(
        expect.arrayContaining([
          'POST /api/open/sign-in',
          'GET /api/staff/audit/export',
          'GET /api/patient/visit',
          'socket patient.open',
        ]),
      )
      const devices = await server.sql<{ address: string }>('select address from devices where address = $1', [read])
      expect(devices).toHaveLength(1)
    }
  })
})

describe('[PR14] one line is limited, however its address is written', () => {
  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::6', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::', 'fe80:0:0:0::/64'],
  ])('%s counts as %s', (address, network) => expect(networkOf(address)).toBe(network))

  test.each<[string, (count: number) => string, string]>([
    ['with another port each time', (count) => `203.0.113.9:${5000 + count}`, '203.0.113.10:1'],
    ['with another address of its network each time', (count) => `[2001:db8:1:2::${count}]:443`, '2001:db8:1:3::1'],
  ])('%s', async (_, told, neighbour) => {
    const server = await serverForThisTest({ rateLimits: true, trustProxy: 1 })
    const attempt = (address: string) =>
      openBrowser(server).call(
        'POST',
        '/api/open/setup',
        { token: 'x' },
        { 'x-bedside': '1', 'x-forwarded-for': address },
      )
    const statuses = []
    for (let count = 0; count < 21; count++) statuses.push((await attempt(told(count))).status)
    expect(statuses.filter((status) => status === 429)).toHaveLength(1)
    expect(statuses.at(-1)).toBe(429)
    expect((await attempt(neighbour)).status).toBe(400)
  })
})
