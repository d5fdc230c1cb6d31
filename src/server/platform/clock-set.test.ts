import { expect, onTestFinished, test } from 'vitest'
import { openBrowser } from '../../../test/browser.ts'
import { openClinic, openConsole, waitingPatient } from '../../../test/clinic.ts'
import { serverForThisTest } from '../../../test/server.ts'

const HOUR = 60 * 60_000

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
      payload: { candidate: null },
    })
  expect((await clinic.here.call('GET', '/api/staff/me')).status).toBe(200)
  expect((await openBrowser(server).call('GET', '/api/open/instance')).status).toBe(200)
})
