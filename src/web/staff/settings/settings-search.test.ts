// Finding a setting by what one types.
import { describe, expect, test } from 'vitest'
import type { SettingsView } from '#contract/settings'
import { settingsPages } from '../navigation/pages.ts'
import { routeOf } from '../router.ts'
import { groupsOf, ORGANISATION, type Place, pathOf } from './place.ts'
import { findables, findSettings } from './settings-search.ts'

const idOf = (number: number) => `00000000-0000-4000-8000-00000000000${number}`
const view = {
  mayChange: true,
  organisation: { name: 'Hillside', detailsMinutes: 60, signedNoteDays: 30 },
  organisationOwn: {},
  services: [
    {
      ...{ id: idOf(1), name: 'Physiotherapy', own: {}, mayChange: true, closedAt: null },
      areas: [{ id: idOf(2), name: 'Évening class', own: {}, closedAt: null }],
    },
  ],
} as unknown as SettingsView
const AREA: Place = { level: 'area', id: idOf(2) }
const pages = settingsPages({ roles: ['administrator'], toSign: 0 })
const find = (typed: string, place: Place | null = null) =>
  findSettings(findables(view, place, pages), typed).map(({ name, path }) => ({ name, path }))

describe('finding a setting', () => {
  test('[NV5] a setting is found by its name first, then by what it says, on the page of the place one is at', () => {
    expect(find('opening')[0]).toEqual({ name: 'Opening hours', path: '/staff/settings/organisation/hours' })
    expect(find('opening', AREA)[0]).toEqual({ name: 'Opening hours', path: `/staff/settings/areas/${idOf(2)}/hours` })
    expect(find('questionnaire')).toEqual([{ name: 'Page after the call', path: '/staff/settings/organisation/after' }])
    expect(find('drop-in', AREA)[0]?.path).toBe(`/staff/settings/areas/${idOf(2)}`)
  })

  test('[NV5] pages and places are found, too, without case and accents; all that is typed counts', () => {
    expect(find('passkey')).toEqual([{ name: 'Signing in', path: '/staff/settings/sign-in' }])
    expect(find('EVENING')[0]).toEqual({ name: 'Évening class', path: `/staff/settings/areas/${idOf(2)}` })
    expect(find('opening zebra')).toEqual([])
    expect(find('   ')).toEqual([])
  })

  test('[NV4] each group of a place has an address, and the old addresses lead to the first', () => {
    for (const place of [ORGANISATION, { level: 'service', id: idOf(1) } as const, AREA])
      for (const group of groupsOf(place.level))
        expect(routeOf(pathOf(place, group), '')).toMatchObject({ page: 'settings', group })
    expect(routeOf('/staff/settings', '')).toEqual({ page: 'settings', place: null, group: 'general' })
    expect(routeOf(`/staff/settings/areas/${idOf(2)}`, '')).toEqual({ page: 'settings', place: AREA, group: 'general' })
    expect(routeOf(`/staff/settings/areas/${idOf(2)}/below`, '')).toEqual({ page: 'missing' })
  })
})
