import { expect, test } from 'vitest'
import { type Action, PERMISSIONS, ROLES, type Role, type Rule, rankedRole, roleMay } from './permission.ts'

const RULES = Object.entries(PERMISSIONS) as [Action, Rule][]
const mayDo = (role: Role) =>
  RULES.flatMap(([action, rule]) => (typeof rule !== 'string' && roleMay([role], action) ? action : []))

test('[AC1] what touches a patient is never for anyone', () => {
  const open = RULES.flatMap(([action, rule]) => (rule === 'anyone' ? action : []))
  expect(open.sort()).toEqual([
    'area.welcome',
    'browser.try',
    'calendar-feed.read',
    'call.relay',
    // Signed by the carrier; it changes only how a message stands that was sent.
    'carrier.report',
    'check.run',
    'health.read',
    // Shows nothing before the link and the birth date fit.
    'invitation.answer',
    'invitation.open',
    'invitation.prepare',
    'invitation.send-file',
    'message.opt-out',
    'session.by-link',
    'session.by-provider',
    'session.end-by-provider',
    'session.start',
    'setup.run',
    'visit.arrive',
  ])
})

test('[RO1] joining, the call and what is said in it are practitioners’ alone', () => {
  const theirs: Action[] = [
    'visit.join',
    'visit.hold',
    'visit.read-held',
    'visit.record',
    'call.prepare',
    'call.camera-request',
  ]
  for (const role of ROLES)
    for (const action of theirs) expect(roleMay([role], action), role).toBe(role === 'practitioner')
})

test('[RO2] the front desk sees the queue and helps', () => {
  expect(mayDo('receptionist')).toEqual(expect.arrayContaining(['queue.read', 'visit.message', 'area.suspend']))
})

test('[RO3] interpreters and champions see first names and change nothing', () => {
  for (const role of ['interpreter', 'champion'] as const)
    expect(mayDo(role).filter((action) => !action.startsWith('note.'))).toEqual([
      'equipment.keep-own',
      'plan.list',
      'queue.glance',
    ])
})

test('[RO4] an auditor works at nothing, and looks into the audit', () => {
  expect(mayDo('auditor').filter((action) => !action.startsWith('note.'))).toEqual(['audit.read', 'audit.export'])
})

test('[RO5] administrators see nobody in a queue by that role alone', () => {
  for (const role of ['administrator', 'service-administrator'] as const) {
    expect(roleMay([role], 'queue.read')).toBe(false)
    expect(roleMay([role], 'queue.glance')).toBe(false)
  }
})

test('people are called by the first of their roles', () => {
  expect(rankedRole(['practitioner', 'administrator'])).toBe('administrator')
  expect(rankedRole([])).toBeNull()
})
