import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { AreaSettingsBody, AreaWelcome, CheckWelcome, SettingsView } from '#contract/area'
import type { OwnSettings } from '#domain/settings'
import { type Clinic, inNewArea, join, openClinic, openConsole, waitingPatient } from '../../../test/clinic.ts'
import { guest, sampleAdministrator } from '../../../test/people.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'

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

const SETTINGS: AreaSettingsBody = {
  name: 'Knee class',
  about: 'See a physiotherapist by video.',
  consent: 'I agree.',
  supportPhone: '01632 960 000',
  planId: 'walking-and-balance',
  afterText: 'A letter will come.',
  fields: { lastName: 'optional', dateOfBirth: 'off', phone: 'required' },
  hours: { timeZone: 'Europe/London', blocks: [{ weekday: 1, from: 540, to: 1440 }] },
}

const change = (body: unknown) =>
  clinic.administrator.call<SettingsView>('PUT', `/api/staff/settings/areas/${clinic.area.id}`, body)
const welcome = () => guest(server).call<AreaWelcome>('GET', `/api/open/areas/${clinic.area.slug}`)
const suspend = (suspended: unknown) =>
  clinic.here.call('PUT', `/api/staff/areas/${clinic.area.id}/suspension`, { suspended })

describe('settings', () => {
  test('[A9] what an administrator changes is what patients find, at once', async () => {
    const reply = await change(SETTINGS)
    const ours = reply.body.areas.find(({ id }) => id === clinic.area.id)
    expect(ours).toMatchObject({ ...SETTINGS, slug: clinic.area.slug })
    const { hours, afterText, planId, supportPhone: phone, ...shown } = SETTINGS
    expect((await welcome()).body).toMatchObject({
      ...shown,
      support: { phone, email: '' },
      plan: { id: planId },
      openness: { state: 'open' },
    })
    expect(JSON.stringify((await welcome()).body)).not.toContain(afterText)
    expect(hours.blocks).toHaveLength(1)
  })

  test('[A9] open pages of staff and of those who wait hear it', async () => {
    const person = await waitingPatient(clinic)
    const console = await openConsole(clinic.here)
    await change(SETTINGS)
    await console.hear('area', ({ view }) => view.name === 'Knee class')
    await person.page.hear('visit', ({ view }) => view.area.name === 'Knee class')
  })

  test('[A9] so do those of somebody who is being seen, and of who sees them', async () => {
    const person = await waitingPatient(clinic)
    const console = await openConsole(clinic.here)
    await join(clinic.here, console, person.visitId)
    await person.page.hear('visit', ({ view }) => view.state.status === 'being-seen')
    await change(SETTINGS)
    await person.page.hear('visit', ({ view }) => view.area.name === 'Knee class' && view.state.status === 'being-seen')
    await console.hear('consultation', ({ view }) => view.areaName === 'Knee class')
  })

  test('[A11] people come for what the area says, and it can say nothing that its organisation does not offer', async () => {
    expect((await welcome()).body.plan).toMatchObject({ id: 'talking', basedOn: 'talking', view: 'face' })
    for (const planId of ['no-such-plan', 'own-0123456789ab'])
      expect((await change({ ...SETTINGS, planId })).code).toBe('plan/not-found')
    expect((await welcome()).body.plan.id).toBe('talking')
    await change(SETTINGS)
    expect((await welcome()).body.plan).toMatchObject({ id: 'walking-and-balance', view: 'whole-body' })
  })

  test('[A9] the permanent address, the service and the organisation are no settings', async () => {
    const [other] = clinic.otherAdministrator.me.areas
    const before = await server.sql('select slug, service_id, suspended from areas where id = $1', [clinic.area.id])
    const [service] = await server.sql<{ id: string }>('select service_id as id from areas where id = $1', [other?.id])
    const reply = await change({
      ...SETTINGS,
      slug: 'stolen',
      serviceId: service?.id,
      suspended: { patientText: 'x', staffText: 'x', byName: 'x' },
      fields: { ...SETTINGS.fields, more: 'required' },
    })
    expect(reply.status).toBe(200)
    expect(await server.sql('select slug, service_id, suspended from areas where id = $1', [clinic.area.id])).toEqual(
      before,
    )
    const [stored] = await server.sql<{ own: OwnSettings }>('select own from areas where id = $1', [clinic.area.id])
    expect(stored?.own.fields).toEqual(SETTINGS.fields)
    const organisation = { name: 'Harbour Health', detailsMinutes: 60, signedNoteDays: 30, sample: true }
    await clinic.administrator.call('PUT', '/api/staff/settings/organisation', organisation)
    expect(await server.sql('select 1 from organisations where sample')).toHaveLength(1)
  })

  test.each([
    [{ hours: { timeZone: 'Europe/Atlantis', blocks: [] } }, 'area/hours-not-valid'],
    [{ hours: { timeZone: 'UTC', blocks: [{ weekday: 1, from: 600, to: 540 }] } }, 'area/hours-not-valid'],
    [{ name: '  ' }, 'request/invalid'],
    [{ name: 'x'.repeat(81) }, 'request/invalid'],
    [{ fields: { lastName: 'maybe', dateOfBirth: 'off', phone: 'off' } }, 'request/invalid'],
    [{ hours: { timeZone: 'UTC', blocks: [{ weekday: 9, from: 1, to: 2 }] } }, 'request/invalid'],
  ])('[A4] %o is refused, and nothing is changed', async (wrong, code) => {
    const before = (await welcome()).body.name
    expect((await change({ ...SETTINGS, ...wrong })).code).toBe(code)
    expect((await welcome()).body.name).toBe(before)
  })
})

