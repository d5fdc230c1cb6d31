import { expect, test } from 'vitest'
import type { OpennessView } from '#contract/openness'
import { openClinic } from '../../../test/clinic.ts'
import { guest } from '../../../test/people.ts'
import { serverForThisTest } from '../../../test/server.ts'

test('[WB5] pages of any site may read whether a door is open, and nothing else of ours', async () => {
  const server = await serverForThisTest()
  const { area, here } = await openClinic(server)
  const website = { origin: 'https://website.example', 'sec-fetch-site': 'cross-site' }
  const ask = (path: string) => guest(server).call<OpennessView>('GET', path, undefined, website)
  const openness = `/api/open/areas/${area.slug}/openness`
  const open = await ask(openness)
  expect(open.body).toEqual({ openness: { state: 'open' }, now: server.clock.now().getTime() })
  expect(open.headers.get('access-control-allow-origin')).toBe('*')
  expect(open.headers.get('access-control-allow-credentials')).toBeNull()
  expect(open.headers.getSetCookie()).toEqual([])

  const suspended = { patientText: 'For two hours.', staffText: 'The line is down.' }
  await here.call('PUT', `/api/staff/areas/${area.id}/suspension`, { suspended })
  expect((await ask(openness)).body.openness).toEqual({ state: 'suspended' })
  const missing = await ask('/api/open/areas/nowhere/openness')
  expect([missing.code, missing.headers.get('access-control-allow-origin')]).toEqual(['area/not-found', '*'])

  for (const path of [`/api/open/areas/${area.slug}`, '/api/open/instance', `/at/${area.slug}`]) {
    const { headers } = await ask(path)
    expect(headers.get('access-control-allow-origin'), path).toBeNull()
    expect(headers.get('cross-origin-resource-policy'), path).toBe('same-origin')
  }
})

test('[WB5] who asks too often is told when to ask again, readably', async () => {
  const server = await serverForThisTest({ rateLimits: true })
  const { area } = await openClinic(server)
  const ask = () => guest(server).call('GET', `/api/open/areas/${area.slug}/openness`)
  let reply = await ask()
  for (let asked = 1; reply.status === 200 && asked < 2000; asked += 50)
    [reply] = (await Promise.all(Array.from({ length: 50 }, ask))).sort((a, b) => b.status - a.status) as [typeof reply]
  expect([reply.status, reply.code]).toEqual([429, 'request/too-many'])
  expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(reply.headers.get('access-control-allow-origin')).toBe('*')
})
