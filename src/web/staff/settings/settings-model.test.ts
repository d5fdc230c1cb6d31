import { describe, expect, it } from 'vitest'
import type { SettingsView } from '#contract/settings'
import type { OwnSettings, SettingName } from '#domain/settings'
import { BEDSIDE_SETTINGS } from '#domain/settings'
import { fakeAsk, idOf } from '../../../../test/staff/fake-connection.ts'
import { Refusal } from '../../net/api.ts'
import { readOrganisation } from './organisation-form.ts'
import { firstPlace, type Place } from './place.ts'
import { summaryOf } from './setting-summary.ts'
import { createSettings } from './settings-model.ts'
import { readSetting, type TypedSettings, typedSettings } from './typed-setting.ts'

const AREA: Place = { level: 'area', id: idOf(1) }
const SERVICE: Place = { level: 'service', id: idOf(2) }
const ORGANISATION: Place = { level: 'organisation' }

const area = (own: OwnSettings, id = idOf(1), name = 'Physio') => ({
  ...{ id, slug: name.toLowerCase(), shortCode: 'BCDFGH', name, about: '', dropIn: false, own },
  closedAt: null,
})
const viewOf = (own: OwnSettings, serviceOwn: OwnSettings = {}, organisationOwn: OwnSettings = {}): SettingsView => ({
  organisation: { name: 'Riverside', detailsMinutes: 60, signedNoteDays: 30 },
  organisationOwn,
  mayChange: true,
  services: [
    {
      ...{ id: idOf(2), name: 'Therapy', own: serviceOwn, closedAt: null, mayChange: true },
      areas: [area(own), area({ consent: 'Theirs' }, idOf(3), 'Speech')],
    },
  ],
})
const OWN = `PUT /api/staff/settings/areas/${idOf(1)}/own`

async function loaded(view = viewOf({})) {
  const server = fakeAsk({ 'GET /api/staff/settings': view })
  const saved: unknown[] = []
  const settings = createSettings(server.apiCall, (organisation) => saved.push(organisation))
  await settings.load()
  const state = settings.state.get()
  if (state.kind !== 'loaded') throw new Error('the settings are not there')
  const at = (place: Place) => {
    const model = settings.place(place)
    if (!model) throw new Error('no such place')
    return model
  }
  const row = (name: SettingName, place = AREA) => {
    const found = at(place)
      .handedDown.rows.get()
      .find((one) => one.name === name)
    if (!found) throw new Error('no such setting')
    return found
  }
  return { server, settings, saved, organisation: state.organisation, at, row }
}

