import { describe, expect, it } from 'vitest'
import {
  addService,
  chooseAreas,
  faultsOf,
  membershipsOf,
  type Rights,
  removeService,
  rightsOf,
  setAlias,
  toggleArea,
  toggleRole,
} from './rights.ts'

const knee = {
  id: 'knee',
  name: 'Knee service',
  areas: [
    { id: 'a', name: 'A' },
    { id: 'b', name: 'B' },
  ],
}
const nothing: Rights = { organisationRole: null, services: [] }

describe('[PE2] what somebody is, as it is typed', () => {
  it('comes back as it was stored', () => {
    const memberships = [
      { serviceId: 'knee', role: 'practitioner' as const, areaIds: ['a'], alias: 'Nurse on duty' },
      { serviceId: 'hand', role: 'champion' as const, areaIds: null, alias: null },
    ]
    const rights = rightsOf({ organisationRole: 'administrator', memberships })
    expect(rights.organisationRole).toBe('administrator')
    expect(membershipsOf(rights)).toEqual(memberships)
  })

  it('two roles in one service share its areas', () => {
    const memberships = [
      { serviceId: 'knee', role: 'practitioner' as const, areaIds: ['a'] },
      { serviceId: 'knee', role: 'service-administrator' as const, areaIds: ['b'] },
    ]
    expect(rightsOf({ organisationRole: null, memberships }).services).toEqual([
      { serviceId: 'knee', roles: ['service-administrator', 'practitioner'], areaIds: ['a', 'b'], alias: '' },
    ])
  })

  it('[NA1] a name for patients is one for all roles in the service; nothing but spaces is none', () => {
    const both = toggleRole(addService(nothing, 'knee'), 'knee', 'receptionist')
    expect(membershipsOf(setAlias(both, 'knee', ' Nurse ')).map(({ alias }) => alias)).toEqual(['Nurse', 'Nurse'])
    expect(membershipsOf(setAlias(both, 'knee', '  ')).map(({ alias }) => alias)).toEqual([null, null])
  })

  it('a service begins with a practitioner in all of its areas', () => {
    const rights = addService(addService(nothing, 'knee'), 'knee')
    expect(membershipsOf(rights)).toEqual([{ serviceId: 'knee', role: 'practitioner', areaIds: null, alias: null }])
    expect(removeService(rights, 'knee')).toEqual(nothing)
  })

  it('some areas begin as all of them', () => {
    const some = chooseAreas(addService(nothing, 'knee'), knee, true)
    expect(some.services[0]?.areaIds).toEqual(['a', 'b'])
    expect(toggleArea(some, 'knee', 'b').services[0]?.areaIds).toEqual(['a'])
    expect(chooseAreas(some, knee, false).services[0]?.areaIds).toBeNull()
  })

  it('a service without a role or an area is asked about', () => {
    const noRole = toggleRole(addService(nothing, 'knee'), 'knee', 'practitioner')
    expect(faultsOf(noRole)).toEqual([{ kind: 'no-role', serviceId: 'knee' }])
    const some = chooseAreas(addService(nothing, 'knee'), knee, true)
    const noArea = toggleArea(toggleArea(some, 'knee', 'a'), 'knee', 'b')
    expect(faultsOf(noArea)).toEqual([{ kind: 'no-area', serviceId: 'knee' }])
  })

  it('an auditor is nothing else', () => {
    const rights: Rights = { ...addService(nothing, 'knee'), organisationRole: 'auditor' }
    expect(membershipsOf(rights)).toEqual([])
    expect(faultsOf(rights)).toEqual([])
  })
})
