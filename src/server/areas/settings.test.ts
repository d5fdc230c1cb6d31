import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { AreaWelcome } from '#contract/area'
import type { InstanceView, Me } from '#contract/people'
import type { LogoReply, SettingsView } from '#contract/settings'
import type { PatientView } from '#contract/visit'
import type { OwnSettings, SettingName } from '#domain/settings'
import { act, type Clinic, inNewArea, join, openClinic, openConsole, waitingPatient } from '../../../test/clinic.ts'
import { guest, nextArrival, patient, somebody } from '../../../test/people.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'

let server: TestServer
let people: Clinic
let clinic: Clinic
let serviceId: string
beforeAll(async () => {
  server = await startTestServer()
  people = await openClinic(server)
})
beforeEach(async () => {
  clinic = await inNewArea(people)
  const [row] = await server.sql<{ id: string }>('select service_id as id from areas where id = $1', [clinic.area.id])
  serviceId = row?.id ?? ''
  await server.sql("update organisations set own = '{}'")
})
afterAll(() => server.close())

const PLACES = {
  organisation: () => '/api/staff/settings/organisation/own',
  service: () => `/api/staff/settings/services/${serviceId}/own`,
  area: () => `/api/staff/settings/areas/${clinic.area.id}/own`,
}
const say = (place: keyof typeof PLACES, set: OwnSettings, giveBack: SettingName[] = []) =>
  clinic.administrator.call<SettingsView>('PUT', PLACES[place](), { set, giveBack })
const press = (path: string, body: object = {}) =>
  clinic.administrator.call<SettingsView>('POST', `/api/staff/settings/${path}`, body)
const welcome = (slug = clinic.area.slug) => guest(server).call<AreaWelcome>('GET', `/api/open/areas/${slug}`)
const arrive = () => guest(server).call('POST', `/api/open/areas/${clinic.area.slug}/visits`, nextArrival())

const PHONE = (phone: string) => ({ support: { phone, email: '' } })

describe('[HD1] what is handed down', () => {
  test('an area is shown the nearest value above it, and its own before any', async () => {
    expect((await welcome()).body.support.phone).toBe('')
    await say('organisation', PHONE('1'))
    expect((await welcome()).body.support.phone).toBe('1')
    await say('service', PHONE('2'))
    expect((await welcome()).body.support.phone).toBe('2')
    await say('area', PHONE('3'))
    expect((await welcome()).body.support.phone).toBe('3')
    await say('service', {}, ['support'])
    expect((await welcome()).body.support.phone).toBe('3')
    await say('area', {}, ['support'])
    expect((await welcome()).body.support.phone).toBe('1')
  })

  test('[A13] [A14] the first page names listed areas alone; the door says when it is open', async () => {
    const openBlocks = [{ weekday: 1, from: 540, to: 1020 }]
    const listed = async () => {
      const { organisations } = (await guest(server).call<InstanceView>('GET', '/api/open/instance')).body
      return organisations.flatMap(({ areas }) => areas.map(({ slug }) => slug))
    }
    expect(await listed()).toContain(clinic.area.slug)
    await say('area', { listed: false, openBlocks })
    expect(await listed()).not.toContain(clinic.area.slug)
    expect((await welcome()).body).toMatchObject({ slug: clinic.area.slug, openBlocks })
    await say('area', {}, ['listed', 'openBlocks'])
    expect(await listed()).toContain(clinic.area.slug)
  })

  test('a value that says no is a value', async () => {
    await say('organisation', { waitingSound: true, afterLink: { label: 'Ask us', url: 'https://harbour.example/' } })
    await say('area', { waitingSound: false, afterLink: null })
    expect((await welcome()).body.waiting.sound).toBe(false)
    const person = await patient(server, clinic.area)
    const left = await person.call<PatientView>('POST', '/api/patient/visit/leave', {})
    expect(left.body.state).toMatchObject({ status: 'ended', afterLink: null })
  })

  test('another service, and another organisation, are shown nothing of it', async () => {
    await say('service', PHONE('2'))
    const elsewhere = await welcome(clinic.elsewhereArea.slug)
    expect(elsewhere.body.support.phone).toBe('')
    await say('organisation', PHONE('1'))
    const theirs = await clinic.otherAdministrator.call('GET', '/api/staff/settings')
    expect(theirs.text).not.toContain('"phone":"1"')
  })

  test('open pages hear of a change above them', async () => {
    const person = await waitingPatient(clinic)
    await say('organisation', { waitingMessages: [{ afterMinutes: 5, text: 'Not long now.' }] })
    const { view } = await person.page.hear('visit', (heard) => heard.view.area.waiting.messages.length === 1)
    expect(view.area.waiting.messages).toEqual([{ afterMinutes: 5, text: 'Not long now.' }])
  })

  test('everything that acts by a setting acts by the one that is in force', async () => {
    await say('organisation', { openBlocks: [{ weekday: 2, from: 540, to: 720 }], opensEarlyMinutes: 30 })
    expect((await welcome()).body.openness).toEqual({
      state: 'closed',
      opensAt: Date.parse('2026-06-02T08:00:00Z'),
      doorsOpenAt: Date.parse('2026-06-02T07:30:00Z'),
      timeZone: 'Europe/London',
    })
    expect((await arrive()).code).toBe('area/closed')
    await say('service', { openBlocks: [], consent: 'I agree.' })
    expect((await arrive()).status).toBe(200)
    const refused = await guest(server).call('POST', `/api/open/areas/${clinic.area.slug}/visits`, {
      ...nextArrival(),
      consent: false,
    })
    expect(refused.code).toBe('arrival/consent-needed')
    await say('organisation', { planId: 'skin' })
    expect((await waitingPatient(clinic)).opened.plan.id).toBe('skin')
    const staff = await clinic.here.call<Me>('GET', '/api/staff/me')
    expect(staff.body.areas.find(({ id }) => id === clinic.area.id)?.staffSupport).toBe('')
    await say('service', { staffSupport: 'Ring the desk.' })
    const told = await clinic.here.call<Me>('GET', '/api/staff/me')
    expect(told.body.areas.find(({ id }) => id === clinic.area.id)?.staffSupport).toBe('Ring the desk.')
  })
})

