import { randomUUID } from 'node:crypto'
import ical, { type VEvent } from 'node-ical'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CalendarFeedMade, CalendarFeedView } from '#contract/calendar-feed'
import { bookAppointment } from '../../../test/appointments.ts'
import { lastLine, linesSince } from '../../../test/audit/written.ts'
import { openBrowser } from '../../../test/browser.ts'
import { type Clinic, inNewArea, openClinic } from '../../../test/clinic.ts'
import { PASSWORD, practitioner, type StaffPerson, signIn } from '../../../test/people.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { fingerprint } from '../platform/secrets.ts'
import { feedFile } from './feed-file.ts'

const CALENDAR = '/api/staff/account/calendar'
const DAY = 24 * 60
const DAY_MS = DAY * 60_000

let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer()
  clinic = await openClinic(server)
})
afterAll(() => server.close())

const newcomer = () => practitioner(server, clinic.administrator, `Mona ${randomUUID().slice(0, 8)}`, [clinic.area])
/** With a proof: minutes pass between one test and the next. */
const make = async (person: StaffPerson, team = false) => {
  await person.call('POST', '/api/staff/proof/password', { password: PASSWORD })
  return (await person.call<CalendarFeedMade>('POST', CALENDAR, { team })).body
}
const viewOf = async (person: StaffPerson) => (await person.call<CalendarFeedView>('GET', CALENDAR)).body.feed

/** As a calendar asks: by the address alone. */
async function ask(url: string, headers: Record<string, string> = {}) {
  const path = new URL(url).pathname
  const reply = await fetch(server.url + path, { headers })
  const text = await reply.text()
  // So that what is asked next is not too soon.
  server.clock.advance(60_000)
  return { status: reply.status, text, headers: reply.headers, events: eventsOf(text) }
}

const eventsOf = (text: string): VEvent[] =>
  Object.values(ical.sync.parseICS(text)).flatMap((one) => (one?.type === 'VEVENT' ? [one as VEvent] : []))
const namesIn = ({ events }: Awaited<ReturnType<typeof ask>>) => events.map(({ summary }) => String(summary))

test('[CF1] [CF6] the address is told once; the next one ends it, and the database has a fingerprint alone', async () => {
  const person = await newcomer()
  expect(await viewOf(person)).toBeNull()
  const first = await make(person)
  const secret = /\/calendar\/([\w-]{43})\/appointments\.ics$/.exec(first.url)?.[1] ?? ''
  expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
  const rows = await server.sql<{ token_hash: string }>('select * from calendar_feeds where person_id = $1', [
    person.me.personId,
  ])
  expect(rows).toMatchObject([{ token_hash: fingerprint(secret) }])
  expect(JSON.stringify(rows)).not.toContain(secret)
  expect(await viewOf(person)).toMatchObject({ readAt: null, team: false })

  expect((await ask(first.url)).status).toBe(200)
  const second = await make(person)
  const [over, now] = [await ask(first.url), await ask(second.url)]
  expect([over.status, now.status]).toEqual([404, 200])
  await person.call('POST', `${CALENDAR}/end`, {})
  const [ended, never] = [
    await ask(second.url),
    await ask(`${server.url}/api/open/calendar/${'n'.repeat(43)}/appointments.ics`),
  ]
  // Nothing tells the one from the other.
  expect([over, ended].map(({ status, text }) => [status, text])).toEqual([
    [never.status, never.text],
    [never.status, never.text],
  ])
  expect(await viewOf(person)).toBeNull()
})

