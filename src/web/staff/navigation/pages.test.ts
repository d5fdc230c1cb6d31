// Who finds which pages.
import { describe, expect, test } from 'vitest'
import type { Role } from '#domain/permission'
import { routeOf } from '../router.ts'
import { barOf, pagesOf, settingsPages } from './pages.ts'

const names = (roles: readonly Role[], toSign = 0) => pagesOf({ roles, toSign }).map(({ name }) => name)

describe('navigation', () => {
  test('[NV1] somebody finds what their roles open, and with two roles what either of them opens', () => {
    expect(names(['practitioner'])).toEqual(['today', 'appointments', 'notes'])
    expect(names(['practitioner', 'administrator'])).toEqual(['today', 'appointments', 'notes', 'settings'])
    expect(names(['practitioner', 'auditor'])).toEqual(['today', 'appointments', 'notes', 'audit'])
    expect(names(['champion'])).not.toContain('appointments')
    expect(names(['auditor'])).toEqual(['audit'])
    expect(names(['auditor'], 1)).toEqual(['notes', 'audit'])
  })

  test('[NV2] what is set up once stands under Settings; a single page of it stands by itself', () => {
    const ofAdministrator = settingsPages({ roles: ['administrator'], toSign: 0 }).map(({ name }) => name)
    expect(ofAdministrator).toEqual(['organisation', 'people', 'feedback', 'outbox', 'plans', 'signIn', 'audit'])
    expect(names(['service-administrator'])).toContain('settings')
    for (const { path, routes } of settingsPages({ roles: ['administrator'], toSign: 0 }))
      expect(routes).toContain(routeOf(path, '').page)
  })

  test('[NV1] each link leads to a page at which it is the current one', () => {
    for (const { path, routes } of pagesOf({ roles: ['administrator', 'practitioner'], toSign: 1 }))
      expect(routes).toContain(routeOf(path, '').page)
  })

  test('[NV3] five pages fit into the bar of a phone; of more, four and the way to the rest', () => {
    const [page] = pagesOf({ roles: ['practitioner'], toSign: 0 })
    if (!page) throw new Error('no page')
    expect(barOf(Array(5).fill(page))).toMatchObject({ bar: { length: 5 }, more: [] })
    expect(barOf(Array(8).fill(page))).toMatchObject({ bar: { length: 4 }, more: { length: 4 } })
  })
})
