import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PatientView } from '#contract/visit'
import { act, type Clinic, join, openClinic, openConsole, waitingPatient } from '../../../test/clinic.ts'
import { patient } from '../../../test/people.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { openVisitService } from './service.ts'
import { openSnapshots } from './snapshots.ts'

const MINUTE = 60_000

let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer()
  clinic = await openClinic(server)
})
afterAll(() => server.close())

/** A patient, with the practitioner who has just joined them. */
async function beingSeen() {
  server.clock.advance(1000)
  const person = await waitingPatient(clinic)
  const console = await openConsole(clinic.here)
  const joined = await join(clinic.here, console, person.visitId)
  await person.page.hear('visit', ({ view }) => view.state.status === 'being-seen')
  return { person, console, joined, visitId: person.visitId }
}

describe('hold and resume', () => {
  test('[V4] the patient is told at once that they are on hold, by whom, and that it is over', async () => {
    const { person, console, visitId } = await beingSeen()
    server.clock.advance(MINUTE)
    expect((await act(clinic.here, visitId, 'hold')).status).toBe(200)
    const held = await person.page.hear('visit', ({ view }) => view.state.status === 'on-hold')
    expect(held.view.state).toMatchObject({ practitionerName: 'Priya Raman', since: server.clock.now().getTime() })
    await console.hear('consultation', ({ view }) => view.status === 'on-hold')
    person.page.forget()
    expect((await act(clinic.here, visitId, 'resume')).status).toBe(200)
    await person.page.hear('visit', ({ view }) => view.state.status === 'being-seen')
  })

  test.each(['hold', 'resume', 'send-back', 'end'] as const)('[V4] nobody else can %s', async (verb) => {
    const { visitId } = await beingSeen()
    const reply = await act(clinic.colleague, visitId, verb)
    expect([reply.status, reply.code]).toEqual([409, 'visit/not-held-by-you'])
    expect(await statusOf(visitId)).toBe('being-seen')
  })

  test.each(['hold', 'resume', 'send-back', 'end'] as const)('[V4] nobody can %s who has not joined', async (verb) => {
    const { visitId } = await patient(server, clinic.area)
    const reply = await act(clinic.here, visitId, verb)
    expect([reply.status, reply.code]).toEqual([409, 'visit/not-held-by-you'])
  })
})

describe('sending back', () => {
  test('[V27] the patient reads who asked them to wait again and why, until they are seen', async () => {
    const { person, visitId } = await beingSeen()
    const url = `/api/staff/visits/${visitId}/send-back`
    await clinic.here.call('POST', url, { reason: 'technical' })
    const told = ({ state }: PatientView) => (state.status === 'waiting' ? state.sentBack : null)
    const back = await person.page.hear('visit', ({ view }) => view.state.status === 'waiting')
    expect(told(back.view)).toEqual({ byName: clinic.here.me.name, reason: 'technical' })
    const own = async () => told((await person.call<PatientView>('GET', '/api/patient/visit')).body)
    expect(await own()).toEqual({ byName: clinic.here.me.name, reason: 'technical' })
    await join(clinic.here, await openConsole(clinic.here), visitId)
    await clinic.here.call('POST', url, {})
    expect(await own()).toEqual({ byName: clinic.here.me.name })
    expect((await clinic.here.call('POST', url, { reason: 'whatever' })).status).toBe(400)
  })

  test('[V5] the patient keeps their place, before those who came later', async () => {
    const first = await beingSeen()
    server.clock.advance(MINUTE)
    const second = await waitingPatient(clinic)
    const before = placeOf(second.opened)
    first.person.page.forget()
    await act(clinic.here, first.visitId, 'send-back')
    const back = await first.person.page.hear('visit', ({ view }) => view.state.status === 'waiting')
    const moved = await second.page.hear('place', ({ news }) => news.place !== before)
    expect(placeOf(back.view)).toBe(moved.news.place - 1)
  })

  test('[V5] the consultation is over and the next practitioner can join; the note stays with its author', async () => {
    const { person, console, joined, visitId } = await beingSeen()
    await act(clinic.here, visitId, 'send-back')
    await console.hear('consultation', ({ view }) => view.status === 'waiting')
    const colleagues = await openConsole(clinic.colleague)
    console.forget()
    const next = await join(clinic.colleague, colleagues, visitId)
    expect(next.view.consultationId).not.toBe(joined.view.consultationId)
    const seen = await person.page.hear(
      'visit',
      ({ view }) => view.state.status === 'being-seen' && view.state.practitionerName === 'Owen Hughes',
    )
    expect(seen.view.visitId).toBe(visitId)
    expect((await clinic.here.call('GET', `/api/staff/notes/${joined.view.noteId}`)).status).toBe(200)
    expect((await clinic.colleague.call('GET', `/api/staff/notes/${joined.view.noteId}`)).code).toBe('note/not-found')
    // The first practitioner's page is told of the queue, and no more of a consultation that is not theirs.
    await act(clinic.colleague, visitId, 'hold')
    await colleagues.hear('consultation', ({ view }) => view.status === 'on-hold')
    expect(console.heard('consultation')).toEqual([])
  })
})

