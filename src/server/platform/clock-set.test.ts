import { randomUUID } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import type { PatientView } from '#contract/visit'
import { openBrowser } from '../../../test/browser.ts'
import { act, openClinic, openConsole, patientIn, waitingPatient } from '../../../test/clinic.ts'
import { patient, signIn } from '../../../test/people.ts'
import { serverForThisTest, type TestServer } from '../../../test/server.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** What the machine's own clock says, set by `ms`, until the test ends. */
function setMachineClock(ms: number): void {
  const real = Date.now
  onTestFinished(() => {
    Date.now = real
  })
  Date.now = () => real() + ms
}

test('[LV1] the clock is set back by an hour: pages are answered as ever, and so is whoever asks', async () => {
  const server = await serverForThisTest({ rateLimits: true })
  const clinic = await openClinic(server)
  const person = await waitingPatient(clinic)
  const console = await openConsole(clinic.here)
  setMachineClock(-HOUR)
  server.clock.set(-HOUR)
  const { ticket } = await console.ask({ type: 'call.prepare', visitId: person.visitId })
  await person.page.hear('call.offered')
  for (let count = 0; count < 30; count++)
    await console.ask({
      type: 'call.signal',
      visitId: person.visitId,
      callId: ticket.callId,
      to: patientIn(person.visitId),
      payload: { candidate: null },
    })
  expect((await clinic.here.call('GET', '/api/staff/me')).status).toBe(200)
  expect((await openBrowser(server).call('GET', '/api/open/instance')).status).toBe(200)
})

/** Set back by an hour on the one machine of the server and its database, and the server started again. */
async function setBackForGood(server: TestServer): Promise<void> {
  server.clock.set(-HOUR, 'both')
  await server.restart()
}

test('[Q10] [Q11] whoever comes after the clock was set back stands behind whoever waits already', async () => {
  const server = await serverForThisTest()
  const clinic = await openClinic(server)
  await server.sql('update areas set drop_in = true where id = $1', [clinic.area.id])
  const first = await patient(server, clinic.area)
  await setBackForGood(server)
  const second = await patient(server, clinic.area)
  const place = async (person: typeof first) => {
    const { state } = (await person.call<PatientView>('GET', '/api/patient/visit')).body
    return state.status === 'waiting' && state.place
  }
  expect([await place(first), await place(second)]).toEqual([1, 2])
  const here = await signIn(server, clinic.here.me.email)
  const page = await here.socket()
  const { areas } = await page.ask({ type: 'staff.open', pageId: page.pageId })
  const ours = areas.find(({ areaId }) => areaId === clinic.area.id)?.visits ?? []
  expect(ours.map(({ id }) => id)).toEqual([first.visitId, second.visitId])
  expect(ours[0]?.arrivedAt).toBeGreaterThan(ours[1]?.arrivedAt ?? 0)
  await server.sql('update visits set away_since = null')
  const next = await here.call<{ visitId: string }>('POST', '/api/staff/visits/next', {
    areaIds: [clinic.area.id],
  })
  expect(next.body.visitId).toBe(first.visitId)
})

test('[M9] a message after the clock was set back stands behind those before it, for both sides', async () => {
  const server = await serverForThisTest()
  const clinic = await openClinic(server)
  const person = await patient(server, clinic.area)
  const say = (text: string, by = clinic.here) => act(by, person.visitId, 'messages', { id: randomUUID(), text })
  await say('One.')
  await setBackForGood(server)
  const again = await signIn(server, clinic.here.me.email)
  await say('Two.', again)
  await say('Three.', again)
  const { messages } = (await person.call<PatientView>('GET', '/api/patient/visit')).body
  expect(messages.map(({ text }) => text)).toEqual(['One.', 'Two.', 'Three.'])
  expect(new Set(messages.map(({ at }) => at)).size).toBe(3)
})

test('[LV18] time goes on while clocks are set back, and a page that nobody touches locks when it is due', async () => {
  const server = await serverForThisTest({ locks: true })
  const clinic = await openClinic(server)
  const before = server.served().deps.now().getTime()
  server.clock.set(-HOUR, 'both')
  await server.served().deps.clock.look()
  server.clock.advance(15 * MINUTE - 1)
  expect((await clinic.here.call('GET', '/api/staff/me')).status).toBe(200)
  server.clock.advance(1)
  await server.served().deps.clock.look()
  expect(server.served().deps.now().getTime() - before).toBe(15 * MINUTE)
  expect((await clinic.here.call('GET', '/api/staff/me')).code).toBe('session/locked')
})

test('[LV18] a clock that stays set back is believed after an hour, and whoever was last there later than now is locked', async () => {
  const server = await serverForThisTest({ locks: true })
  const clinic = await openClinic(server)
  const { deps } = server.served()
  server.clock.set(-2 * HOUR, 'both')
  await deps.clock.look()
  server.clock.advance(HOUR)
  const there = await signIn(server, clinic.here.me.email)
  await deps.clock.look()
  expect(deps.now()).toEqual(server.clock.now())
  await expect
    .poll(async () => (await there.call('GET', '/api/staff/me')).code, { timeout: 10_000 })
    .toBe('session/locked')
})

test('[LV18] clocks that went forward together are followed at once, and back again as soon as they are set right', async () => {
  const server = await serverForThisTest()
  const { clock, now } = server.served().deps
  const told = async () => {
    await clock.look()
    return now().getTime() - server.clock.now().getTime()
  }
  server.clock.set(40 * 24 * HOUR, 'both')
  expect(await told()).toBe(0)
  server.clock.set(-40 * 24 * HOUR, 'both')
  expect(await told()).toBe(0)
  // Of the server's own clock alone nothing comes.
  server.clock.set(40 * 24 * HOUR)
  expect(await told()).toBe(-40 * 24 * HOUR)
})
