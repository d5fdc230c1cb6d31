import type { IncomingHttpHeaders } from 'node:http'
import { expect, test } from 'vitest'
import type { SignInList } from '#contract/sign-ins'
import { openBrowser } from '../../../test/browser.ts'
import { PASSWORD, setUp } from '../../../test/people.ts'
import { serverForThisTest } from '../../../test/server.ts'
import { cutHeaders } from './header-lengths.ts'

test('[PR11] a sign-in with a name of the browser that was made to be slow is answered', async () => {
  const server = await serverForThisTest()
  const ada = await setUp(server)
  const browser = openBrowser(server)
  const agent = `Mozilla/5.0 (X11; Linux x86_64) ${'Version/-'.repeat(1600)}`
  const headers = { 'x-bedside': '1', 'content-type': 'application/json', 'user-agent': agent }
  const body = { email: ada.me.email, password: PASSWORD }
  expect((await browser.call('POST', '/api/open/sign-in', body, headers)).status).toBe(200)
  const { signIns } = (await browser.call<SignInList>('GET', '/api/staff/sign-ins')).body
  expect(signIns[0]).toMatchObject({ browser: null, system: 'Linux', here: true })
})

test('[PR11] a header is cut at the door, and what proxies write at its end is not', () => {
  const long = 'x'.repeat(8000)
  const headers: IncomingHttpHeaders = { 'user-agent': long, origin: long, 'x-forwarded-for': long, cookie: long }
  cutHeaders(headers)
  expect(headers['user-agent']).toHaveLength(300)
  expect(headers.origin).toHaveLength(300)
  expect([headers['x-forwarded-for'], headers.cookie]).toEqual([long, long])
})
