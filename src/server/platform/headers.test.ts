// What every kind of reply says to the browser, read as a browser reads it: from a server with its real pages.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { WarningsView } from '#contract/warnings'
import { openBrowser } from '../../../test/browser.ts'
import { type Clinic, openClinic, waitingPatient } from '../../../test/clinic.ts'
import { serverForThisTest, startTestServer, type TestServer } from '../../../test/server.ts'
import { KEPT_COOKIE } from './caller.ts'

let server: TestServer
let clinic: Clinic
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bedside-headers-'))
  await mkdir(join(folder, 'assets'))
  const page = '<!doctype html><script type="application/json" id="welcome">null</script>'
  for (const name of ['patient.html', 'staff.html']) await writeFile(join(folder, name), page)
  await writeFile(join(folder, 'assets/x-abc.js'), 'export {}')
  server = await startTestServer({ webFolder: folder })
  clinic = await openClinic(server)
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

const policyOf = (headers: Headers) =>
  Object.fromEntries(
    (headers.get('content-security-policy') ?? '').split(';').map((part) => {
      const [name = '', ...sources] = part.trim().split(' ')
      return [name, sources]
    }),
  )

const PAGES = ['/', '/setup', '/sample', '/staff', '/staff/visits/x', '/staff/sign-ins', '/check', '/at/knee-clinic']
const OTHERS = ['/at/nowhere', '/nothing', '/api/open/instance', '/api/staff/me', '/api/patient/visit']

describe('[AC8] every reply', () => {
  test.each([...PAGES, ...OTHERS])('%s', async (path) => {
    const { headers } = await fetch(server.url + path)
    const policy = policyOf(headers)
    expect(policy['default-src']).toEqual(["'self'"])
    expect(policy['script-src']).toEqual(["'self'"])
    expect(policy['style-src']).toEqual(["'self'"])
    expect(policy['connect-src']).toEqual(["'self'"])
    expect(policy['object-src']).toEqual(["'none'"])
    expect(policy['base-uri']).toEqual(["'none'"])
    expect(policy['form-action']).toEqual(["'self'"])
    expect(policy['frame-ancestors']).toEqual(["'none'"])
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    const permissions = headers.get('permissions-policy') ?? ''
    expect(permissions).toContain('camera=(self), microphone=(self)')
    expect(permissions).toContain('geolocation=()')
    expect(headers.get('strict-transport-security')).toBeNull()
  })

  test('a file of a page may do even less', async () => {
    const { headers } = await fetch(`${server.url}/assets/x-abc.js`)
    expect(policyOf(headers)['default-src']).toEqual(["'none'"])
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  test.each(['/api/staff/me', '/api/open/instance', ...PAGES])('%s is not kept by anybody', async (path) => {
    expect((await fetch(server.url + path)).headers.get('cache-control')).toBe('no-store')
  })

  test('of somebody who is signed in, too', async () => {
    const { headers } = await clinic.here.call('GET', '/api/staff/sign-ins')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  })
})

describe('[AC9] over https', () => {
  const secure = { headers: { 'x-forwarded-proto': 'https' } }
  const body = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json', 'x-bedside': '1' } }

  test('as a proxy that is believed says: the browser comes by https from now on, and cookies go no other way', async () => {
    const behind = await serverForThisTest({ trustProxy: true })
    const { headers } = await fetch(`${behind.url}/staff`, secure)
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000')
    expect((await fetch(`${behind.url}/staff`)).headers.get('strict-transport-security')).toBeNull()
  })

  describe('where people type https', () => {
    const publicUrl = 'https://video.example.org'
    let behind: TestServer
    let theirs: Clinic
    beforeAll(async () => {
      behind = await startTestServer({ publicUrl })
      theirs = await openClinic(behind)
    })
    afterAll(() => behind.close())

    test('whatever a proxy says, cookies are for https and this host alone, and the browser comes by no other way', async () => {
      const { headers } = await fetch(`${behind.url}/staff`)
      expect(headers.get('strict-transport-security')).toBe('max-age=31536000')
      const reply = await fetch(`${behind.url}/api/open/sign-in`, {
        ...body,
        headers: { ...body.headers, cookie: '__Host-bedside_kept=1' },
        body: JSON.stringify({ email: theirs.here.me.email, password: 'three random words' }),
      })
      const cookies = reply.headers.getSetCookie()
      expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual(['__Host-bedside_session', '__Host-bedside_device'])
      for (const cookie of cookies) expect(cookie).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    })

    test('they count over HTTP and over the socket; what another host of the domain could have set does not', async () => {
      const patient = await waitingPatient(theirs)
      expect(patient.cookie('__Host-bedside_visit')).toBeTruthy()
      const cookie = theirs.here.cookie('__Host-bedside_session') ?? ''
      const [stranger, again] = [openBrowser(behind), openBrowser(behind)]
      stranger.setCookie('bedside_session', cookie)
      again.setCookie('__Host-bedside_session', cookie)
      const answers = async (browser: typeof again) => {
        const page = await browser.connect('staff')
        const opened = await page.say({ type: 'staff.open', pageId: page.pageId })
        return [(await browser.call('GET', '/api/staff/me')).status, opened.ok]
      }
      expect(await answers(stranger)).toEqual([401, false])
      expect(await answers(again)).toEqual([200, true])
    })

    test('[AC11] administrators are told when the proxy does not say so, or is not believed, and by which address', async () => {
      const believing = await serverForThisTest({ publicUrl, trustProxy: true })
      const other = await openClinic(believing)
      const told = async ({ administrator }: Clinic, forwarded?: string) => {
        const marks = { 'x-bedside': '1', ...(forwarded ? { 'x-forwarded-proto': forwarded } : {}) }
        const reply = await administrator.call<WarningsView>('GET', '/api/staff/warnings', undefined, marks)
        return reply.body.warnings
      }
      const peer = '127.0.0.1'
      expect(await told(theirs)).toEqual([{ kind: 'proxy', fault: 'not-told', peer }])
      expect(await told(theirs, 'https')).toEqual([{ kind: 'proxy', fault: 'not-believed', peer }])
      expect(await told(other, 'http')).toEqual([{ kind: 'proxy', fault: 'not-told', peer }])
      expect(await told(other, 'https')).toEqual([])
      expect(await told(clinic)).toEqual([])
    })
  })

  test('as anybody else says, it counts for nothing', async () => {
    const { headers } = await fetch(`${server.url}/staff`, secure)
    expect(headers.get('strict-transport-security')).toBeNull()
  })

  test('the cookies of a sign-in are for this site, this server and no script', async () => {
    const sign = (headers: Record<string, string>) =>
      fetch(`${server.url}/api/open/sign-in`, {
        ...body,
        headers: { ...body.headers, ...headers, cookie: `${KEPT_COOKIE}=1` },
        body: JSON.stringify({ email: clinic.here.me.email, password: 'three random words' }),
      })
    const cookies = (await sign({})).headers.getSetCookie()
    expect(cookies).toHaveLength(2)
    for (const cookie of cookies) expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/)
  })
})