describe('[HD3] what cannot be is refused, and nothing is changed', () => {
  const refused: [Record<string, unknown>, string][] = [
    [{ timeZone: 'Europe/Atlantis' }, 'area/hours-not-valid'],
    [{ openBlocks: [{ weekday: 1, from: 600, to: 540 }] }, 'area/hours-not-valid'],
    [{ openBlocks: [{ weekday: 9, from: 1, to: 2 }] }, 'request/invalid'],
    [{ closedDates: ['2026-02-30'] }, 'settings/not-valid'],
    [{ closedDates: ['2026-12-24', '2026-12-24'] }, 'settings/not-valid'],
    [{ opensEarlyMinutes: 121 }, 'request/invalid'],
    [{ bankHolidays: 'atlantis' }, 'request/invalid'],
    [{ support: { phone: '', email: 'nobody' } }, 'settings/not-valid'],
    [{ afterLink: { label: 'Go', url: 'http://harbour.example' } }, 'settings/not-valid'],
    [{ afterLink: { label: 'Go', url: 'https://me:secret@harbour.example' } }, 'settings/not-valid'],
    [{ afterLink: { label: ' ', url: 'https://harbour.example' } }, 'request/invalid'],
    [{ alerts: { sound: true, desktop: true, emails: ['a@x.example', 'A@x.example'] } }, 'settings/not-valid'],
    [
      {
        waitingMessages: [
          { afterMinutes: 5, text: 'a' },
          { afterMinutes: 5, text: 'b' },
        ],
      },
      'settings/not-valid',
    ],
    [{ textMoved: { sms: 'Moved to {{date}} at {{tine}}: {{link}}', subject: 'x', email: 'x' } }, 'settings/not-valid'],
    [{ textMoved: { sms: 'x'.repeat(481), subject: 'x', email: 'x' } }, 'request/invalid'],
    [{ textMissed: { sms: 'x', subject: 'x' } }, 'request/invalid'],
    [{ planId: 'no-such-plan' }, 'plan/not-found'],
    [{ fields: { lastName: 'maybe', dateOfBirth: 'off', phone: 'off' } }, 'request/invalid'],
  ]
  test.each(refused)('%j', async (wrong, code) => {
    const reply = await say('area', { consent: 'Changed', ...wrong } as OwnSettings)
    expect(reply.code).toBe(code)
    expect((await welcome()).body.consent).toBe('')
  })

  test("another organisation's logo or plan", async () => {
    const theirs = await clinic.otherAdministrator.call<LogoReply>('POST', '/api/staff/settings/logos', { data: PNG })
    expect((await say('area', { logoId: theirs.body.logoId })).code).toBe('settings/not-valid')
    expect((await say('area', { logoId: randomUUID() })).code).toBe('settings/not-valid')
    expect((await welcome()).body.logo).toBeNull()
  })
})

