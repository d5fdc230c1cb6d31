import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { AreaQueue, PatientView } from '#contract/visit'
import { NO_ANSWERS } from '#domain/advice'
import {
  act,
  type Clinic,
  inNewArea,
  join,
  openClinic,
  openConsole,
  openPatient,
  type WaitingPatient,
  waitingPatient,
} from '../../../test/clinic.ts'
import { patient, signIn } from '../../../test/people.ts'
import { serverForThisTest, startTestServer, type TestServer } from '../../../test/server.ts'

const MINUTE = 60_000

let server: TestServer
let people: Clinic
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer()
  people = await openClinic(server)
})
beforeEach(async () => {
  clinic = await inNewArea(people)
})
afterAll(() => server.close())

const place = ({ state }: PatientView) => (state.status === 'waiting' ? state.place : null)
const delay = ({ state }: PatientView) => (state.status === 'waiting' ? state.delay : null)

const ours = (areas: readonly AreaQueue[]) => areas.find(({ areaId }) => areaId === clinic.area.id)

async function arrive(): Promise<WaitingPatient> {
  const person = await waitingPatient(clinic)
  server.clock.advance(MINUTE)
  return person
}

describe('for staff', () => {
  test('[Q4] an arrival is heard by everyone who serves the area, and by nobody else', async () => {
    const [here, colleague, elsewhere, administrator] = await Promise.all(
      [clinic.here, clinic.colleague, clinic.elsewhere, clinic.administrator].map(openConsole),
    )
    const person = await patient(server, clinic.area, { picture: 'none', phoneMe: true })
    for (const page of [here, colleague]) {
      const heard = await page?.hear('area', ({ view }) => view.visits.some(({ id }) => id === person.visitId))
      const { firstName, lastName, dateOfBirth, phone } = person.typed
      expect(heard?.view.visits[0]).toEqual({
        id: person.visitId,
        firstName,
        lastName,
        dateOfBirth,
        phone,
        arrivedAt: server.clock.now().getTime(),
        arrivalNumber: expect.any(Number),
        since: server.clock.now().getTime(),
        status: 'waiting',
        practitioner: null,
        awaySince: null,
        picture: 'none',
        sound: 'works',
        phoneMe: true,
        planId: 'talking',
        talk: { answers: NO_ANSWERS, agreed: null },
        equipment: null,
        messages: [],
      })
    }
    expect([elsewhere?.heard('area'), administrator?.heard('area')]).toEqual([[], []])
  })

  test('[Q5] everyone sees who is being seen by whom, on hold, and gone', async () => {
    const person = await arrive()
    const watching = await openConsole(clinic.colleague)
    await join(clinic.here, await openConsole(clinic.here), person.visitId)
    const seen = await watching.hear('area', ({ view }) => view.visits[0]?.status === 'being-seen')
    expect(seen.view.visits[0]?.practitioner).toEqual({ id: clinic.here.me.personId, name: 'Priya Raman' })
    await act(clinic.here, person.visitId, 'hold')
    await watching.hear('area', ({ view }) => view.visits[0]?.status === 'on-hold')
    await act(clinic.here, person.visitId, 'end')
    await watching.hear('area', ({ view }) => view.visits.length === 0)
  })

  test('[Q1] the queue stands in order of arrival', async () => {
    const people = [await arrive(), await arrive(), await arrive()]
    const page = await clinic.here.socket()
    const { areas } = await page.ask({ type: 'staff.open', pageId: page.pageId })
    expect(ours(areas)?.visits.map(({ id }) => id)).toEqual(people.map(({ visitId }) => visitId))
  })

  test('[Q5] what a patient changes of their equipment is seen at once', async () => {
    const person = await arrive()
    const watching = await openConsole(clinic.here)
    await person.page.ask({ type: 'patient.equipment', picture: 'off', sound: 'none' })
    const heard = await watching.hear('area', ({ view }) => view.visits[0]?.sound === 'none')
    expect(heard.view.visits[0]).toMatchObject({ picture: 'off', sound: 'none' })
  })
})

