import ical, { type VEvent } from 'node-ical'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startOf } from '#domain/appointment'
import { bookAppointment, openedOn } from '../../../test/appointments.ts'
import { openMailbox } from '../../../test/carriers/mailbox.ts'
import { SMTP_NAME, startSmtp } from '../../../test/carriers/smtp-server.ts'
import { type Clinic, openClinic } from '../../../test/clinic.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { openSmtp } from '../integrations/channels/smtp.ts'
import { openNotifications } from '../notifications/service.ts'
import { calendarFile } from './calendar.ts'

const NOW = new Date('2027-01-01T09:00:00Z')

function fileFor(date: string, time: string, timeZone: string, more: Partial<{ name: string; url: string }> = {}) {
  const startsAt = startOf(date, time, timeZone)
  const text = calendarFile({
    appointment: { id: 'a1', startsAt, minutes: 45, timeZone, status: 'booked', sequence: 0 },
    organisationName: more.name ?? 'Harbour Health',
    now: NOW,
    ...(more.url ? { url: more.url } : {}),
  })
  return { startsAt, text }
}

/** Read by a parser that is not ours. */
function eventOf(text: string): VEvent {
  const found = Object.values(ical.sync.parseICS(text)).find((one) => one?.type === 'VEVENT')
  if (!found) throw new Error('no event')
  return found as VEvent
}

const minutesOf = (offset: string) =>
  (offset.startsWith('-') ? -1 : 1) * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(3, 5)))

