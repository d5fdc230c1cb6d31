import { expect, test } from 'vitest'
import type { AreaWelcome } from '#contract/area'
import { openClinic } from '../../../test/clinic.ts'
import { guest } from '../../../test/people.ts'
import { serverForThisTest } from '../../../test/server.ts'

test('[SC1] a short code leads to its area, however it is typed; [SC2] any other to where it can be typed again', async () => {
  const server = await serverForThisTest()
  const { area } = await openClinic(server)
  const { shortCode } = (await guest(server).call<AreaWelcome>('GET', `/api/open/areas/${area.slug}`)).body
  const open = (typed: string) => guest(server).call('GET', `/a/${encodeURIComponent(typed)}`)
  for (const typed of [shortCode, shortCode.toLowerCase(), `${shortCode.slice(0, 3)} ${shortCode.slice(3)}`]) {
    const reply = await open(typed)
    expect([reply.status, reply.headers.get('location')], typed).toEqual([302, `/at/${area.slug}`])
    expect(reply.headers.get('cache-control')).toBe('no-store')
  }
  for (const typed of ['ZZZZZZ', 'BBBBBB', '<b>', '%', '\u0000', 'a'.repeat(99)]) {
    const reply = await open(typed)
    expect([reply.status, reply.headers.get('location')], typed).toEqual([404, null])
    expect(reply.text, typed).toContain('<title>Bedside</title>')
    expect(reply.text).not.toContain(typed)
  }
  expect((await guest(server).call('GET', '/a')).status).toBe(200)
  await server.sql('update areas set closed_at = now() where id = $1', [area.id])
  expect((await open(shortCode)).status).toBe(404)
})