describe('[Q9] what changed alone', () => {
  test('is told: of each visit how it stands now, and of one that is gone no more than that', async () => {
    const [first, second] = [await arrive(), await arrive()]
    const watching = await openConsole(clinic.here)
    await second.page.ask({ type: 'patient.equipment', picture: 'off', sound: 'none' })
    const { news } = await watching.hear('queue')
    expect(news).toMatchObject({ areaId: clinic.area.id, visits: [{ id: second.visitId, sound: 'none' }], gone: [] })
    watching.forget()
    await second.call('POST', '/api/patient/visit/leave', {})
    await watching.hear('area', ({ view }) => view.visits.length === 1 && view.visits[0]?.id === first.visitId)
  })

  test('could not be read: the whole queue is told as soon as it can be', async () => {
    const own = await serverForThisTest()
    const clinic = await openClinic(own)
    const person = await waitingPatient(clinic)
    const watching = await openConsole(clinic.here)
    const tell = () => own.tell({ kind: 'visit', visitId: person.visitId, areaId: clinic.area.id, places: false })
    await own.sql('alter table messages rename to away')
    await own.sql("update visits set sound = 'none' where id = $1", [person.visitId])
    await tell()
    await expect.poll(() => own.logLines.some((line) => line.includes('snapshot failed'))).toBe(true)
    await own.sql('alter table away rename to messages')
    await watching.hear('area', ({ view }) => view.visits[0]?.sound === 'none')
  })

  test('an area that changed, and could not be read: those who are being seen hear of it, too', async () => {
    const own = await serverForThisTest()
    const clinic = await openClinic(own)
    const seen = await waitingPatient(clinic)
    await join(clinic.here, await openConsole(clinic.here), seen.visitId)
    await own.sql('alter table messages rename to away')
    await own.sql("update areas set name = 'Renamed' where id = $1", [clinic.area.id])
    await own.tell({ kind: 'area', areaId: clinic.area.id })
    await expect.poll(() => own.logLines.some((line) => line.includes('snapshot failed'))).toBe(true)
    await own.sql('alter table away rename to messages')
    await seen.page.hear('visit', ({ view }) => view.area.name === 'Renamed')
  })

  test('could not be read by a server that closes: nothing is tried again', async () => {
    const own = await startTestServer()
    const clinic = await openClinic(own)
    const people = [await waitingPatient(clinic), await waitingPatient(clinic)]
    await openConsole(clinic.here)
    const faults = () => own.logLines.filter((line) => line.includes('snapshot failed')).length
    await own.sql('alter table messages rename to away')
    // Others move up: they are to hear of it, whether or not anybody watches.
    await own.tell({ kind: 'visit', visitId: people[0]?.visitId ?? '', areaId: clinic.area.id, places: true })
    await expect.poll(faults).toBeGreaterThan(0)
    await own.close()
    const before = faults()
    await new Promise((resolve) => setTimeout(resolve, 4000))
    expect(faults()).toBe(before)
  })
})

