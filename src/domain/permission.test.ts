import { expect, test } from 'vitest'
import { PERMISSIONS, ROLES } from './permission.ts'

test('[AC1] what touches a patient is never for anyone', () => {
  const open = Object.entries(PERMISSIONS).flatMap(([action, relation]) => (relation === 'anyone' ? action : []))
  expect(open.sort()).toEqual([
    'area.welcome',
    'call.relay',
    'check.run',
    'health.read',
    'session.start',
    'setup.run',
    'visit.arrive',
  ])
})

test('[AC1] there are two roles', () => expect(ROLES).toEqual(['administrator', 'practitioner']))
