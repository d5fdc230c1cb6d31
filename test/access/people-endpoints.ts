// The endpoints of people, of one-time links and of letters, tried as every kind of caller.
import { INVITATION } from '../clinic.ts'
import { PASSWORD } from '../people.ts'
import { type Scenario, tried } from '../scenarios.ts'
import { administratorsOnly, everyone } from './outcomes.ts'

let invited = 0
const person = () => ({ name: 'Jo Newcomer', title: '', organisationRole: null, memberships: [] })
const invitation = () => ({ ...person(), email: `jo.${++invited}@harbour.example` })

const ours = () => ['Lotte Vandal', 'Priya Raman', 'Knee clinic', 'Nobody there']
const tellNobodyElse = (scenarios: Scenario[]) =>
  scenarios.map((one) =>
    one.as === 'administrator of another organisation' ? { ...one, hasNot: ours, has: undefined } : one,
  )

export const LINKS: Scenario[] = [
  ...tried(
    { method: 'POST', url: '/api/open/link', body: () => ({ token: INVITATION }), has: () => ['Nils Expected'] },
    everyone(200 as const),
  ),
  ...tried(
    {
      method: 'POST',
      url: '/api/open/link/password',
      body: () => ({ token: 'x'.repeat(43), password: PASSWORD }),
    },
    everyone('person/link-not-valid' as const),
  ),
  ...tried(
    { method: 'POST', url: '/api/open/reset', body: ({ clinic }) => ({ email: clinic.colleague.me.email }) },
    everyone(200 as const),
  ),
]

export const PEOPLE: Scenario[] = tellNobodyElse([
  ...tried({ method: 'GET', url: '/api/staff/people', has: () => ['Lotte Vandal'] }, administratorsOnly(200, 200)),
  ...tried(
    { method: 'POST', url: '/api/staff/people', body: invitation, has: () => ['Jo Newcomer'] },
    administratorsOnly(200, 200),
  ),
  ...tried(
    { method: 'PUT', url: '/api/staff/people/:personId', body: person, has: () => ['Jo Newcomer'] },
    administratorsOnly(200, 'person/not-found'),
  ),
  ...['invite-again', 'withdraw', 'disconnect', 'deactivate'].flatMap((verb) =>
    tried(
      { method: 'POST', url: `/api/staff/people/:personId/${verb}`, body: () => ({}) },
      administratorsOnly(200, 'person/not-found'),
    ),
  ),
  ...tried(
    {
      method: 'POST',
      url: '/api/staff/people/:personId/hand-over',
      body: ({ clinic }) => ({ to: clinic.colleague.me.personId }),
    },
    administratorsOnly(200, 'person/not-found'),
  ),
  ...tried(
    { method: 'POST', url: '/api/staff/people/:personId/reactivate', body: () => ({}) },
    administratorsOnly(200, 'person/not-found'),
  ),
])

export const OUTBOX: Scenario[] = tellNobodyElse([
  ...tried({ method: 'GET', url: '/api/staff/outbox', has: () => ['Nobody there'] }, administratorsOnly(200, 200)),
  ...tried(
    { method: 'POST', url: '/api/staff/outbox/:letterId/send-again', body: () => ({}) },
    administratorsOnly(200, 'letter/not-found'),
  ),
])