/** The instant that the file's own time zone makes of its DTSTART: the last change before it counts. */
function byOwnZone(text: string): Date {
  const unfolded = text.replaceAll('\r\n ', '')
  const asUtc = (stamp: string) =>
    Date.parse(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6Z'))
  const starts = asUtc(/DTSTART;TZID=[^:]+:(\S+)/.exec(unfolded)?.[1] ?? '')
  const observed = [
    ...unfolded.matchAll(/BEGIN:(?:STANDARD|DAYLIGHT)\r\nDTSTART:(\S+)\r\nTZOFFSETFROM:\S+\r\nTZOFFSETTO:(\S+)/g),
  ]
    .map(([, from = '', to = '']) => ({ from: asUtc(from), to: minutesOf(to) }))
    .filter(({ from }) => from <= starts)
    .sort((a, b) => a.from - b.from)
  return new Date(starts - (observed.at(-1)?.to ?? Number.NaN) * 60_000)
}

/** The day before, the day of and the day after each change of the clocks in 2027, and days far from any. */
const DAYS: Record<string, readonly string[]> = {
  'Europe/London': ['2027-03-27', '2027-03-28', '2027-03-29', '2027-10-30', '2027-10-31', '2027-11-01', '2027-07-01'],
  'America/New_York': [
    '2027-03-13',
    '2027-03-14',
    '2027-03-15',
    '2027-11-06',
    '2027-11-07',
    '2027-11-08',
    '2027-01-05',
  ],
  // Half an hour, and the other way round in the year.
  'Australia/Lord_Howe': [
    '2027-04-03',
    '2027-04-04',
    '2027-04-05',
    '2027-10-02',
    '2027-10-03',
    '2027-10-04',
    '2027-01-05',
  ],
  // A quarter of an hour, and no change.
  'Asia/Kathmandu': ['2027-03-28', '2027-10-31'],
}

describe('[CAL2] what another program reads of the file is the time that was agreed', () => {
  test.each(Object.entries(DAYS))('%s', (timeZone, days) => {
    for (const date of days)
      for (const time of ['00:15', '10:30', '23:30']) {
        const { startsAt, text } = fileFor(date, time, timeZone)
        const event = eventOf(text)
        expect(event.start.getTime(), `${date} ${time}`).toBe(startsAt.getTime())
        expect(event.end?.getTime(), `${date} ${time}`).toBe(startsAt.getTime() + 45 * 60_000)
        expect(byOwnZone(text).getTime(), `${date} ${time} by its own zone`).toBe(startsAt.getTime())
      }
  })
})

test('[CAL5] names with any characters come out as they are, and no line is longer than 75 bytes', () => {
  const name =
    'Müller, Söhne; "Hüfte" \\ 医療 — a clinic with a name that is longer than any line of such a file may ever be'
  const { text } = fileFor('2027-03-01', '10:00', 'Europe/London', {
    name,
    url: `https://x.example/v/${'s'.repeat(43)}`,
  })
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  const event = eventOf(text)
  expect(event.summary).toBe(`Video appointment: ${name}`)
  expect(event.url).toBe(`https://x.example/v/${'s'.repeat(43)}`)
})

describe('of an appointment', () => {
  const email = openMailbox()
  let server: TestServer
  let clinic: Clinic
  beforeAll(async () => {
    server = await startTestServer({ channels: { email } })
    clinic = await openClinic(server)
  })
  afterAll(() => server.close())

  const booked = async (inMinutes: number) => {
    const booking = await bookAppointment(clinic, inMinutes, {
      ...{ phone: '', email: 'jean@harbour.example', reason: 'Sore knee' },
    })
    const phone = await openedOn(clinic, booking.secret)
    const file = async () => {
      const url = '/api/open/invitation/calendar'
      const reply = await phone.call<{ text: string }>('POST', url, { secret: booking.secret })
      return { status: reply.status, text: reply.body.text, event: eventOf(reply.body.text) }
    }
    return { ...booking, phone, file }
  }

  test('[CAL1] the file names the organisation, the time and the link, and nobody', async () => {
    const { file, appointment, secret } = await booked(3 * 24 * 60)
    const { text, event } = await file()
    expect(event.start.getTime()).toBe(appointment.startsAt)
    expect(event.url).toContain(`/v/${secret}`)
    const names = ['Jean', appointment.patient?.lastName ?? '-', 'knee', clinic.area.slug, clinic.here.me.name]
    for (const name of names) expect(text).not.toContain(name)
    const stranger = await openedOn(clinic, 'another')
    const refused = await stranger.call('POST', '/api/open/invitation/calendar', { secret })
    expect(refused.code).toBe('invitation/not-opened')
  })

  test('[CAL3] one that is moved or cancelled is the same entry with a higher number', async () => {
    const { file, url, appointment } = await booked(5 * 24 * 60)
    const first = (await file()).event
    const { date, minutes } = appointment
    await clinic.here.call('POST', `${url}/move`, { date, time: '23:40', minutes, practitionerId: null })
    const second = (await file()).event
    await clinic.here.call('POST', `${url}/cancel`, { by: 'clinic', reason: 'Sore throat' })
    const { event: third, text } = await file()
    expect([second.uid, third.uid]).toEqual([first.uid, first.uid])
    expect([first, second, third].map(({ sequence }) => Number(sequence))).toEqual([0, 1, 2])
    expect(second.start.getTime()).not.toBe(first.start.getTime())
    expect([second.status, third.status]).toEqual(['CONFIRMED', 'CANCELLED'])
    expect(text).toContain('METHOD:CANCEL')
    expect(text).not.toContain('Sore')
  })

  test('[CAL4] the e-mails of it carry the file, without the link', async () => {
    const { url, appointment, secret } = await booked(7 * 24 * 60)
    const { date, minutes } = appointment
    await clinic.here.call('POST', `${url}/move`, { date, time: '12:10', minutes, practitionerId: null })
    const rows = await server.sql<{ calendar: string | null; state: string }>(
      'select calendar, state from notifications where appointment_id = $1 order by created_at',
      [appointment.id],
    )
    expect(rows).toHaveLength(2)
    for (const { calendar } of rows) {
      expect(calendar).toContain(`UID:${appointment.id}`)
      expect(calendar).not.toContain(secret)
    }
    await openNotifications(server.served().deps).sendDue()
    const arrived = () => email.arrived.filter(({ calendar }) => calendar?.includes(appointment.id))
    await expect.poll(() => arrived().length, { timeout: 30_000 }).toBe(1)
  })

  test('[CAL4] a mail server gets it as a part that mail programs take for an entry', async () => {
    const smtp = await startSmtp()
    const channel = openSmtp({ url: smtp.url, from: `Harbour Health <${SMTP_NAME}@harbour.example>` })
    const { text } = fileFor('2027-03-01', '10:00', 'Europe/London')
    const message = { id: 'm1', channel: 'email', to: 'jean@harbour.example', subject: 'Yours', text: 'Come' } as const
    await channel.deliver({ ...message, calendar: text })
    await channel.deliver({ ...message, id: 'm2' })
    channel.close()
    await smtp.close()
    const [withFile, without] = smtp.letters
    expect(withFile?.raw).toMatch(/text\/calendar; charset=utf-8; method=PUBLISH/)
    expect(withFile?.raw).toContain('appointment.ics')
    expect(without?.raw).not.toContain('calendar')
  })
})
