import { expect, test } from 'vitest'
import { openBrowser } from '../../../test/browser.ts'
import { openClinic, openConsole } from '../../../test/clinic.ts'
import { serverForThisTest } from '../../../test/server.ts'
import { isDeeperThan, KNOWN, openBucket, STRANGER } from './socket-budget.ts'

const junk = (bytes: number) => ({ type: 'call.release', callId: 'x'.repeat(bytes) })

test('[RT22] who has said nothing valid is told so after a little, unread, and cut off soon after', async () => {
  const server = await serverForThisTest()
  const clinic = await openClinic(server)
  const watching = await openConsole(clinic.colleague)
  const stranger = await openBrowser(server).connect('patient')
  expect(await stranger.say(junk(20_000))).toMatchObject({ ok: false, code: 'request/invalid' })
  expect(await stranger.say(junk(20_000))).toMatchObject({ ok: false, code: 'request/too-many' })
  for (let said = 0; said < 5; said++) void stranger.say(junk(95_000)).catch(() => {})
  await stranger.ended()
  expect((await watching.say({ type: 'staff.open', pageId: watching.pageId })).ok).toBe(true)
})

test('[RT22] a message that anybody may send makes nobody known', async () => {
  const server = await serverForThisTest()
  const stranger = await openBrowser(server).connect('patient')
  const release = { type: 'call.release', callId: '00000000-0000-4000-8000-000000000000' }
  const answers = await Promise.all(Array.from({ length: STRANGER.messages.most + 5 }, () => stranger.say(release)))
  expect(answers.filter(({ ok }) => !ok).length).toBeGreaterThanOrEqual(3)
})

test('[RT22] a page of somebody who belongs here has room for a call’s negotiation', async () => {
  const server = await serverForThisTest()
  const clinic = await openClinic(server)
  const page = await openConsole(clinic.here)
  const answers = await Promise.all(Array.from({ length: 20 }, () => page.say(junk(16_000))))
  expect(new Set(answers.map((answer) => !answer.ok && answer.code))).toEqual(new Set(['request/invalid']))
  expect((await page.say({ type: 'staff.open', pageId: page.pageId })).ok).toBe(true)
})

test('[RT22] a bucket gives back with time, and goes on refusing before it cuts', () => {
  let now = 0
  const bucket = openBucket({ most: 10, perSecond: 2, beyond: 5 }, () => now)
  const take = (count: number) => bucket.take(count)
  expect([take(10), take(1), take(3), take(1)]).toEqual(['ok', 'refused', 'refused', 'cut'])
  now = 4000
  expect([take(3), take(1)]).toEqual(['ok', 'refused'])
  now = 1_000_000
  expect(take(KNOWN.messages.most)).toBe('cut')
})

test('[PR6] how deeply something is nested is known before it is read; what stands in texts does not count', () => {
  expect(isDeeperThan(2, '[{"a":1}]')).toBe(false)
  expect(isDeeperThan(2, '[{"a":[]}]')).toBe(true)
  expect(isDeeperThan(2, '[[],[],[[]]]')).toBe(true)
  expect(isDeeperThan(2, '["[[[[{{{{"]')).toBe(false)
  expect(isDeeperThan(2, '["\\"[[[[{{{{"]')).toBe(false)
  expect(isDeeperThan(2, '["\\\\",[[]]]')).toBe(true)
})
