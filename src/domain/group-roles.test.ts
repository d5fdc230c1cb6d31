import { expect, test } from 'vitest'
import { followGroups, type Roles, rolesOfGroups } from './group-roles.ts'

const [KNEE, HAND] = ['knee', 'hand']
const NOTHING: Roles = { organisationRole: null, services: [] }
const practitioner = (serviceId: string) => ({ serviceId, role: 'practitioner' as const })
const works = (...services: string[]): Roles => ({ organisationRole: null, services: services.map(practitioner) })
const administers: Roles = { organisationRole: 'administrator', services: [] }
const audits: Roles = { organisationRole: 'auditor', services: [] }

const RULES = [
  { group: 'Knee team', serviceId: KNEE, role: 'practitioner' as const },
  { group: 'Knee team abroad', serviceId: KNEE, role: 'practitioner' as const },
  { group: 'IT', serviceId: null, role: 'administrator' as const },
  { group: 'Governance', serviceId: null, role: 'auditor' as const },
]

test('[ID9] each group gives what its rules say, to the letter of its name, and each role once', () => {
  expect(rolesOfGroups(RULES, ['Knee team', 'Knee team abroad', 'Others'])).toEqual(works(KNEE))
  expect(rolesOfGroups(RULES, ['knee team', 'Knee'])).toEqual(NOTHING)
  expect(rolesOfGroups(RULES, ['IT', 'Governance', 'Knee team'])).toEqual({
    organisationRole: 'administrator',
    services: [practitioner(KNEE)],
  })
})

test('[ID9] an auditor is nothing else: who works is none, whoever gave the work', () => {
  expect(rolesOfGroups(RULES, ['Governance'])).toEqual(audits)
  expect(rolesOfGroups(RULES, ['Governance', 'Knee team'])).toEqual(works(KNEE))
  expect(followGroups(works(HAND), NOTHING, audits, false)).toMatchObject({ organisationRole: null })
  expect(followGroups(audits, NOTHING, works(KNEE), false)).toMatchObject({ organisationRole: 'auditor', add: [] })
})

test('[ID10] roles come and go with the groups', () => {
  const first = followGroups(NOTHING, NOTHING, works(KNEE), false)
  expect(first).toEqual({ organisationRole: null, add: [practitioner(KNEE)], remove: [], fromGroups: works(KNEE) })
  expect(followGroups(works(KNEE), works(KNEE), works(HAND), false)).toEqual({
    organisationRole: null,
    add: [practitioner(HAND)],
    remove: [practitioner(KNEE)],
    fromGroups: works(HAND),
  })
  expect(followGroups(administers, administers, NOTHING, false)).toMatchObject({ organisationRole: null })
})

test('[ID10] what was given by hand stays, also when a group gives it too and then no more', () => {
  const twice = followGroups(works(KNEE), NOTHING, works(KNEE), false)
  expect(twice).toMatchObject({ add: [], remove: [], fromGroups: NOTHING })
  expect(followGroups(works(KNEE), twice.fromGroups, NOTHING, false)).toMatchObject({ remove: [] })
  expect(followGroups(administers, NOTHING, NOTHING, false)).toMatchObject({ organisationRole: 'administrator' })
  expect(followGroups(administers, NOTHING, audits, false)).toMatchObject({
    organisationRole: 'administrator',
    fromGroups: NOTHING,
  })
})

test('[ID10] what was taken away by hand comes back as long as a group gives it', () => {
  expect(followGroups(NOTHING, works(KNEE), works(KNEE), false)).toMatchObject({ add: [practitioner(KNEE)] })
})

test('[ID11] the last administrator keeps that role, and loses it once there is another', () => {
  const kept = followGroups(administers, administers, NOTHING, true)
  expect(kept).toMatchObject({ organisationRole: 'administrator', fromGroups: administers })
  expect(followGroups(administers, kept.fromGroups, NOTHING, false)).toMatchObject({ organisationRole: null })
})