describe('suspending', () => {
  test('[A8] staff see the words for patients, those for staff, and whose they are; patients the first alone', async () => {
    const console = await openConsole(clinic.colleague)
    await suspend({ patientText: 'We are moving.', staffText: 'Boiler again' })
    const { view } = await console.hear('area', (heard) => heard.view.suspended !== null)
    expect(view.suspended).toEqual({ patientText: 'We are moving.', staffText: 'Boiler again', byName: 'Priya Raman' })
    expect(view.openness).toEqual({ state: 'suspended', message: 'We are moving.' })
    const door = await welcome()
    expect(door.body.openness).toEqual({ state: 'suspended', message: 'We are moving.' })
    expect(door.text).not.toContain('Boiler')
    console.forget()
    await suspend(null)
    await console.hear('area', (heard) => heard.view.suspended === null)
    expect((await welcome()).body.openness).toEqual({ state: 'open' })
  })

  test.each([{ patientText: '', staffText: '' }, { patientText: ' ', staffText: '' }, { staffText: 'x' }, 'x'])(
    '[A8] nobody is shut out without a word: %j',
    async (suspended) => {
      expect((await suspend(suspended)).code).toBe('request/invalid')
      expect((await welcome()).body.openness).toEqual({ state: 'open' })
    },
  )
})

describe('the page of a waiting area', () => {
  const page = (slug: string) => fetch(`${server.url}/at/${slug}`)
  const carried = async (slug: string) =>
    /<script type="application\/json" id="welcome">([^<]*)<\/script>/.exec(await (await page(slug)).text())?.[1] ?? ''

  test('[A10] carries what its first screen shows', async () => {
    const { now, ...door } = (await welcome()).body
    expect(JSON.parse(await carried(clinic.area.slug))).toMatchObject(door)
    expect(now).toBe(server.clock.now().getTime())
    expect((await page(clinic.area.slug)).headers.get('cache-control')).toBe('no-store')
  })

  test('[A10] no text of the area can end the element that carries it', async () => {
    const about = '</script><script>alert(1)</script><!-- $& $1 \u2028'
    await change({ ...SETTINGS, about })
    const text = await carried(clinic.area.slug)
    expect(text).not.toContain('<')
    expect((JSON.parse(text) as AreaWelcome).about).toBe(about)
  })

  test('[A10] of an area that is not there, carries nothing and is not found', async () => {
    expect((await page('no-such-area')).status).toBe(404)
    expect(await carried('no-such-area')).toBe('null')
    expect((await guest(server).call('GET', '/api/open/areas/no-such-area')).code).toBe('area/not-found')
  })
})

describe('the practice page', () => {
  test('[A12] is there for anybody, carries nothing, and is neither found by searching nor kept', async () => {
    const page = await guest(server).call('GET', '/check')
    expect(page.status).toBe(200)
    expect(page.headers.get('x-robots-tag')).toBe('noindex')
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(page.text).toContain('id="welcome">null<')
    expect(page.headers.getSetCookie()).toEqual([])
  })

  test("[A12] says whose it is: one's own organisation's, and the sample's only where there is no other", async () => {
    const ours = await guest(server).call<CheckWelcome>('GET', '/api/open/check')
    expect(ours.body).toMatchObject({ organisationName: 'Harbour Health', sample: false })
    const fresh = await startTestServer()
    const empty = await guest(fresh).call<CheckWelcome>('GET', '/api/open/check')
    expect(empty.body).toEqual({
      organisationName: '',
      sample: false,
      support: { phone: '', email: '' },
      now: fresh.clock.now().getTime(),
    })
    await sampleAdministrator(fresh)
    const sample = await guest(fresh).call<CheckWelcome>('GET', '/api/open/check')
    expect(sample.body).toMatchObject({
      organisationName: 'Riverside Community Health',
      sample: true,
      support: { phone: '01632 960 123', email: '' },
    })
    await fresh.close()
  })
})
