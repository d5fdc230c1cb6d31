// The endpoints of questionnaires and forms, tried as every kind of caller.
import { randomUUID } from 'node:crypto'
import type { ProblemCode } from '#domain/problem'
import { fileOf } from '../questionnaires/made-up.ts'
import { type Scenario, tried } from '../scenarios.ts'
import { administratorsOnly, areaDesk, deskHere, everyone, patientsOnly, workersOnly } from './outcomes.ts'

const OF_APPOINTMENT = '/api/staff/areas/:areaId/appointments/:appointmentId/forms'
const SEND = () => ({ questionnaireId: 'pain' })
const ANSWERS = { answers: { pain: [{ option: '3' }] }, done: false }
const FILE = fileOf([{ linkId: 'a', type: 'string', text: 'How are you?' }])

export const FORMS: Scenario[] = [
  ...tried(
    { method: 'GET', url: '/api/staff/questionnaires', has: () => ['pre-visit'] },
    {
      ...workersOnly<200 | ProblemCode>(200),
      interpreter: 'access/not-allowed',
      champion: 'access/not-allowed',
    },
  ),
  ...tried(
    { method: 'POST', url: '/api/staff/questionnaires', body: () => ({ source: FILE }), has: () => ['own-'] },
    administratorsOnly(200, 200),
  ),
  ...tried(
    {
      method: 'PUT',
      url: '/api/staff/questionnaires/:questionnaireId/plans',
      body: () => ({ plans: ['home'] }),
      has: () => ['home'],
    },
    administratorsOnly(200, 200),
  ),
  ...tried(
    { method: 'POST', url: '/api/staff/questionnaires/:questionnaireId/remove', body: () => ({}) },
    administratorsOnly(200, 200),
  ),
  ...tried({ method: 'GET', url: '/api/staff/visits/:visitId/forms' }, deskHere(200)),
  ...tried(
    { method: 'POST', url: '/api/staff/visits/:visitId/forms', body: SEND, has: () => ['How much pain'] },
    deskHere(200),
  ),
  ...tried({ method: 'GET', url: OF_APPOINTMENT, given: 'booked' }, areaDesk(200)),
  ...tried(
    { method: 'POST', url: OF_APPOINTMENT, given: 'booked', body: SEND, has: () => ['How much pain'] },
    areaDesk(200),
  ),
  ...tried({ method: 'GET', url: '/api/patient/forms' }, patientsOnly(200)),
  ...tried(
    { method: 'PUT', url: '/api/patient/forms/:formId', body: () => ANSWERS },
    patientsOnly('form/not-found' as const),
  ),
  ...tried(
    { method: 'POST', url: '/api/open/invitation/forms', body: () => ({ secret: randomUUID() }) },
    everyone('invitation/not-opened'),
  ),
  ...tried(
    {
      method: 'PUT',
      url: '/api/open/invitation/forms',
      body: () => ({ secret: randomUUID(), formId: randomUUID(), ...ANSWERS }),
    },
    everyone('invitation/not-opened'),
  ),
]