describe('for patients', () => {
  test('[Q6] places move up when somebody is seen or leaves, without asking', async () => {
    const [first, second, third] = [await arrive(), await arrive(), await arrive()]
    expect([first, second, third].map(({ opened }) => place(opened))).toEqual([1, 2, 3])
    await join(clinic.here, await openConsole(clinic.here), first.visitId)
    await Promise.all([
      second.page.hear('place', ({ news }) => news.place === 1),
      third.page.hear('place', ({ news }) => news.place === 2),
    ])
    await second.call('POST', '/api/patient/visit/leave', {})
    await third.page.hear('place', ({ news }) => news.place === 1)
    // All else that they see is as it was, and is not told again.
    expect(third.page.heard('visit').filter(({ view }) => place(view) !== 3)).toEqual([])
  })

  test('[Q15] whoever is away for two minutes does not count for those behind, and keeps their own place', async () => {
    const [first, second, third] = [await arrive(), await arrive(), await arrive()]
    const watching = await openConsole(clinic.here)
    first.page.close()
    second.page.close()
    for (const { visitId } of [first, second])
      await watching.hear('area', ({ view }) =>
        view.visits.some(({ id, awaySince }) => id === visitId && awaySince !== null),
      )
    const placeNow = async () => place((await third.call<PatientView>('GET', '/api/patient/visit')).body)
    expect(await placeNow()).toBe(3)
    server.clock.advance(2 * MINUTE)
    expect(await placeNow()).toBe(1)
    third.page.forget()
    const { opened } = await openPatient(first)
    expect(place(opened)).toBe(1)
    // Told without asking: the first is back, and the second is passed over.
    await third.page.hear('place', ({ news }) => news.place === 2)
  })

  test('[Q8] what a patient gets says nothing of anybody else', async () => {
    const others = [await arrive(), await arrive()]
    const person = await arrive()
    await join(clinic.here, await openConsole(clinic.here), others[0]?.visitId ?? '')
    await person.call('PUT', '/api/patient/visit', { phoneMe: true })
    await person.page.hear('place', ({ news }) => news.place === 2)
    await person.page.hear('visit', ({ view }) => view.phoneMe)
    const all = person.page.everything() + JSON.stringify(person.view)
    for (const { traces } of others) for (const trace of traces) expect(all).not.toContain(trace)
    expect(all).not.toContain(person.typed.lastName)
    expect(all).not.toContain(person.typed.dateOfBirth)
  })

  test('[Q2] the delay is what others waited, once three were seen', async () => {
    const console = await openConsole(clinic.here)
    for (const minutes of [10, 20, 30]) {
      const { visitId } = await patient(server, clinic.area)
      server.clock.advance(minutes * MINUTE)
      const early = await openPatient(await patient(server, clinic.area))
      expect(delay(early.opened)).toEqual({ kind: 'unknown' })
      await join(clinic.here, console, visitId)
      await early.call('POST', '/api/patient/visit/leave', {})
    }
    const person = await waitingPatient(clinic)
    expect(delay(person.opened)).toEqual({ kind: 'measured', minutes: 20 })
    server.clock.advance(3 * 60 * MINUTE)
    expect(delay((await person.call<PatientView>('GET', '/api/patient/visit')).body)).toEqual({ kind: 'unknown' })
  })

  test('[Q7] a late notice is told to everyone who waits and to staff, until it is taken back', async () => {
    const person = await arrive()
    const watching = await openConsole(clinic.colleague)
    const late = (minutes: number | null) =>
      clinic.here.call('PUT', `/api/staff/areas/${clinic.area.id}/late`, { minutes })
    await late(25)
    await person.page.hear('visit', ({ view }) => delay(view)?.kind === 'said')
    await watching.hear('area', ({ view }) => view.lateMinutes === 25)
    const next = await waitingPatient(clinic)
    expect(delay(next.opened)).toEqual({ kind: 'said', minutes: 25, at: expect.any(Number) })
    person.page.forget()
    watching.forget()
    await late(null)
    await person.page.hear('visit', ({ view }) => delay(view)?.kind === 'unknown')
    await watching.hear('area', ({ view }) => view.lateMinutes === null)
  })

  test('[Q7] a late notice ends by itself after twelve hours', async () => {
    await clinic.here.call('PUT', `/api/staff/areas/${clinic.area.id}/late`, { minutes: 25 })
    const person = await waitingPatient(clinic)
    const now = async () => delay((await person.call<PatientView>('GET', '/api/patient/visit')).body)
    server.clock.advance(12 * 60 * MINUTE - 1)
    expect(await now()).toEqual({ kind: 'said', minutes: 25, at: expect.any(Number) })
    server.clock.advance(1)
    expect(await now()).toEqual({ kind: 'unknown' })
    const page = await (await signIn(server, clinic.here.me.email)).socket()
    const { areas } = await page.ask({ type: 'staff.open', pageId: page.pageId })
    expect(ours(areas)?.lateMinutes).toBeNull()
  })
})