const PNG = Buffer.from('89504e470d0a1a0a0000000d', 'hex').toString('base64')

describe('[HD4] a logo', () => {
  const send = (bytes: Buffer) =>
    clinic.administrator.call<LogoReply>('POST', '/api/staff/settings/logos', { data: bytes.toString('base64') })

  test('is shown at the door, and served as what it is', async () => {
    const { body } = await send(Buffer.from('ffd8ffe000104a46', 'hex'))
    await say('organisation', { logoId: body.logoId })
    const { logo } = (await welcome()).body
    const reply = await fetch(`${server.url}${logo}`)
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff')
    expect(reply.headers.get('cache-control')).toContain('immutable')
    expect(Buffer.from(await reply.arrayBuffer()).toString('hex')).toBe('ffd8ffe000104a46')
  })

  test.each([
    ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['more than 100 kB', Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(100_000)])],
  ])('is not %s', async (_, bytes) => {
    expect((await send(bytes)).code).toBe('logo/not-a-picture')
  })

  test('that nobody shows any more goes; one that is shown stays', async () => {
    const [shown, unused] = [
      (await send(Buffer.from(PNG, 'base64'))).body.logoId,
      (await send(Buffer.from(PNG, 'base64'))).body.logoId,
    ]
    await say('area', { logoId: shown })
    await server.sql("update logos set created_at = created_at - interval '25 hours'")
    await send(Buffer.from(PNG, 'base64'))
    expect((await fetch(`${server.url}/api/open/logos/${shown}`)).status).toBe(200)
    expect((await fetch(`${server.url}/api/open/logos/${unused}`)).status).toBe(404)
  })
})

describe('[HD5] services and areas', () => {
  test('a new service and area are there for patients at once, with an address and a code of their own', async () => {
    const name = `Speech ${randomUUID().slice(0, 4)}`
    const made = (await press('services', { name })).body.services.find((one) => one.name === name)
    const reply = await press(`services/${made?.id}/areas`, { name: clinic.area.slug })
    const area = reply.body.services.find(({ id }) => id === made?.id)?.areas[0]
    expect(area).toMatchObject({ slug: `${clinic.area.slug}-2`, own: {}, dropIn: false, closedAt: null })
    expect(area?.shortCode).toMatch(/^[B-DF-HJ-KMNP-RTV-Y34679]{6}$/)
    expect((await welcome(area?.slug)).body).toMatchObject({ serviceName: name, shortCode: area?.shortCode })
  })

  test('two areas of one name made at once have an address each', async () => {
    const replies = await Promise.all(
      Array.from({ length: 4 }, () => press(`services/${serviceId}/areas`, { name: 'At the same time' })),
    )
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    const rows = await server.sql<{ slug: string }>("select slug from areas where name = 'At the same time'")
    expect(new Set(rows.map(({ slug }) => slug)).size).toBe(4)
  })

  test('a closed area is not there for patients or in the console, and keeps what happened in it', async () => {
    const person = await patient(server, clinic.area)
    const closed = await press(`areas/${clinic.area.id}/close`)
    expect([closed.code, (closed.body as unknown as { detail: unknown }).detail]).toEqual([
      'area/not-empty',
      { people: 1 },
    ])
    await join(clinic.here, await openConsole(clinic.here), person.visitId)
    expect((await press(`services/${serviceId}/close`)).code).toBe('area/not-empty')
    await act(clinic.here, person.visitId, 'end')
    const console = await openConsole(clinic.here)
    expect((await press(`areas/${clinic.area.id}/close`)).status).toBe(200)
    await console.hear('rights-changed', () => true)
    expect((await welcome()).code).toBe('area/not-found')
    expect((await arrive()).code).toBe('area/not-found')
    const me = await clinic.here.call<Me>('GET', '/api/staff/me')
    expect(me.body.areas.map(({ id }) => id)).not.toContain(clinic.area.id)
    expect(await server.sql('select 1 from visits where area_id = $1', [clinic.area.id])).toHaveLength(1)
    await press(`areas/${clinic.area.id}/reopen`)
    expect((await arrive()).status).toBe(200)
  })

  test('a closed service closes its areas with it', async () => {
    await press(`services/${serviceId}/close`)
    expect((await welcome()).code).toBe('area/not-found')
    await press(`services/${serviceId}/reopen`)
    expect((await welcome()).status).toBe(200)
  })

  test('nobody slips into an area while it is being closed', async () => {
    const sleeping = "select 1 from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()"
    // The area is closed and nobody can see it yet: whoever arrives now found it open, and waits for this to be over.
    const closing = server.sql(
      `do $$ begin
         perform 1 from areas where id = '${clinic.area.id}' for update;
         update areas set closed_at = now() where id = '${clinic.area.id}';
         perform pg_sleep(1);
       end $$`,
    )
    await expect.poll(() => server.sql(sleeping)).toHaveLength(1)
    expect((await arrive()).code).toBe('area/not-found')
    await closing
    expect(await server.sql('select 1 from visits where area_id = $1', [clinic.area.id])).toEqual([])
  })
})

