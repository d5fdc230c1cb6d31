import { describe, expect, it } from 'vitest'
import type { SettingsView } from '#contract/area'
import { Refusal } from '../../net/api.ts'
import { fakeAsk, idOf } from '../../staff/fake-connection.ts'
import { readOrganisation } from './organisation-form.ts'
import { createSettings } from './settings-model.ts'

const view: SettingsView = {
  organisation: { name: 'Riverside', detailsMinutes: 60, signedNoteDays: 30 },
  areas: [
    {
      id: idOf(1),
      slug: 'physio',
      serviceName: 'Physiotherapy',
      name: 'Physiotherapy',
      about: '',
      consent: '',
      supportPhone: '',
      afterText: '',
      planId: 'talking',
      fields: { lastName: 'required', dateOfBirth: 'required', phone: 'required' },
      hours: { timeZone: 'Europe/London', blocks: [{ weekday: 1, from: 540, to: 1020 }] },
    },
  ],
}
const AREA = `PUT /api/staff/settings/areas/${idOf(1)}`
const ORGANISATION = 'PUT /api/staff/settings/organisation'

async function loaded() {
  const server = fakeAsk({ 'GET /api/staff/settings': view })
  const saved: unknown[] = []
  const settings = createSettings(server.ask, (organisation) => saved.push(organisation))
  await settings.load()
  const state = settings.state.get()
  if (state.kind !== 'loaded' || !state.areas[0]) throw new Error('the settings are not there')
  return { server, settings, saved, organisation: state.organisation, area: state.areas[0] }
}

describe('settings', () => {
  it('[D32] a refused area keeps what was typed and says so until it is saved', async () => {
    const { server, settings, area } = await loaded()
    server.replies[AREA] = new Refusal('offline')
    area.type({ about: 'You will see a physiotherapist.' })
    await area.submit()
    expect(area.state.get()).toMatchObject({
      typed: { about: 'You will see a physiotherapist.' },
      doing: { kind: 'refused', refusal: { code: 'offline' } },
      changed: true,
    })
    expect(settings.unsaved()).toBe(true)
    server.replies[AREA] = { ...view, areas: [{ ...view.areas[0], about: 'You will see a physiotherapist.' }] }
    await area.submit()
    expect(area.state.get()).toMatchObject({ doing: { kind: 'done' }, changed: false })
    expect(settings.unsaved()).toBe(false)
  })

  it('[D32] what is typed while saving is neither lost nor called saved', async () => {
    const { server, area } = await loaded()
    server.replies[AREA] = view
    area.type({ about: 'First' })
    const sending = area.submit()
    area.type({ about: 'First and second' })
    await sending
    expect(area.state.get()).toMatchObject({
      typed: { about: 'First and second' },
      changed: true,
      doing: { kind: 'idle' },
    })
  })

  it('[D31] hours with a fault are not sent', async () => {
    const { server, area } = await loaded()
    area.type({ hours: { ...area.state.get().typed.hours, timeZone: 'Nowhere' } })
    await area.submit()
    expect(area.state.get().hoursFaults).toEqual([{ kind: 'time-zone' }])
    expect(server.asked).toHaveLength(1)
  })

  it('sends an area whole, with its hours as blocks', async () => {
    const { server, area } = await loaded()
    server.replies[AREA] = view
    area.type({ name: ' Physio ' })
    await area.submit()
    expect(server.asked[1]?.body).toEqual({
      name: 'Physio',
      about: '',
      consent: '',
      supportPhone: '',
      afterText: '',
      planId: 'talking',
      fields: { lastName: 'required', dateOfBirth: 'required', phone: 'required' },
      hours: { timeZone: 'Europe/London', blocks: [{ weekday: 1, from: 540, to: 1020 }] },
    })
  })

  it('[D32] saving the organisation leaves an unsaved area as it was typed', async () => {
    const { server, area, organisation, saved } = await loaded()
    server.replies[ORGANISATION] = { ...view, organisation: { ...view.organisation, name: 'Hillside' } }
    area.type({ about: 'Unsaved' })
    organisation.type('name', 'Hillside')
    await organisation.submit()
    expect(saved).toMatchObject([{ name: 'Hillside' }])
    expect(area.state.get()).toMatchObject({ typed: { about: 'Unsaved' }, changed: true })
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
