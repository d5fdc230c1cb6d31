import { describe, expect, it } from 'vitest'
import { type AddressBar, createRouter, routeOf } from './router.ts'

const VISIT = '0b6c1c0a-4a47-4d0f-9a52-8d6b1f2f7a11'

function fakeAddress(start: string) {
  const steps = [start]
  const listeners = new Set<() => void>()
  const bar: AddressBar = {
    read() {
      const [path = '', hash] = (steps.at(-1) ?? '').split('#')
      return { path, hash: hash === undefined ? '' : `#${hash}` }
    },
    push: (path) => steps.push(path),
    replace: (path) => steps.splice(-1, 1, path),
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const back = () => {
    steps.pop()
    for (const listener of listeners) listener()
  }
  return { bar, back, steps }
}

describe('the staff pages and their addresses', () => {
  it('[D1] every page has one address', () => {
    expect(routeOf('/', '')).toEqual({ page: 'first' })
    expect(routeOf('/setup', '#abc')).toEqual({ page: 'setup', token: 'abc' })
    expect(routeOf('/sample', '#xyz')).toEqual({ page: 'sample', token: 'xyz' })
    expect(routeOf('/staff', '')).toEqual({ page: 'console' })
    expect(routeOf('/staff/', '')).toEqual({ page: 'console' })
    expect(routeOf(`/staff/visits/${VISIT}`, '')).toEqual({ page: 'visit', visitId: VISIT })
    expect(routeOf('/staff/notes', '')).toEqual({ page: 'notes' })
    expect(routeOf(`/staff/notes/${VISIT}`, '')).toEqual({ page: 'note', noteId: VISIT })
    expect(routeOf('/staff/settings', '')).toEqual({ page: 'settings', place: null, group: 'general' })
    const id = '0a000000-0000-4000-8000-000000000001'
    expect(routeOf(`/staff/settings/areas/${id}`, '')).toEqual({
      page: 'settings',
      place: { level: 'area', id },
      group: 'general',
    })
    expect(routeOf(`/staff/settings/services/${id}/`, '')).toEqual({
      page: 'settings',
      place: { level: 'service', id },
      group: 'general',
    })
    expect(routeOf('/staff/settings/areas/x', '')).toEqual({ page: 'missing' })
    expect(routeOf('/staff/account', '')).toEqual({ page: 'account' })
    expect(routeOf('/staff/email', '#abc')).toEqual({ page: 'email', token: 'abc' })
    expect(routeOf('/staff/break-glass', '')).toEqual({ page: 'break-glass' })
    expect(routeOf('/staff/settings/plans', '')).toEqual({ page: 'plans' })
  })

  it('[D1] an address that is no page of ours says so', () => {
    expect(routeOf('/staff/visits/1', '')).toEqual({ page: 'missing' })
    expect(routeOf('/staff/elsewhere', '')).toEqual({ page: 'missing' })
  })

  it('[D2] moving keeps the document, and Back comes back', () => {
    const address = fakeAddress('/staff')
    const router = createRouter(address.bar)
    const seen: string[] = []
    router.route.subscribe((route) => seen.push(route.page))
    router.go(`/staff/visits/${VISIT}`)
    address.back()
    expect(seen).toEqual(['visit', 'console'])
  })

  it('[TX4] a fragment that leads nowhere else draws nothing anew', () => {
    const address = fakeAddress('/staff')
    const router = createRouter(address.bar)
    const seen: string[] = []
    router.route.subscribe((route) => seen.push(route.page))
    router.go('/staff#main')
    expect(seen).toEqual([])
  })

  it('[D2] moving instead leaves no step behind', () => {
    const address = fakeAddress('/setup#abc')
    const router = createRouter(address.bar)
    router.instead('/staff')
    expect(router.route.get()).toEqual({ page: 'console' })
    expect(address.steps).toEqual(['/staff'])
  })

  it('[D42] while a page may not be left, Back and links leave everything as it is', () => {
    const address = fakeAddress('/staff')
    const router = createRouter(address.bar)
    router.go(`/staff/visits/${VISIT}`)
    const asked: string[] = []
    const unguard = router.guard((_, path) => {
      asked.push(path)
      return false
    })
    address.back()
    router.go('/staff/notes')
    router.instead('/staff/settings')
    expect(asked).toEqual(['/staff', '/staff/notes', '/staff/settings'])
    expect(router.route.get()).toEqual({ page: 'visit', visitId: VISIT })
    expect(address.steps.at(-1)).toBe(`/staff/visits/${VISIT}`)
    unguard()
    address.back()
    expect(router.route.get()).toEqual({ page: 'console' })
  })
})
