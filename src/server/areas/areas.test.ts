import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { AreaWelcome, CheckWelcome } from '#contract/area'
import type { AreaBody, SettingsView } from '#contract/settings'
import type { OwnSettings } from '#domain/settings'
import { cleanText } from '#domain/typed-text'
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

const AREA: AreaBody = { name: 'Knee class', about: 'See a physiotherapist by video.', dropIn: false }

const put = <T = SettingsView>(path: string, body: unknown) =>
  clinic.administrator.call<T>('PUT', `/api/staff/settings/areas/${clinic.area.id}${path}`, body)
const change = (body: unknown) => put('', body)
const say = (set: OwnSettings) => put('/own', { set, giveBack: [] })
const welcome = () => guest(server).call<AreaWelcome>('GET', `/api/open/areas/${clinic.area.slug}`)
const suspend = (suspended: unknown) =>
  clinic.here.call('PUT', `/api/staff/areas/${clinic.area.id}/suspension`, { suspended })

describe('what an area has for itself', () => {
  test('[A9] what an administrator changes is what patients find, at once', async () => {
    expect((await change(AREA)).status).toBe(200)
    await say({ afterText: 'A letter will come.' })
    const door = await welcome()
    expect(door.body).toMatchObject({ name: 'Knee class', about: AREA.about, openness: { state: 'open' } })
    expect(door.text).not.toContain('A letter will come.')
  })

  test('[A9] open pages of staff and of those who wait hear it', async () => {
    const person = await waitingPatient(clinic)
    const console = await openConsole(clinic.here)
    await change(AREA)
    await console.hear('area', ({ view }) => view.name === 'Knee class')
    await person.page.hear('visit', ({ view }) => view.area.name === 'Knee class')
  })

  test('[A9] so do those of somebody who is being seen, and of who sees them', async () => {
    const person = await waitingPatient(clinic)
    const console = await openConsole(clinic.here)
    await join(clinic.here, console, person.visitId)
    await person.page.hear('visit', ({ view }) => view.state.status === 'being-seen')
    await change(AREA)
    await person.page.hear('visit', ({ view }) => view.area.name === 'Knee class' && view.state.status === 'being-seen')
    await console.hear('consultation', ({ view }) => view.areaName === 'Knee class')
  })

  test('[A11] people come for what the area says, and it can say nothing that its organisation does not offer', async () => {
    expect((await welcome()).body.plan).toMatchObject({ id: 'talking', basedOn: 'talking', view: 'face' })
    for (const planId of ['no-such-plan', 'own-0123456789ab'])
      expect((await say({ planId })).code).toBe('plan/not-found')
    expect((await welcome()).body.plan.id).toBe('talking')
    await say({ planId: 'walking-and-balance' })
    expect((await welcome()).body.plan).toMatchObject({ id: 'walking-and-balance', view: 'whole-body' })
  })

  test('[A9] the permanent address, the service and the organisation are no settings', async () => {
    const [other] = clinic.otherAdministrator.me.areas
    const stored = () =>
      server.sql('select slug, short_code, service_id, suspended, own from areas where id = $1', [clinic.area.id])
    const before = await stored()
    const [service] = await server.sql<{ id: string }>('select service_id as id from areas where id = $1', [other?.id])
    const more = { slug: 'stolen', shortCode: 'STLNCD', serviceId: service?.id, own: { consent: 'Stolen' } }
    const reply = await change({ ...AREA, ...more, suspended: { patientText: 'x', staffText: 'x', byName: 'x' } })
    expect(reply.status).toBe(200)
    expect(await stored()).toEqual(before)
    const organisation = { name: 'Harbour Health', detailsMinutes: 60, signedNoteDays: 30, sample: true }
    await clinic.administrator.call('PUT', '/api/staff/settings/organisation', organisation)
    expect(await server.sql('select 1 from organisations where sample')).toHaveLength(1)
  })

  test.each([{ name: '  ' }, { name: 'x'.repeat(81) }, { about: 'x'.repeat(601) }, { dropIn: 'yes' }])(
    '[A4] %o is refused, and nothing is changed',
    async (wrong) => {
      const before = (await welcome()).body.name
      expect((await change({ ...AREA, ...wrong })).code).toBe('request/invalid')
      expect((await welcome()).body.name).toBe(before)
    },
  )
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
    await change({ ...AREA, about })
    const text = await carried(clinic.area.slug)
    expect(text).not.toContain('<')
    expect((JSON.parse(text) as AreaWelcome).about).toBe(cleanText(about))
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