describe('[HD6] a service’s administrator', () => {
  test('keeps what is theirs, sees what is handed down to it, and nothing of another service', async () => {
    const kept = await somebody(server, clinic.administrator, 'Part Keeper', {
      role: 'service-administrator',
      areas: [clinic.area],
    })
    await say('organisation', PHONE('1'))
    const view = (await kept.call<SettingsView>('GET', '/api/staff/settings')).body
    expect(view).toMatchObject({ mayChange: false, organisationOwn: PHONE('1') })
    expect(view.services).toMatchObject([{ id: serviceId, mayChange: false, areas: [{ id: clinic.area.id }] }])
    const attempts = [PLACES.organisation(), PLACES.service(), PLACES.area()].map((url) =>
      kept.call('PUT', url, { set: PHONE('9'), giveBack: [] }),
    )
    const codes = (await Promise.all(attempts)).map(({ code, status }) => code ?? status)
    expect(codes).toEqual(['access/not-allowed', 'access/not-allowed', 200])
    await server.sql('update memberships set area_ids = null where person_id = $1', [kept.me.personId])
    expect((await kept.call('PUT', PLACES.service(), { set: PHONE('8'), giveBack: [] })).status).toBe(200)
    expect((await kept.call('POST', `/api/staff/settings/services/${serviceId}/areas`, { name: 'More' })).status).toBe(
      200,
    )
  })
})

describe('[HD7] the letter about an arrival', () => {
  const letters = () =>
    server.sql<{ recipient: string; subject: string; body: string }>(
      'select recipient, subject, body from notifications where subject like $1 order by recipient',
      [`%${clinic.area.slug.slice(-8)}%`],
    )

  test('goes to whom the area names, tells nothing of the patient, and comes at most every ten minutes', async () => {
    await say('area', {
      alerts: { sound: true, desktop: true, emails: ['desk@harbour.example', 'two@harbour.example'] },
    })
    const first = await patient(server, clinic.area)
    await patient(server, clinic.area)
    const sent = await letters()
    expect(sent.map(({ recipient }) => recipient)).toEqual(['desk@harbour.example', 'two@harbour.example'])
    for (const trace of [...first.traces, first.visitId]) expect(JSON.stringify(sent)).not.toContain(trace)
    server.clock.advance(10 * 60 * 1000 - 1)
    await patient(server, clinic.area)
    expect(await letters()).toHaveLength(2)
    server.clock.advance(1)
    await Promise.all([patient(server, clinic.area), patient(server, clinic.area)])
    expect(await letters()).toHaveLength(4)
  })

  test('is not written where nobody is named', async () => {
    await patient(server, clinic.area)
    expect(await letters()).toEqual([])
  })
})
