// The endpoints of appointments and personal links, tried as every kind of caller.
import { randomUUID } from 'node:crypto'
import type { ProblemCode } from '#domain/problem'
import { APPOINTMENT, type Scenario, tried } from '../scenarios.ts'
import { areaDesk, everyone, staffOnly } from './outcomes.ts'

const ONE = '/api/staff/areas/:areaId/appointments/:appointmentId'
const { date, time, minutes, practitionerId } = APPOINTMENT
const BODIES = {
  move: { date, time, minutes, practitionerId },
  cancel: { by: 'patient', reason: 'Has a cold' },
  'did-not-attend': {},
  'send-link': {},
  'link-again': {},
  'send-now': {},
}

/** Each sees those of the areas that they serve alone. */
const QUEUE_READERS = {
  ...staffOnly<200 | ProblemCode>('access/not-allowed'),
  'practitioner here': 200,
  'practitioner elsewhere': 200,
  receptionist: 200,
  administrator: 200,
  'administrator of another organisation': 200,
} as const
const anybody = { text: '', when: 'coming', status: null, areaId: null, practitionerId: null, after: null }

export const APPOINTMENTS: Scenario[] = [
  ...['/api/staff/appointments', '/api/staff/appointments/week'].flatMap((url) =>
    tried({ method: 'GET', url, given: 'booked', hasNot: ({ subject }) => subject.traces }, QUEUE_READERS),
  ),
  ...tried(
    {
      method: 'POST',
      url: '/api/staff/appointments/search',
      given: 'booked',
      body: () => anybody,
      hasNot: ({ subject }) => subject.traces,
    },
    QUEUE_READERS,
  ),
  ...tried(
    {
      method: 'POST',
      url: '/api/staff/areas/:areaId/appointments',
      body: () => APPOINTMENT,
      has: () => [APPOINTMENT.lastName],
    },
    areaDesk(200),
  ),
  ...Object.entries(BODIES).flatMap(([verb, body]) =>
    tried(
      { method: 'POST', url: `${ONE}/${verb}`, given: 'booked', body: () => body, has: () => [APPOINTMENT.lastName] },
      areaDesk(200),
    ),
  ),
  ...tried({ method: 'GET', url: `${ONE}/link`, given: 'booked', has: () => ['/v/'] }, areaDesk(200)),
]

const LISTS = '/api/staff/areas/:areaId/clinic-lists'
const list = () => ({ rows: [{ line: 2, ...APPOINTMENT }], sends: false })

export const CLINIC_LISTS: Scenario[] = [
  ...tried({ method: 'GET', url: LISTS }, areaDesk(200)),
  ...tried({ method: 'POST', url: `${LISTS}/check`, body: list }, areaDesk(200)),
  ...tried({ method: 'POST', url: LISTS, body: list }, areaDesk(200)),
  ...tried(
    { method: 'POST', url: `${LISTS}/:clinicListId/undo`, body: () => ({}) },
    areaDesk<ProblemCode>('clinic-list/not-found'),
  ),
]

export const INVITATIONS: Scenario[] = [
  ...tried(
    {
      method: 'POST',
      url: '/api/open/invitation',
      body: () => ({ secret: randomUUID(), dateOfBirth: APPOINTMENT.dateOfBirth }),
    },
    everyone('invitation/not-opened'),
  ),
  ...tried(
    {
      method: 'POST',
      url: '/api/open/invitation/visit',
      body: () => ({
        secret: randomUUID(),
        phone: '',
        consent: true,
        picture: 'works',
        sound: 'works',
        phoneMe: false,
      }),
    },
    everyone('invitation/not-opened'),
  ),
  ...tried(
    {
      method: 'PUT',
      url: '/api/open/invitation/preparation',
      body: () => ({ secret: randomUUID(), read: true, questions: 'May I swim?' }),
    },
    everyone('invitation/not-opened'),
  ),
  ...tried(
    { method: 'POST', url: '/api/open/invitation/calendar', body: () => ({ secret: randomUUID() }) },
    everyone('invitation/not-opened'),
  ),
  ...tried(
    { method: 'POST', url: '/api/open/invitation/files', body: () => ({ secret: randomUUID() }) },
    everyone('invitation/not-opened'),
  ),
  ...tried(
    {
      method: 'POST',
      url: '/api/open/invitation/files/:fileId',
      body: () => new TextEncoder().encode('no picture'),
      headers: { 'x-bedside': '1', 'content-type': 'application/octet-stream', 'x-bedside-link': 'none' },
    },
    everyone('invitation/not-opened'),
  ),
]