describe('settings that are handed down', () => {
  it('[HD2] each row says where its value comes from, and who below says something else', async () => {
    const { row } = await loaded(
      viewOf({ afterText: 'Bye' }, { consent: 'Yes' }, { consent: 'No', waitingSound: true }),
    )
    expect(row('afterText').source).toBe('area')
    expect(row('consent')).toMatchObject({ source: 'service', settings: { consent: 'Yes' }, below: [] })
    expect(row('waitingSound').source).toBe('organisation')
    expect(row('logoId').source).toBe('bedside')
    expect(row('consent', SERVICE).below).toEqual(['Speech'])
    expect(row('consent', ORGANISATION).below).toEqual(['Therapy', 'Speech'])
  })

  it('[HD2] one press begins a value of its own with what is in force, another gives it back', async () => {
    const { server, at, row } = await loaded(viewOf({}, { consent: 'Yes' }))
    const { handedDown } = at(AREA)
    expect(row('consent').giveBack).toBeNull()
    row('consent').edit?.()
    expect(row('consent').editing?.typed.consent).toBe('Yes')
    handedDown.type('consent', { consent: 'Yes, here' })
    server.replies[OWN] = viewOf({ consent: 'Yes, here' }, { consent: 'Yes' })
    await handedDown.submit('consent')
    expect(server.asked.at(-1)?.body).toEqual({ set: { consent: 'Yes, here' }, giveBack: [] })
    expect(row('consent')).toMatchObject({ source: 'area', editing: null, request: { kind: 'done' } })
    server.replies[OWN] = viewOf({}, { consent: 'Yes' })
    await row('consent').giveBack?.()
    expect(server.asked.at(-1)?.body).toEqual({ set: {}, giveBack: ['consent'] })
    expect(row('consent')).toMatchObject({ source: 'service', giveBack: null })
  })

  it('[D32] what is refused stays typed, and counts as unsaved until it is saved or left', async () => {
    const { server, settings, at, row } = await loaded()
    const { handedDown } = at(AREA)
    row('afterText').edit?.()
    expect(settings.unsaved()).toBe(false)
    handedDown.type('afterText', { afterText: 'Goodbye' })
    server.replies[OWN] = new Refusal('offline')
    await handedDown.submit('afterText')
    expect(row('afterText')).toMatchObject({
      editing: { typed: { afterText: 'Goodbye' } },
      request: { kind: 'refused', refusal: { code: 'offline' } },
    })
    expect(settings.unsaved()).toBe(true)
    handedDown.cancel('afterText')
    expect(settings.unsaved()).toBe(false)
  })

  it('[D32] saving one setting leaves another as it was typed, also at another place', async () => {
    const { server, at, row } = await loaded()
    row('afterText').edit?.()
    at(AREA).handedDown.type('afterText', { afterText: 'Unsaved' })
    row('consent', SERVICE).edit?.()
    at(SERVICE).handedDown.type('consent', { consent: 'Yes' })
    server.replies[`PUT /api/staff/settings/services/${idOf(2)}/own`] = viewOf({}, { consent: 'Yes' })
    await at(SERVICE).handedDown.submit('consent')
    expect(row('consent').settings.consent).toBe('Yes')
    expect(row('afterText').editing?.typed.afterText).toBe('Unsaved')
  })

  it('[HD3] what cannot be is not sent', async () => {
    const { server, at, row } = await loaded()
    row('afterLink').edit?.()
    at(AREA).handedDown.type('afterLink', { afterLink: { label: 'Go', url: 'http://x.example' } })
    await at(AREA).handedDown.submit('afterLink')
    expect(row('afterLink').editing).toMatchObject({ fault: { kind: 'wrong' }, attempt: 1 })
    expect(server.asked).toHaveLength(1)
  })

  it('[HD6] who keeps part of it begins there', () => {
    const view = viewOf({})
    expect(firstPlace(view)).toEqual(ORGANISATION)
    expect(firstPlace({ ...view, mayChange: false })).toEqual(SERVICE)
    const services = view.services.map((service) => ({ ...service, mayChange: false }))
    expect(firstPlace({ ...view, mayChange: false, services })).toEqual(AREA)
  })
})

