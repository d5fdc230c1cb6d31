import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AreaWelcome } from '#contract/area'
import type { ArriveBody, PatientView } from '#contract/visit'
import type { OwnSettings } from '#domain/settings'
import { openBrowser } from '../../../test/browser.ts'
import { act, type Clinic, join, openClinic, openConsole, openPatient } from '../../../test/clinic.ts'
import { anotherArea, guest, letServe, nextArrival, patient } from '../../../test/people.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'

let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer()
  clinic = await openClinic(server)
})
afterAll(() => server.close())

let areas = 0
/** An area of its own for one test, with what it says for itself. */
async function area(own: OwnSettings = {}, suspended: object | null = null) {
  areas += 1
  const made = await anotherArea(server, clinic.administrator, `Clinic ${areas}`)
  await server.sql('update areas set own = $2, suspended = $3 where id = $1', [made.id, own, suspended])
  await letServe(server, clinic.here.me.personId, made.id)
  return made
}

const arrive = (slug: string, body: Partial<ArriveBody> = {}) =>
  guest(server).call<PatientView>('POST', `/api/open/areas/${slug}/visits`, nextArrival(body))
const welcome = (slug: string) => guest(server).call<AreaWelcome>('GET', `/api/open/areas/${slug}`)

/** Closed on the Monday of the story; open on Tuesday from nine. */
const TUESDAYS: OwnSettings = { openBlocks: [{ weekday: 2, from: 540, to: 720 }] }

/** How many connections wait for a row that another one holds. */
const held = async () =>
  (await server.sql("select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"))
    .length

test('[HD5] whoever is on their way while the area is closed for good is refused, and nobody waits where nobody comes', async () => {
  const { slug, id } = await area()
  const { db } = server.served().deps
  const { arriving } = await db.transaction(async (tx) => {
    await tx.execute(sql`select 1 from areas where id = ${id} for update`)
    await tx.execute(sql`update areas set closed_at = now() where id = ${id}`)
    const arriving = arrive(slug)
    await expect.poll(held).toBe(1)
    return { arriving }
  })
  const reply = await arriving
  expect([reply.status, reply.code]).toEqual([404, 'area/not-found'])
  expect(await server.sql('select 1 from visits where area_id = $1', [id])).toEqual([])
})

describe('what is typed at the door', () => {
  test('[AR1] [AR3] details are kept tidied', async () => {
    const person = await patient(server, clinic.area, { firstName: '  Mary   Ann ', phone: '(01632) 960-123' })
    expect(person.view).toMatchObject({ firstName: 'Mary Ann', phone: '01632 960 123' })
  })

  test.each([
    [{ firstName: ' ' }, 'arrival/details-missing', 'firstName'],
    [{ lastName: '' }, 'arrival/details-missing', 'lastName'],
    [{ dateOfBirth: '2025-02-29' }, 'arrival/birth-date-not-valid', 'dateOfBirth'],
    [{ phone: '12' }, 'arrival/phone-not-valid', 'phone'],
  ])('[AR1] %o is refused by the name of the field, and nobody is in the queue', async (change, code, field) => {
    const { slug, id } = await area()
    const reply = await arrive(slug, change)
    expect([reply.status, reply.code]).toEqual([400, code])
    expect((reply.body as unknown as { detail: unknown }).detail).toEqual({ field })
    expect(await server.sql('select 1 from visits where area_id = $1', [id])).toEqual([])
  })

  test('[AR4] an area that asks for less keeps less, whatever is sent', async () => {
    const { slug } = await area({ fields: { lastName: 'optional', dateOfBirth: 'off', phone: 'off' } })
    expect((await welcome(slug)).body.fields).toEqual({ lastName: 'optional', dateOfBirth: 'off', phone: 'off' })
    const reply = await arrive(slug, { lastName: '' })
    expect(reply.status).toBe(200)
    const rows = await server.sql('select last_name, date_of_birth, phone from visit_details where visit_id = $1', [
      reply.body.visitId,
    ])
    expect(rows).toEqual([{ last_name: '', date_of_birth: '', phone: '' }])
  })

  test('[AR5] where the area asks for consent, nobody arrives without it', async () => {
    const { slug } = await area({ consent: 'I agree to a video appointment.' })
    expect((await welcome(slug)).body.consent).toBe('I agree to a video appointment.')
    expect((await arrive(slug, { consent: false })).code).toBe('arrival/consent-needed')
    expect((await arrive(slug, { consent: true })).status).toBe(200)
  })

  test('[AR5] where it asks for none, none is needed', async () => {
    expect((await arrive((await area()).slug, { consent: false })).status).toBe(200)
  })

  test('[AR7] "phone me instead" and equipment that gives nothing keep nobody out', async () => {
    const person = await patient(server, clinic.area, { picture: 'none', sound: 'none', phoneMe: true })
    expect(person.view.phoneMe).toBe(true)
    const changed = await person.call<PatientView>('PUT', '/api/patient/visit', { phoneMe: false })
    expect(changed.body.phoneMe).toBe(false)
  })

  test('[AR7] a patient changes their own equipment and nothing else of their visit', async () => {
    const person = await patient(server, clinic.area)
    const body = { sound: 'off', status: 'ended', areaId: clinic.elsewhereArea.id, tokenHash: 'x', arrivedAt: 0 }
    expect((await person.call('PUT', '/api/patient/visit', body)).status).toBe(200)
    const rows = await server.sql('select status, area_id, sound from visits where id = $1', [person.visitId])
    expect(rows).toEqual([{ status: 'waiting', area_id: clinic.area.id, sound: 'off' }])
  })
})

