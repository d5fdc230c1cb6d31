import { expect, test } from 'vitest'
import { act, join, openClinic, openConsole, waitingPatient } from '../../../test/clinic.ts'
import { signIn } from '../../../test/people.ts'
import { serverForThisTest, type TestServer } from '../../../test/server.ts'
import { clockOf } from '../platform/clock-watch.ts'
import { openVisitService } from '../visits/service.ts'
import { openSnapshots } from '../visits/snapshots.ts'
import { retentionSlice } from './slice.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** One round of each timer that deletes or ends because time is over. */
async function round(server: TestServer): Promise<void> {
  const { deps } = server.served()
  for (const timer of retentionSlice(deps).timers) await timer.run()
  await openVisitService(deps, openSnapshots(deps)).giveUpOnLongAway()
}

/** A signed note, and somebody who waits and is away. */
async function clinicWithNote() {
  const server = await serverForThisTest()
  const clinic = await openClinic(server)
  const [seen, away] = [await waitingPatient(clinic), await waitingPatient(clinic)]
  const { view } = await join(clinic.here, await openConsole(clinic.here), seen.visitId)
  await clinic.here.call('PUT', `/api/staff/notes/${view.noteId}`, { text: 'Knee better', revision: 0 })
  await act(clinic.here, seen.visitId, 'end')
  await clinic.here.call('POST', `/api/staff/notes/${view.noteId}/sign`, {})
  await server.sql('update visits set away_since = $2 where id = $1', [away.visitId, server.clock.now()])
  await round(server)
  const kept = async () => {
    const notes = await server.sql('select 1 from notes where id = $1', [view.noteId])
    const waiting = await server.sql("select 1 from visits where id = $1 and status = 'waiting'", [away.visitId])
    return [notes.length, waiting.length]
  }
  const logged = (what: string) => server.logLines.filter((line) => line.includes(what)).length
  return { server, clinic, kept, logged }
}

test('[LV11] the server’s clock is 40 days ahead of the database: nothing is deleted and nobody given up, and the log says why', async () => {
  const { server, kept, logged } = await clinicWithNote()
  server.clock.set(40 * DAY)
  await round(server)
  server.clock.advance(2 * 60 * MINUTE)
  await round(server)
  expect([await kept(), logged('clock: not believed')]).toEqual([[1, 1], 1])
  server.clock.set(-40 * DAY)
  await round(server)
  server.clock.advance(60 * MINUTE)
  await round(server)
  // By now the away time is over by clocks that are right.
  expect([await kept(), logged('clock: believed again')]).toEqual([[1, 0], 1])
}, 60_000)

test('[LV11] one machine’s clock, the database’s too, is 40 days ahead for a while: nothing is deleted meanwhile', async () => {
  const { server, clinic, kept } = await clinicWithNote()
  server.clock.set(40 * DAY, 'both')
  await round(server)
  server.clock.advance(59 * MINUTE)
  await round(server)
  expect(await kept()).toEqual([1, 1])
  // Nobody set it right: it is believed.
  server.clock.advance(MINUTE)
  await round(server)
  expect(await kept()).toEqual([0, 0])
  expect((await signIn(server, clinic.here.me.email)).me.personId).toBe(clinic.here.me.personId)
}, 60_000)

test('[LV11] the database is asked for its own clock', async () => {
  const server = await serverForThisTest()
  const asked = await clockOf(server.served().deps.db)
  const [row] = await server.sql<{ at: Date }>('select clock_timestamp() as at')
  expect((row?.at.getTime() ?? 0) - asked.getTime()).toBeGreaterThanOrEqual(0)
  expect((row?.at.getTime() ?? 0) - asked.getTime()).toBeLessThan(60_000)
})
