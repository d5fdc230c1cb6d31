import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { openSums } from '../../src/server/platform/audit/sums.ts'
import { openClinic } from '../clinic.ts'
import { guest } from '../people.ts'
import { serverForThisTest } from '../server.ts'
import { entry } from './chained.ts'
import { lastLine, linesSince } from './written.ts'

const REFUSED = { outcome: 'refused', code: 'access/sign-in-needed', who_kind: 'guest', who_id: null }

test('[AU17] what is refused before sign-in is one row for an address, a way in and a reason, however often', async () => {
  const server = await serverForThisTest()
  const clinic = await openClinic(server)
  const before = await lastLine(server)
  const browser = guest(server)
  for (let time = 0; time < 30; time++) await browser.call('GET', '/api/staff/notes')
  server.clock.advance(5000)
  for (let time = 0; time < 3; time++) await browser.call('GET', `/api/staff/notes/${randomUUID()}`)
  const pages = await Promise.all(Array.from({ length: 5 }, () => browser.socket()))
  const visitId = randomUUID()
  for (const page of pages)
    for (let time = 0; time < 10; time++)
      expect(await page.say({ type: 'patient.open', visitId, pageId: page.pageId, claim: true })).toMatchObject({
        code: 'access/sign-in-needed',
      })
  expect(await server.sql('select 1 from audit_inbox union all select 1 from audit where seq > $1', [before])).toEqual(
    [],
  )

  const rows = await linesSince(server, before)
  expect(rows).toMatchObject([
    { ...REFUSED, via: 'GET /api/staff/notes', action: 'note.list-own', times: 30, address: '127.0.0.1' },
    // Of several notes: which ones is not told apart.
    { ...REFUSED, via: 'GET /api/staff/notes/:noteId', times: 3, subject_kind: null, subject_id: null },
    { ...REFUSED, via: 'socket patient.open', times: 50 },
  ])
  expect(rows[0]?.until).toEqual(rows[0]?.at)
  // What came as far as somebody there is has its row at once.
  const { email, personId } = clinic.here.me
  await browser.call('POST', '/api/open/sign-in', { email, password: 'wrong password' })
  await server.served().deps.audit.chain()
  expect(await server.sql('select subject_id, times from audit order by seq desc limit 1')).toEqual([
    { subject_id: personId, times: null },
  ])
})

test('[AU17] what was counted is written down when the server stops', async () => {
  const server = await serverForThisTest()
  const before = await lastLine(server)
  const browser = guest(server)
  for (let time = 0; time < 3; time++) await browser.call('GET', '/api/staff/notes')
  await server.restart()
  expect(await linesSince(server, before)).toMatchObject([{ ...REFUSED, times: 3 }])
})

const refusal = (address: string, at = new Date('2026-06-01T09:00:00Z')) => ({
  ...entry('note.read'),
  whoKind: 'guest' as const,
  outcome: 'refused' as const,
  code: 'access/sign-in-needed',
  subjectKind: null,
  subjectId: null,
  address,
  at,
})

test('[AU17] a thousand addresses are told apart, and what comes beyond is counted without its address', async () => {
  const kept: unknown[] = []
  const sums = openSums(async (entries) => void kept.push(...entries))
  for (let address = 0; address < 1500; address++)
    for (let time = 0; time < 2; time++) sums.count(refusal(`2001:db8::${address.toString(16)}`))
  await sums.flush()
  expect(kept).toHaveLength(1001)
  expect(kept.at(0)).toMatchObject({ address: '2001:db8::0', times: 2 })
  expect(kept.at(-1)).toMatchObject({ address: 'several addresses', times: 1000 })
  await sums.flush()
  expect(kept).toHaveLength(1001)
})

test('[AU17] what cannot be written down stays counted', async () => {
  const kept: unknown[] = []
  let works = false
  const sums = openSums(async (entries) => {
    if (!works) throw new Error('no database')
    kept.push(...entries)
  })
  const [first, last] = [new Date('2026-06-01T09:00:00Z'), new Date('2026-06-01T09:00:30Z')]
  sums.count(refusal('192.0.2.1', first))
  sums.count(refusal('192.0.2.1', last))
  await expect(sums.flush()).rejects.toThrow('no database')
  sums.count(refusal('192.0.2.1', last))
  works = true
  await sums.flush()
  expect(kept).toMatchObject([{ at: first, until: last, times: 3 }])
})