describe('[CF2] [CF4] what is in it', () => {
  test('own appointments from 30 days back to 90 ahead, by initials alone', async () => {
    const here = await inNewArea(clinic)
    const person = here.here
    const typed = { reason: 'Sore knee', email: 'jean@harbour.example', lastName: 'Ellisworth' }
    const inside = await bookAppointment(here, 3 * DAY, typed)
    const [edge, far, another, anyone] = [
      await bookAppointment(here, 90 * DAY - 10),
      await bookAppointment(here, 90 * DAY + 10),
      await bookAppointment(here, 3 * DAY, { practitionerId: here.colleague.me.personId }),
      await bookAppointment(here, 3 * DAY, { practitionerId: null }),
    ]
    const [past, older] = [await bookAppointment(here, 60), await bookAppointment(here, 70)]
    const at = (days: number) => new Date(server.clock.now().getTime() - days * DAY_MS)
    for (const [{ appointment }, days] of [
      [past, 29.9],
      [older, 30.1],
    ] as const)
      await server.sql('update appointments set starts_at = $2 where id = $1', [appointment.id, at(days)])
    const asked = await ask((await make(person)).url)
    expect(asked.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(asked.headers.get('cache-control')).toBe('private, no-cache')
    const ids = asked.events.map(({ uid }) => uid)
    for (const one of [inside, edge, past]) expect(ids).toContain(one.appointment.id)
    for (const one of [far, another, anyone, older]) expect(ids).not.toContain(one.appointment.id)
    const entry = asked.events.find(({ uid }) => uid === inside.appointment.id)
    expect(entry?.summary).toBe('Video appointment: J. E.')
    expect(entry?.start.getTime()).toBe(inside.appointment.startsAt)
    const plain = asked.text.replaceAll('\r\n ', '')
    for (const secret of ['Jean', 'Ellisworth', 'knee', 'harbour.example', '01632', '1948', 'home', here.area.slug])
      expect(plain).not.toContain(secret)
    expect(plain).not.toContain(inside.secret)
  })

  test('for anyone of the team as well, where that is chosen, by the same address', async () => {
    const here = await inNewArea(clinic)
    const [mine, anyone] = [
      await bookAppointment(here, 3 * DAY),
      await bookAppointment(here, 3 * DAY, { practitionerId: null, lastName: '' }),
    ]
    const { url } = await make(here.here)
    expect((await ask(url)).events.map(({ uid }) => uid)).not.toContain(anyone.appointment.id)
    const chosen = await here.here.call<CalendarFeedView>('PUT', CALENDAR, { team: true })
    expect(chosen.body.feed?.team).toBe(true)
    const { events } = await ask(url)
    expect(events.map(({ uid }) => uid)).toEqual(expect.arrayContaining([mine.appointment.id, anyone.appointment.id]))
    expect(events.find(({ uid }) => uid === anyone.appointment.id)?.summary).toBe(
      'Video appointment for anyone of the team: J.',
    )
  })

  test('whole names where the settings of the waiting area say so, and none once they are deleted', async () => {
    const [open, usual] = [await inNewArea(clinic), await inNewArea(clinic)]
    await server.sql(`update areas set own = own || '{"calendarNames": true}' where id = $1`, [open.area.id])
    const { appointment } = await bookAppointment(open, 3 * DAY, { lastName: 'Okoro, née Q;x' })
    await bookAppointment(usual, 3 * DAY, { lastName: 'Okafor' })
    const { url } = await make(open.here)
    const names = namesIn(await ask(url))
    expect(names).toContain('Video appointment: Jean Okoro, née Q;x')
    expect(names).toContain('Video appointment: J. O.')
    await server.sql('delete from appointment_details where appointment_id = $1', [appointment.id])
    const { events } = await ask(url)
    expect(events.find(({ uid }) => uid === appointment.id)?.summary).toBe('Video appointment')
  })

  test('nobody’s: a file all the same, with a zone in it', async () => {
    const person = await newcomer()
    const { status, text, events } = await ask((await make(person)).url)
    expect([status, events]).toEqual([200, []])
    expect(text).toContain('BEGIN:VTIMEZONE\r\nTZID:Europe/London\r\n')
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  })
})

test('[CF5] moved it is the same entry at another time; cancelled, or somebody else’s, it is gone', async () => {
  const here = await inNewArea(clinic)
  const { appointment, url: one } = await bookAppointment(here, 4 * DAY)
  const { url } = await make(here.here)
  const entry = async () => (await ask(url)).events.find(({ uid }) => uid === appointment.id)
  const before = await entry()
  const { date, minutes } = appointment
  const move = (time: string, practitionerId: string) =>
    here.here.call('POST', `${one}/move`, { date, time, minutes, practitionerId })
  await move('23:40', here.here.me.personId)
  const after = await entry()
  expect([before?.sequence, after?.sequence].map(Number)).toEqual([0, 1])
  expect(after?.start.getTime()).not.toBe(before?.start.getTime())
  await move('23:40', here.colleague.me.personId)
  expect(await entry()).toBeUndefined()
  await move('23:40', here.here.me.personId)
  expect(await entry()).toBeDefined()
  await here.here.call('POST', `${one}/cancel`, { by: 'clinic', reason: 'Sore throat' })
  expect(await entry()).toBeUndefined()
})

test('[CF5] each zone of its entries stands in the file once, and says what their times are', () => {
  const at = (id: string, timeZone: string, startsAt: string) => ({
    ...{ id, sequence: 0, minutes: 20, timeZone, name: 'J. E.', team: false },
    ...{ startsAt: new Date(startsAt), stampedAt: new Date('2027-03-01T09:00:00Z') },
  })
  const text = feedFile({
    organisationName: 'Harbour Health',
    entries: [
      at('a1', 'Europe/London', '2027-03-27T10:00:00Z'),
      at('a2', 'Europe/London', '2027-03-29T10:00:00Z'),
      at('a3', 'Asia/Kathmandu', '2027-03-29T10:00:00Z'),
    ],
    timeZone: 'Europe/London',
    url: 'https://x.example/staff/appointments',
    now: new Date('2027-03-10T09:00:00Z'),
  })
  expect(text.match(/^TZID:.*$/gm)).toEqual(['TZID:Asia/Kathmandu', 'TZID:Europe/London'])
  expect(text).toContain('DTSTART;TZID=Europe/London:20270327T100000')
  // An hour later by the clock on the wall: it was put forward in between.
  expect(text).toContain('DTSTART;TZID=Europe/London:20270329T110000')
  expect(text).toContain('DTSTART;TZID=Asia/Kathmandu:20270329T154500')
  expect(eventsOf(text).map(({ start }) => start.toISOString())).toEqual([
    '2027-03-27T10:00:00.000Z',
    '2027-03-29T10:00:00.000Z',
    '2027-03-29T10:00:00.000Z',
  ])
})

describe('[CF3] a role that is gone', () => {
  test('takes its waiting area’s appointments along; without any there is nothing', async () => {
    const [one, two] = [await inNewArea(clinic), await inNewArea(clinic)]
    const person = await practitioner(server, clinic.administrator, 'Nia Roth', [one.area, two.area])
    const practitionerId = person.me.personId
    const [first, second] = [
      await bookAppointment(one, 3 * DAY, { practitionerId }),
      await bookAppointment(two, 3 * DAY, { practitionerId }),
    ]
    const { url } = await make(person)
    const ids = async () => (await ask(url)).events.map(({ uid }) => uid).sort()
    expect(await ids()).toEqual([first.appointment.id, second.appointment.id].sort())
    const left = (areaId: string) =>
      server.sql('delete from memberships where person_id = $1 and $2 = any (area_ids)', [practitionerId, areaId])
    await left(one.area.id)
    expect(await ids()).toEqual([second.appointment.id])
    await left(two.area.id)
    expect((await ask(url)).status).toBe(404)
    expect((await person.call('POST', CALENDAR, { team: false })).code).toBe('access/not-allowed')
  })

  test('is none that break-glass lends', async () => {
    const here = await inNewArea(clinic)
    const person = await newcomer()
    const { appointment } = await bookAppointment(here, 3 * DAY, { practitionerId: null })
    const { url } = await make(person, true)
    await server.sql(
      `insert into break_glass (id, person_id, service_id, reason, opened_at, ends_at)
       select $1, $2, service_id, 'Nobody there', now(), now() + interval '1 hour' from areas where id = $3`,
      [randomUUID(), person.me.personId, here.area.id],
    )
    const day = await person.call<{ areas: { id: string }[] }>('GET', '/api/staff/appointments')
    expect(day.body.areas.map(({ id }) => id)).toContain(here.area.id)
    expect((await ask(url)).events.map(({ uid }) => uid)).not.toContain(appointment.id)
  })
})

describe('[CF7] it ends, and does not come back', () => {
  const people = '/api/staff/people'
  const NEXT = 'kettle lemon bridge'
  const ends: Record<string, (person: StaffPerson) => Promise<unknown>> = {
    'when its person is deactivated': async ({ me }) => {
      const { administrator } = clinic
      await administrator.call('POST', `${people}/${me.personId}/deactivate`, {})
      await administrator.call('POST', `${people}/${me.personId}/reactivate`, {})
    },
    'with a new password of their own': (person) =>
      person.call('PUT', '/api/staff/account/password', { password: PASSWORD, next: NEXT }),
    'with a new password by a link': async ({ me }) => {
      const token = 't'.repeat(43)
      await server.sql(
        `insert into person_links (id, person_id, kind, token_hash, created_at, ends_at)
         values ($1, $2, 'reset', $3, now(), '2099-01-01')`,
        [randomUUID(), me.personId, fingerprint(token)],
      )
      return openBrowser(server).call('POST', '/api/open/link/password', { token, password: NEXT })
    },
    'when an administrator resets how they sign in': async ({ me }) => {
      await server.sql(
        `insert into passkeys (id, person_id, credential_id, public_key, counter, transports, name, created_at, synced)
         values ($1, $2, $3, 'x', 0, '{}', 'Key', now(), false)`,
        [randomUUID(), me.personId, randomUUID()],
      )
      return clinic.administrator.call('POST', `${people}/${me.personId}/reset-factors`, {})
    },
  }
  test.each(Object.keys(ends))('%s', async (how) => {
    clinic = { ...clinic, administrator: await signIn(server, clinic.administrator.me.email) }
    const person = await newcomer()
    const { url } = await make(person)
    expect((await ask(url)).status).toBe(200)
    const reply = (await ends[how]?.(person)) as { status: number; text: string } | undefined
    expect(reply?.status ?? 200, reply?.text).toBe(200)
    expect((await ask(url)).status).toBe(404)
    expect(await server.sql('select 1 from calendar_feeds where person_id = $1', [person.me.personId])).toEqual([])
  })
})

test('[CF7] it gives nothing for whoever is deactivated, however that came about', async () => {
  const person = await newcomer()
  const { url } = await make(person)
  await server.sql(`update people set status = 'deactivated' where id = $1`, [person.me.personId])
  expect((await ask(url)).status).toBe(404)
})

test('[CF7] a locked page changes nothing about it', async () => {
  const person = await newcomer()
  const { url } = await make(person)
  await person.call('POST', '/api/staff/lock', {})
  expect((await person.call('GET', CALENDAR)).code).toBe('session/locked')
  expect((await ask(url)).status).toBe(200)
})

test('[CF9] what has not changed is not sent again', async () => {
  const person = await newcomer()
  const { url } = await make(person)
  const first = await ask(url)
  const etag = first.headers.get('etag') ?? ''
  expect(etag).toMatch(/^"[\w-]{43}"$/)
  // Hours later, and as proxies write it that made the answer smaller on its way.
  server.clock.advance(5 * 60 * 60_000)
  for (const held of [etag, `W/${etag}`, `"other", ${etag}`]) {
    const again = await ask(url, { 'if-none-match': held })
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag])
  }
  await bookAppointment(clinic, 3 * DAY, { practitionerId: person.me.personId })
  const changed = await ask(url, { 'if-none-match': etag })
  expect(changed.status).toBe(200)
  expect(changed.headers.get('etag')).not.toBe(etag)
})