describe('[AR6] the same device keeps the visit', () => {
  test('by a cookie that scripts cannot read, of which the database has a fingerprint only', async () => {
    const reply = await arrive(clinic.area.slug)
    const [cookie = ''] = reply.headers.getSetCookie()
    expect(cookie).toMatch(/^bedside_visit=[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/)
    const secret = cookie.split(/[.;]/)[1] ?? ''
    expect(secret.length).toBeGreaterThan(40)
    const [row] = await server.sql<{ token_hash: string }>('select token_hash from visits where id = $1', [
      reply.body.visitId,
    ])
    expect(row?.token_hash).toMatch(/^[0-9a-f]{64}$/)
    expect(reply.text).not.toContain(secret)
  })

  test('[AR8] an arrival sent twice, even at once, is one visit with one cookie', async () => {
    const { slug, id } = await area()
    const same = { attempt: 'attempt-of-this-page-0123456789ab', firstName: 'Nerys' }
    const replies = [...(await Promise.all([arrive(slug, same), arrive(slug, same)])), await arrive(slug, same)]
    expect(new Set(replies.map((reply) => reply.body.visitId)).size).toBe(1)
    expect(new Set(replies.map((reply) => reply.headers.getSetCookie()[0])).size).toBe(1)
    expect(await server.sql('select id from visits where area_id = $1', [id])).toHaveLength(1)
  })

  test('[AR8] an attempt that could be guessed is refused', async () => {
    const { slug } = await area()
    for (const attempt of [
      '',
      'x',
      'A'.repeat(31),
      'A'.repeat(65),
      `${'A'.repeat(40)}.`,
      `${'A'.repeat(40)} `,
      '診'.repeat(40),
    ])
      expect((await arrive(slug, { attempt })).code, attempt).toBe('request/invalid')
  })

  test.each(['', 'x', '.', 'A'.repeat(43)])('not with the secret %j', async (secret) => {
    const { visitId } = await patient(server, clinic.area)
    const stranger = openBrowser(server)
    stranger.setCookie('bedside_visit', `${visitId}.${secret}`)
    expect((await stranger.call('GET', '/api/patient/visit')).status).toBe(401)
  })
})

describe('[A7] a closed area', () => {
  test('refuses arrivals and says when it opens', async () => {
    const { slug } = await area(TUESDAYS)
    expect((await welcome(slug)).body.openness).toEqual({
      state: 'closed',
      opensAt: Date.parse('2026-06-02T08:00:00Z'),
      doorsOpenAt: Date.parse('2026-06-02T07:50:00Z'),
      timeZone: 'Europe/London',
    })
    const reply = await arrive(slug)
    expect([reply.status, reply.code]).toEqual([409, 'area/closed'])
  })

  test('keeps those who are inside: they wait, and are seen', async () => {
    const made = await area()
    const person = await openPatient(await patient(server, made))
    await server.sql('update areas set own = $2 where id = $1', [made.id, TUESDAYS])
    expect((await person.call<PatientView>('GET', '/api/patient/visit')).body.state.status).toBe('waiting')
    await join(clinic.here, await openConsole(clinic.here), person.visitId)
    await person.page.hear('visit', ({ view }) => view.state.status === 'being-seen')
  })
})

describe('[A8] a suspended area', () => {
  const suspended = { patientText: 'We are moving. Please ring us.', staffText: 'Boiler again', byName: 'Priya Raman' }

  test('refuses arrivals with the words for patients, never with those for staff', async () => {
    const { slug } = await area({}, suspended)
    const door = await welcome(slug)
    expect(door.body.openness).toEqual({ state: 'suspended', message: 'We are moving. Please ring us.' })
    const page = await fetch(`${server.url}/at/${slug}`)
    for (const text of [door.text, (await arrive(slug)).text, await page.text()]) {
      expect(text).not.toContain('Boiler')
      expect(text).not.toContain('Priya')
    }
    expect((await arrive(slug)).code).toBe('area/suspended')
  })

  test('keeps those who are inside: they wait, write, and are seen', async () => {
    const made = await area()
    const person = await openPatient(await patient(server, made))
    const url = `/api/staff/areas/${made.id}/suspension`
    await clinic.here.call('PUT', url, { suspended: { patientText: 'Closed for today.', staffText: '' } })
    await join(clinic.here, await openConsole(clinic.here), person.visitId)
    await person.page.hear('visit', ({ view }) => view.state.status === 'being-seen')
    expect((await act(clinic.here, person.visitId, 'end')).status).toBe(200)
    await clinic.here.call('PUT', url, { suspended: null })
    expect((await arrive(made.slug)).status).toBe(200)
  })
})
