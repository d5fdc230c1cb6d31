import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AppointmentBody, AppointmentSaved } from '#contract/appointment'
import { openMailbox } from '../../../test/carriers/mailbox.ts'
import { type Clinic, inNewArea, openClinic } from '../../../test/clinic.ts'
import { APPOINTMENT } from '../../../test/scenarios.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { openPatientMessages } from './messages.ts'
import { openReminders } from './reminders.ts'

const [email, sms] = [openMailbox(), openMailbox()]
let server: TestServer
let whole: Clinic
beforeAll(async () => {
  server = await startTestServer({ channels: { email, sms } })
  whole = await openClinic(server)
})
afterAll(() => server.close())

const NEXT_WEEK = { date: '2026-06-09', time: '11:45', minutes: 20, practitionerId: null }

async function book(clinic: Clinic, change: Partial<AppointmentBody> = {}) {
  const at = `/api/staff/areas/${clinic.area.id}/appointments`
  const body = { ...APPOINTMENT, ...NEXT_WEEK, phone: '07700 900123', email: '', ...change }
  const reply = await clinic.here.call<AppointmentSaved>('POST', at, body)
  expect(reply.status).toBe(200)
  const { id } = reply.body.appointment
  const kinds = async () => {
    const rows = await server.sql<{ kind: string }>(
      'select kind from notifications where appointment_id = $1 order by created_at, kind',
      [id],
    )
    return rows.map(({ kind }) => kind).sort()
  }
  const act = (verb: string, sent: object = {}) => clinic.here.call('POST', `${at}/${id}/${verb}`, sent)
  /** The time of this message has come. */
  const due = (column: string) =>
    server.sql(`update appointments set ${column} = $2 where id = $1`, [id, server.clock.now()])
  return { id, kinds, act, due }
}
const reminders = () => openReminders(server.served().deps, openPatientMessages(server.served().deps))
const send = () => reminders().send()

test('[AP18] a reminder goes once, and anew after the appointment is moved', async () => {
  const one = await book(whole)
  await one.due('remind_day_at')
  await send()
  await send()
  expect(await one.kinds()).toEqual(['invitation', 'reminder-day'])
  // A longer appointment is at the same time.
  await one.act('move', { ...NEXT_WEEK, minutes: 40 })
  await send()
  await one.act('move', { ...NEXT_WEEK, date: '2026-06-10' })
  const [row] = await server.sql<{ day: string; hour: string }>(
    `select to_char(remind_day_at at time zone 'UTC', 'DD HH24:MI') as day,
       to_char(remind_hour_at at time zone 'UTC', 'DD HH24:MI') as hour from appointments where id = $1`,
    [one.id],
  )
  expect(row).toEqual({ day: '09 10:45', hour: '10 09:45' })
  await one.due('remind_day_at')
  await one.due('remind_hour_at')
  await send()
  const kinds = await one.kinds()
  expect(kinds.filter((kind) => kind.startsWith('reminder')).sort()).toEqual([
    'reminder-day',
    'reminder-day',
    'reminder-hour',
  ])
})

test('[AP18] nobody is reminded who has cancelled, was given up or has come, and none where it is off', async () => {
  const [cancelled, missed, arrived] = [await book(whole), await book(whole), await book(whole)]
  await cancelled.act('cancel', { by: 'patient', reason: 'Away' })
  await missed.act('did-not-attend')
  await server.sql("update appointments set status = 'arrived' where id = $1", [arrived.id])
  const clinic = await inNewArea(whole)
  await server.sql(`update areas set own = own || '{"remindDayBefore": false}' where id = $1`, [clinic.area.id])
  const off = await book(clinic)
  for (const one of [cancelled, missed, arrived, off]) await one.due('remind_day_at')
  await off.due('remind_hour_at')
  await send()
  expect([await cancelled.kinds(), await missed.kinds(), await arrived.kinds()]).toEqual([
    ['cancelled', 'invitation'],
    ['invitation', 'missed'],
    ['invitation'],
  ])
  expect(await off.kinds()).toEqual(['invitation', 'reminder-hour'])
})

test('[AP18] a server that was down sends no reminder that is over', async () => {
  const one = await book(whole)
  const [soon] = [new Date(server.clock.now().getTime() + 60 * 60_000)]
  await server.sql('update appointments set starts_at = $2, remind_day_at = $3 where id = $1', [
    one.id,
    soon,
    server.clock.now(),
  ])
  await send()
  expect(await one.kinds()).toEqual(['invitation'])
})

test('[AP18] what an import brought and was undone again stops no reminder of others, and gets none', async () => {
  const [undone, one] = [await book(whole), await book(whole)]
  await server.sql('update appointments set undone_at = $2 where id = $1', [undone.id, server.clock.now()])
  for (const each of [undone, one]) await each.due('remind_day_at')
  await send()
  expect([await undone.kinds(), await one.kinds()]).toEqual([['invitation'], ['invitation', 'reminder-day']])
})

test('[AP20] one press sends the link that they have once more, and then it does not go by itself', async () => {
  const one = await book(whole)
  expect((await one.act('link-again')).status).toBe(200)
  const links = await server.sql('select 1 from appointment_links where appointment_id = $1', [one.id])
  const [row] = await server.sql<{ at: string | null }>('select link_again_at as at from appointments where id = $1', [
    one.id,
  ])
  expect([await one.kinds(), links.length, row?.at]).toEqual([['invitation', 'link-again'], 1, null])
})