test('[CF9] more than twelve times a minute have to wait, for a secret that there is not as well', async () => {
  const { url } = await make(await newcomer())
  const never = `${server.url}/api/open/calendar/${randomUUID()}/appointments.ics`
  for (const address of [url, never]) {
    const path = new URL(address).pathname
    const replies = []
    for (let times = 0; times < 13; times += 1) replies.push(await fetch(server.url + path))
    expect(replies.slice(0, 12).map(({ status }) => status)).not.toContain(429)
    expect([replies[12]?.status, replies[12]?.headers.get('retry-after')]).toEqual([429, '5'])
  }
  server.clock.advance(60_000)
  expect((await ask(url)).status).toBe(200)
})

test('[CF10] [CF6] the audit has who made, changed and ended it, and who was shown a list; nothing has the secret', async () => {
  const person = await newcomer()
  const before = await lastLine(server)
  const { url } = await make(person)
  const etag = (await ask(url)).headers.get('etag') ?? ''
  for (let times = 0; times < 2; times += 1) await ask(url, { 'if-none-match': etag })
  await person.call('PUT', CALENDAR, { team: true })
  await person.call('POST', `${CALENDAR}/end`, {})
  const { personId } = person.me
  const secret = new URL(url).pathname.split('/')[4] ?? ''
  expect(secret).toHaveLength(43)
  await ask(url)
  await server.served().deps.audit.flush()
  const lines = await linesSince(server, before)
  const own = { who_kind: 'person', who_id: personId, subject_kind: 'person', subject_id: personId }
  expect(lines.filter(({ action }) => action.startsWith('calendar-feed'))).toMatchObject([
    { action: 'calendar-feed.make', via: `POST ${CALENDAR}`, ...own },
    // Once: "not changed" showed nothing.
    {
      action: 'calendar-feed.read',
      who_kind: 'guest',
      subject_kind: 'person',
      subject_id: personId,
      outcome: 'allowed',
    },
    { action: 'calendar-feed.make', via: `PUT ${CALENDAR}`, ...own },
    { action: 'calendar-feed.end', ...own },
    { action: 'calendar-feed.read', who_kind: 'guest', subject_id: null, code: 'request/not-found' },
  ])
  expect(JSON.stringify(lines)).not.toContain(secret)
  expect(server.logLines.join('\n')).not.toContain(secret)
})

test('[CF10] the page says when it was last asked, to ten minutes', async () => {
  const person = await newcomer()
  const { url } = await make(person)
  const asked = server.clock.now().getTime()
  await ask(url)
  expect((await viewOf(person))?.readAt).toBe(asked)
  await ask(url)
  expect((await viewOf(person))?.readAt).toBe(asked)
  server.clock.advance(10 * 60_000)
  await ask(url)
  expect((await viewOf(person))?.readAt).toBeGreaterThan(asked)
})

// The last one: it takes the clock far away from everybody's sign-in.
test('[CF8] it rests once its person has not signed in for 60 days, and goes on when they do', async () => {
  const person = await newcomer()
  const { url } = await make(person)
  server.clock.advance(59 * DAY_MS)
  expect((await ask(url)).status).toBe(200)
  server.clock.advance(DAY_MS)
  expect((await ask(url)).status).toBe(404)
  await signIn(server, person.me.email)
  expect((await ask(url)).status).toBe(200)
})