describe('what is typed for a setting', () => {
  const read = (name: SettingName, change: Partial<TypedSettings>) =>
    readSetting(name, { ...typedSettings(BEDSIDE_SETTINGS), ...change })
  const wrong = { ok: false, fault: { kind: 'wrong' } }

  it.each([
    ['opensEarlyMinutes', { opensEarlyMinutes: ' 20 ' }, 20],
    ['closedDates', { closedDates: ['2026-12-24', '', '2026-01-05'] }, ['2026-01-05', '2026-12-24']],
    ['afterLink', { afterLink: { label: ' ', url: '' } }, null],
    [
      'afterLink',
      { afterLink: { label: ' Go ', url: ' https://x.example ' } },
      { label: 'Go', url: 'https://x.example' },
    ],
    [
      'alerts',
      { alerts: { sound: true, desktop: false, emails: 'a@x.example,\n b@x.example' } },
      { sound: true, desktop: false, emails: ['a@x.example', 'b@x.example'] },
    ],
    [
      'waitingMessages',
      {
        waitingMessages: [
          { afterMinutes: '9', text: 'b' },
          { afterMinutes: '0', text: ' a ' },
        ],
      },
      [
        { afterMinutes: 0, text: 'a' },
        { afterMinutes: 9, text: 'b' },
      ],
    ],
  ] as [SettingName, Partial<TypedSettings>, unknown][])('[HD3] %s: %j is understood', (name, change, value) => {
    expect(read(name, change)).toEqual({ ok: true, set: { [name]: value } })
  })

  it.each([
    ['opensEarlyMinutes', { opensEarlyMinutes: '121' }],
    ['timeZone', { timeZone: 'Europe/Plymouth' }],
    ['closedDates', { closedDates: ['2026-12-24', '2026-12-24'] }],
    ['afterLink', { afterLink: { label: 'Go', url: '' } }],
    ['alerts', { alerts: { sound: true, desktop: true, emails: 'nobody' } }],
    ['support', { support: { phone: 'none', email: '' } }],
    ['waitingMessages', { waitingMessages: [{ afterMinutes: '5', text: '' }] }],
    [
      'waitingMessages',
      {
        waitingMessages: [
          { afterMinutes: '5', text: 'a' },
          { afterMinutes: '5', text: 'b' },
        ],
      },
    ],
  ] as [SettingName, Partial<TypedSettings>][])('[HD3] %s: %j is to be mended', (name, change) => {
    expect(read(name, change)).toEqual(wrong)
  })

  it('[HD2] days with the same hours are read together', () => {
    const openBlocks = [1, 2, 3, 5].map((weekday) => ({ weekday, from: 540, to: 1440 }))
    expect(summaryOf('openBlocks', { ...BEDSIDE_SETTINGS, openBlocks })).toEqual([
      'Monday to Wednesday: 09:00 to 00:00',
      'Friday: 09:00 to 00:00',
    ])
  })
})

describe('services and areas', () => {
  it('[HD5] one that was added is where one goes next', async () => {
    const { server, at } = await loaded()
    const more = viewOf({})
    more.services[0]?.areas.push(area({}, idOf(9), 'New'))
    server.replies[`POST /api/staff/settings/services/${idOf(2)}/areas`] = more
    expect(await at(SERVICE).add(' New ')).toEqual({ level: 'area', id: idOf(9) })
    expect(server.asked.at(-1)?.body).toEqual({ name: 'New' })
  })

  it('[D32] a refused name stays typed', async () => {
    const { server, settings, at } = await loaded()
    server.replies[`PUT /api/staff/settings/areas/${idOf(1)}`] = new Refusal('offline')
    const { form } = at(AREA)
    form.type({ name: 'Knees' })
    await form.submit()
    expect(form.state.get()).toMatchObject({ typed: { name: 'Knees' }, request: { kind: 'refused' }, changed: true })
    expect(settings.unsaved()).toBe(true)
  })
})

describe('the organisation', () => {
  it('[D32] saving it leaves an unsaved area as it was typed', async () => {
    const { server, at, organisation, saved } = await loaded()
    server.replies['PUT /api/staff/settings/organisation'] = {
      ...viewOf({}),
      organisation: { name: 'Hillside', detailsMinutes: 60, signedNoteDays: 30 },
    }
    at(AREA).form.type({ about: 'Unsaved' })
    organisation.type('name', 'Hillside')
    await organisation.submit()
    expect(saved).toMatchObject([{ name: 'Hillside' }])
    expect(at(AREA).form.state.get()).toMatchObject({ typed: { about: 'Unsaved' }, changed: true })
  })

  it('[D33] retention is whole numbers within the limits', () => {
    const read = (detailsMinutes: string, signedNoteDays: string) =>
      readOrganisation({ name: 'Riverside', detailsMinutes, signedNoteDays })
    expect(read('5', '1').body).toEqual({ name: 'Riverside', detailsMinutes: 5, signedNoteDays: 1 })
    expect(read('10080', '365').faults).toEqual([])
    expect(read('4', '0').faults).toEqual(['detailsMinutes', 'signedNoteDays'])
    expect(read('10081', '366').faults).toEqual(['detailsMinutes', 'signedNoteDays'])
    expect(read('1.5', 'ten').faults).toEqual(['detailsMinutes', 'signedNoteDays'])
    expect(readOrganisation({ name: ' ', detailsMinutes: '60', signedNoteDays: '30' }).faults).toEqual(['name'])
  })
})