test('[AP23] what waits for the morning goes at once when somebody says so', async () => {
  const clinic = await inNewArea(whole)
  await server.sql(`update areas set own = own || '{"timeZone": "Pacific/Auckland"}' where id = $1`, [clinic.area.id])
  const one = await book(clinic)
  const waits = async () => {
    const sql = 'select next_try_at > $2 as waits from notifications where appointment_id = $1'
    return (await server.sql<{ waits: boolean }>(sql, [one.id, server.clock.now()]))[0]?.waits
  }
  expect(await waits()).toBe(true)
  await one.act('send-now')
  expect(await waits()).toBe(false)
})

test('[AP19] several send at once, and one dies in the middle: each is reminded once', async () => {
  const clinic = await inNewArea(whole)
  const ids: string[] = []
  for (let made = 0; made < 8; made += 1) ids.push((await book(clinic)).id)
  await server.sql('update appointments set remind_day_at = $2 where id = any($1)', [ids, server.clock.now()])
  const { deps } = server.served()
  const messages = openPatientMessages(deps)
  let written = 0
  const dying = openReminders(deps, {
    ...messages,
    async write(...given) {
      written += 1
      if (written === 4) throw new Error('died')
      return messages.write(...given)
    },
  })
  await expect(dying.send()).rejects.toThrow('died')
  await Promise.all([send(), send(), send()])
  const rows = await server.sql<{ count: number }>(
    "select count(*)::int as count from notifications where appointment_id = any($1) and kind = 'reminder-day' group by appointment_id",
    [ids],
  )
  expect(rows.map(({ count }) => count)).toEqual(ids.map(() => 1))
})

test('[TP2] [TP4] a waiting area’s own text is what its patients are written', async () => {
  const clinic = await inNewArea(whole)
  const own = {
    sms: 'Hello {{name}}, see you at {{place}} on {{date}} at {{time}}: {{link}}\nRing {{phone}}.',
    subject: 'See you, {{name}}',
    email: 'On {{date}} at {{time}}.\n\n{{link}}',
  }
  await server.sql('update areas set own = own || $2 where id = $1', [clinic.area.id, { textInvitation: own }])
  const { id } = await book(clinic, { firstName: 'Zoë {{link}}', email: 'zoe@example.org' })
  const body = async () =>
    (await server.sql<{ body: string }>('select body from notifications where appointment_id = $1', [id])).map(
      (row) => row.body,
    )
  // No phone number is set there, so nobody is told to ring it.
  expect(await body()).toEqual([
    expect.stringMatching(/^Hello Zoë \{ \{link\}\}, see you at .+ on Tuesday 9 June at 11:45: \{\{link\}\}$/),
  ])
  await server.sql("update areas set own = own - 'textInvitation' where id = $1", [clinic.area.id])
  const after = await book(clinic)
  const [shipped] = await server.sql<{ body: string }>('select body from notifications where appointment_id = $1', [
    after.id,
  ])
  expect(shipped?.body).toMatch(/^You have been invited/)
})

test('[AP20] whoever is not there gets the link again where the service wants it', async () => {
  const clinic = await inNewArea(whole)
  const first = await book(clinic)
  await server.sql(`update areas set own = own || '{"linkAgain": true}' where id = $1`, [clinic.area.id])
  const second = await book(clinic)
  const text = () =>
    server.sql<{ body: string; sealed: boolean }>(
      "select body, link is not null as sealed from notifications where appointment_id = $1 and kind = 'link-again'",
      [second.id],
    )
  await server.sql('update areas set own = own - $2 where id = $1', [clinic.area.id, 'linkAgain'])
  await first.due('link_again_at')
  await send()
  await server.sql(`update areas set own = own || '{"linkAgain": true}' where id = $1`, [clinic.area.id])
  await second.due('link_again_at')
  await send()
  await send()
  expect([await first.kinds(), await second.kinds()]).toEqual([['invitation'], ['invitation', 'link-again']])
  expect(await text()).toMatchObject([{ body: expect.stringContaining('again'), sealed: true }])
})

test('[AP21] running late is told to all who are expected soon, each change once, and when it is over', async () => {
  const clinic = await inNewArea(whole)
  const at = (inMinutes: number) => {
    const wanted = new Date(server.clock.now().getTime() + inMinutes * 60_000)
    const format = { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' } as const
    const [date = '', time = ''] = new Intl.DateTimeFormat('sv-SE', format).format(wanted).split(' ')
    return { date, time }
  }
  const [soon, byEmail, tomorrow, gone] = [
    await book(clinic, at(30)),
    await book(clinic, { ...at(90), phone: '', email: 'kim@example.org' }),
    await book(clinic, at(24 * 60)),
    await book(clinic, at(60)),
  ]
  await gone.act('cancel', { by: 'patient', reason: 'Away' })
  const late = (minutes: number | null) =>
    clinic.here.call('PUT', `/api/staff/areas/${clinic.area.id}/late`, { minutes })
  const told = async (one: { id: string }) => {
    const rows = await server.sql<{ said: string }>(
      "select kind || coalesce(' ' || substring(body from 'about (\\d+) min'), '') as said from notifications where appointment_id = $1 and kind in ('late', 'on-time') order by created_at",
      [one.id],
    )
    return rows.map(({ said }) => said)
  }
  for (const minutes of [20, 20, 30, null, null]) {
    server.clock.advance(1000)
    expect((await late(minutes)).status).toBe(200)
  }
  const all = ['late 20', 'late 30', 'on-time']
  expect([await told(soon), await told(byEmail), await told(tomorrow), await told(gone)]).toEqual([all, all, [], []])
  const channels = await server.sql<{ channel: string }>(
    "select distinct channel from notifications where appointment_id = $1 and kind = 'late'",
    [byEmail.id],
  )
  expect(channels).toEqual([{ channel: 'email' }])
})
