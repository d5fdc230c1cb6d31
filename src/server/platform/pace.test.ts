import { expect, test } from 'vitest'
import { openBrowser } from '../../../test/browser.ts'
import { openClinic } from '../../../test/clinic.ts'
import { serverForThisTest } from '../../../test/server.ts'
import { MOST_A_MINUTE, openPace } from './pace.ts'

test('[PR10] an account has its minute’s worth at once, then what time gives back', () => {
  let elapsed = 0
  const pace = openPace(() => elapsed)
  for (let count = 0; count < MOST_A_MINUTE; count++) expect(pace.take('one')).toBe(0)
  expect(pace.take('one')).toBe(1)
  expect(pace.take('other')).toBe(0)
  elapsed = 1000
  expect(pace.take('one')).toBe(0)
})

test('[PR10] a sign-in that asks too much is slowed, from whatever address, and says when to come back; nobody else is', async () => {
  const server = await serverForThisTest({ rateLimits: true, trustProxy: true })
  const clinic = await openClinic(server)
  let address = 0
  const ask = (person: Pick<ReturnType<typeof openBrowser>, 'call'>) =>
    person.call('GET', '/api/staff/me', undefined, {
      'x-bedside': '1',
      'x-forwarded-for': `198.51.100.${address++ % 250}`,
    })
  for (let count = 0; count < MOST_A_MINUTE + 50; count += 50)
    await Promise.all(Array.from({ length: 50 }, () => ask(clinic.here)))
  const refused = await ask(clinic.here)
  expect([refused.status, refused.code]).toEqual([429, 'request/too-many'])
  expect(refused.headers.get('retry-after')).toBe('1')
  expect((await ask(clinic.colleague)).status).toBe(200)
  expect((await openBrowser(server).call('GET', '/api/open/instance')).status).toBe(200)
}, 120_000)