describe('the end', () => {
  test('[V6] a practitioner ends: both hear it, and the patient reads what the area says after', async () => {
    await server.sql("update areas set own = jsonb_build_object('afterText', 'A letter will come.') where id = $1", [
      clinic.area.id,
    ])
    const { person, console, visitId } = await beingSeen()
    await act(clinic.here, visitId, 'end')
    const ended = await person.page.hear('visit', ({ view }) => view.state.status === 'ended')
    expect(ended.view.state).toEqual({
      status: 'ended',
      outcome: 'completed',
      afterText: 'A letter will come.',
      afterLink: null,
    })
    await console.hear('consultation', ({ view }) => view.status === 'ended')
    expect((await act(clinic.here, visitId, 'end')).code).toBe('visit/not-held-by-you')
  })

  test('[V7] leaving while one waits, twice: left once, and gone from the queue', async () => {
    const person = await waitingPatient(clinic)
    const console = await openConsole(clinic.colleague)
    const leave = () => person.call<PatientView>('POST', '/api/patient/visit/leave', {})
    const replies = await Promise.all([leave(), leave()])
    for (const reply of [...replies, await leave()])
      expect(reply.body.state).toMatchObject({ status: 'ended', outcome: 'left' })
    await console.hear('area', ({ view }) => view.visits.every(({ id }) => id !== person.visitId))
  })

  test('[V7] leaving during the consultation completes it, and the practitioner hears it', async () => {
    const { person, console, visitId } = await beingSeen()
    const reply = await person.call<PatientView>('POST', '/api/patient/visit/leave', {})
    expect(reply.body.state).toMatchObject({ status: 'ended', outcome: 'completed' })
    await console.hear('consultation', ({ view }) => view.status === 'ended')
    const rows = await server.sql('select 1 from consultations where visit_id = $1 and ended_at is null', [visitId])
    expect(rows).toEqual([])
  })

  test('[V8] staff remove somebody who waits; nobody who is being seen', async () => {
    const person = await waitingPatient(clinic)
    expect((await act(clinic.colleague, person.visitId, 'remove')).status).toBe(200)
    const ended = await person.page.hear('visit', ({ view }) => view.state.status === 'ended')
    expect(ended.view.state).toMatchObject({ outcome: 'removed' })
    const { visitId } = await beingSeen()
    expect((await act(clinic.colleague, visitId, 'remove')).code).toBe('visit/not-waiting')
    expect((await act(clinic.colleague, person.visitId, 'remove')).code).toBe('visit/already-ended')
  })

  test.each(['remove', 'join'] as const)('[V1] nothing leads out of the end: %s', async (verb) => {
    const person = await patient(server, clinic.area)
    await person.call('POST', '/api/patient/visit/leave', {})
    const body = { pageId: 'a-page-with-a-long-name', callId: null }
    expect((await act(clinic.here, person.visitId, verb, body)).code).toBe('visit/already-ended')
    expect((await person.call('PUT', '/api/patient/visit', { phoneMe: true })).code).toBe('visit/already-ended')
  })
})

test('[V9] away for two hours: taken off the queue; a minute less: not', async () => {
  const gone = [await patient(server, clinic.area), await patient(server, clinic.area)]
  const here = await waitingPatient(clinic)
  const seen = await beingSeen()
  const away = [...gone, seen.person].map(({ visitId }) => visitId)
  const deps = server.served().deps
  const round = () => openVisitService(deps, openSnapshots(deps)).giveUpOnLongAway()
  await server.sql('update visits set away_since = $2 where id = any($1)', [away, server.clock.now()])
  server.clock.advance(119 * MINUTE)
  await round()
  expect(await Promise.all(away.map(statusOf))).toEqual(['waiting', 'waiting', 'being-seen'])
  server.clock.advance(MINUTE + 1)
  await round()
  const outcomes = await server.sql<{ outcome: string }>(
    'select outcome from visits where id = any($1) order by outcome',
    [away],
  )
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['completed', 'not-returned', 'not-returned'])
  expect(await statusOf(here.visitId)).toBe('waiting')
})

const placeOf = ({ state }: PatientView) => (state.status === 'waiting' ? state.place : 0)

async function statusOf(visitId: string): Promise<string | undefined> {
  const [row] = await server.sql<{ status: string }>('select status from visits where id = $1', [visitId])
  return row?.status
}
