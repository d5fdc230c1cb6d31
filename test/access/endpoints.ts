// Every endpoint, tried as every kind of caller: what each of them gets.
import { randomUUID } from 'node:crypto'
import { sampleToken, setupToken } from '../../src/server/setup/service.ts'
import { found } from '../made-up-equipment.ts'
import { nextArrival, PASSWORD } from '../people.ts'
import { PLAN, TALK } from '../plans.ts'
import { type Scenario, type Story, tried } from '../scenarios.ts'
import { ACCOUNT, CALENDAR_FEEDS } from './account-endpoints.ts'
import { APPOINTMENTS, CLINIC_LISTS, INVITATIONS } from './appointment-endpoints.ts'
import { GLASS } from './break-glass-endpoints.ts'
import { FILES } from './file-endpoints.ts'
import { FORMS } from './form-endpoints.ts'
import { administratorsOnly, everyone, hereOnly, patientsOnly, staffOnly, workersOnly } from './outcomes.ts'
import { FACTORS, LINKS, OUTBOX, PASSKEYS, PEOPLE, PROOFS, REQUIREMENT, SECOND_STEPS } from './people-endpoints.ts'
import { PROVIDER } from './provider-endpoints.ts'
import { SETTINGS } from './settings-endpoints.ts'
import { LOCKS } from './sign-in-endpoints.ts'
import { AREAS, VISITS } from './visit-endpoints.ts'

const secretOf = (story: Story) => story.clinic.server.served().secret
const message = () => ({ id: randomUUID(), text: 'Take your time.' })
const names = ({ subject }: Story) => [subject.typed.firstName, subject.typed.lastName, subject.typed.dateOfBirth]
const OPEN: Scenario[] = [
  ...tried({ method: 'GET', url: '/api/open/health' }, everyone(200)),
  ...tried({ method: 'GET', url: '/api/open/health/live' }, everyone(200)),
  ...tried({ method: 'GET', url: '/api/open/health/ready' }, everyone(200)),
  ...tried({ method: 'GET', url: '/api/open/instance', has: () => ['Harbour Health', 'Riverside'] }, everyone(200)),
  ...tried({ method: 'GET', url: '/api/open/check', has: () => ['Harbour Health'] }, everyone(200)),
  ...tried({ method: 'GET', url: '/api/open/check/ping', has: () => ['bedside'] }, everyone(200)),
  ...tried({ method: 'POST', url: '/api/open/check/path', body: () => ({}) }, everyone(200)),
  ...tried({ method: 'GET', url: '/api/open/check/down' }, everyone(200)),
  ...tried(
    {
      method: 'POST',
      url: '/api/open/check/up',
      body: () => new Uint8Array(2),
      headers: { 'x-bedside': '1', 'content-type': 'application/octet-stream' },
    },
    everyone(200),
  ),
  ...tried({ method: 'GET', url: '/api/open/areas/:slug', has: () => ['Knee clinic'] }, everyone(200)),
  ...tried(
    {
      method: 'GET',
      url: '/api/open/areas/:slug/openness',
      has: () => ['openness'],
      hasNot: () => ['Knee clinic', 'Harbour Health'],
    },
    everyone(200),
  ),
  ...tried({ method: 'GET', url: '/api/open/kept', has: () => ['kept'] }, everyone(200)),
  ...tried({ method: 'POST', url: '/api/open/areas/:slug/visits', body: () => nextArrival() }, everyone(200)),
  ...tried(
    {
      method: 'POST',
      url: '/api/open/setup',
      body: (story) => ({
        token: setupToken(secretOf(story)),
        organisationName: 'Again',
        name: 'Again',
        email: 'again@harbour.example',
        password: PASSWORD,
        serviceName: 'Again',
        areaName: 'Again',
      }),
    },
    everyone('setup/already-done'),
  ),
  ...tried(
    {
      method: 'POST',
      url: '/api/open/sample',
      body: (story) => ({ token: sampleToken(secretOf(story)) }),
      has: () => ['amara@riverside.example'],
    },
    everyone(200),
  ),
  ...tried(
    {
      method: 'POST',
      url: '/api/open/sample/sign-in',
      body: (story) => ({ token: sampleToken(secretOf(story)), email: 'helen@riverside.example' }),
      has: () => ['Helen Price'],
    },
    everyone(200),
  ),
  ...tried(
    {
      method: 'POST',
      url: '/api/open/sign-in',
      body: ({ clinic }) => ({ email: clinic.colleague.me.email, password: PASSWORD }),
      has: () => ['Owen Hughes'],
    },
    everyone(200),
  ),
]

const PATIENT: Scenario[] = [
  ...tried({ method: 'GET', url: '/api/patient/visit' }, patientsOnly(200)),
  ...tried({ method: 'PUT', url: '/api/patient/visit', body: () => ({ phoneMe: true }) }, patientsOnly(200)),
  ...tried(
    {
      method: 'PUT',
      url: '/api/patient/visit/talk',
      body: () => ({ ...TALK, agreed: 'tablet' }),
      has: () => ['tablet'],
    },
    patientsOnly(200),
  ),
  ...tried(
    { method: 'PUT', url: '/api/patient/visit/companions', body: () => ({ companions: [], answer: 'agreed' }) },
    patientsOnly(200),
  ),
  ...tried({ method: 'PUT', url: '/api/patient/visit/equipment', body: () => found() }, patientsOnly(200)),
  ...tried({ method: 'GET', url: '/api/patient/feedback' }, patientsOnly(200)),
  ...tried(
    { method: 'PUT', url: '/api/patient/feedback', body: () => ({ media: 'yes' }) },
    patientsOnly('visit/no-feedback' as const),
  ),
  ...tried({ method: 'PUT', url: '/api/patient/visit/recall', body: () => ({ phone: null }) }, patientsOnly(200)),
  ...tried({ method: 'POST', url: '/api/patient/visit/leave', body: () => ({}) }, patientsOnly(200)),
  ...tried({ method: 'POST', url: '/api/patient/visit/forget', body: () => ({}) }, patientsOnly(200)),
  ...tried({ method: 'POST', url: '/api/patient/visit/come-back', body: () => ({}) }, patientsOnly(200)),
  ...tried({ method: 'POST', url: '/api/patient/visit/join', body: () => ({ calledAt: 0 }) }, patientsOnly(200)),
  ...tried(
    { method: 'POST', url: '/api/patient/messages', body: message, has: () => ['Take your'] },
    patientsOnly(200),
  ),
  ...tried({ method: 'GET', url: '/api/patient/messages/before/:message' }, patientsOnly(200)),
]

const NOTES: Scenario[] = [
  ...tried(
    {
      method: 'GET',
      url: '/api/staff/notes',
      given: 'draft note',
      // Those who get a list get their own: only one of them wrote about this patient.
      hasNot: ({ bystander }) => bystander.traces,
    },
    staffOnly(200),
  ),
  ...tried(
    { method: 'GET', url: '/api/staff/notes/:noteId', given: 'draft note', has: names },
    hereOnly(200, 'note/not-found'),
  ),
  ...tried(
    {
      method: 'PUT',
      url: '/api/staff/notes/:noteId',
      given: 'draft note',
      body: () => ({ text: 'Better.', revision: 1 }),
      has: () => ['Better.'],
    },
    hereOnly(200, 'note/not-found'),
  ),
  ...tried(
    { method: 'POST', url: '/api/staff/notes/:noteId/sign', given: 'draft note', body: () => ({}) },
    hereOnly(200, 'note/not-found'),
  ),
  ...tried(
    { method: 'POST', url: '/api/staff/notes/:noteId/filed', given: 'signed note', body: () => ({}) },
    hereOnly(200, 'note/not-found'),
  ),
]

const ours = ['Knee clinic', 'Hand clinic', 'Harbour Health']

const PLANS: Scenario[] = [
  ...tried(
    { method: 'GET', url: '/api/staff/plans', has: () => ['walking-and-balance', 'intimate'] },
    workersOnly(200),
  ),
  ...tried(
    { method: 'POST', url: '/api/staff/plans', body: () => PLAN, has: () => ['own-'] },
    administratorsOnly(200, 200),
  ),
  ...tried(
    { method: 'PUT', url: '/api/staff/plans/:planId', body: () => ({ ...PLAN, basedOn: 'home' }) },
    administratorsOnly(200, 200),
  ),
  ...tried({ method: 'POST', url: '/api/staff/plans/:planId/restore', body: () => ({}) }, administratorsOnly(200, 200)),
]

const AUDIT: Scenario[] = [
  ...tried(
    {
      method: 'POST',
      url: '/api/staff/audit/search',
      body: () => ({
        person: '',
        action: null,
        from: null,
        to: null,
        visitId: null,
        refusedOnly: false,
        before: null,
      }),
    },
    { ...administratorsOnly(200, 200), auditor: 200 },
  ),
  ...tried(
    { method: 'GET', url: '/api/staff/audit/export', has: () => ['"number","time (UTC)"'] },
    { ...administratorsOnly(200, 200), auditor: 200 },
  ),
].map((scenario) =>
  scenario.as === 'administrator of another organisation' ? { ...scenario, hasNot: () => ours } : scenario,
)

const SIGN_INS: Scenario[] = [
  ...tried({ method: 'GET', url: '/api/staff/me' }, staffOnly(200)),
  ...tried(
    { method: 'PUT', url: '/api/staff/equipment', body: () => found(), has: () => ['"edge"'] },
    workersOnly(200),
  ),
  ...['sign-out', 'sign-out-everywhere'].flatMap((verb) =>
    tried({ method: 'POST', url: `/api/staff/${verb}`, body: () => ({}), endsSignIn: true }, staffOnly(200)),
  ),
]

export const ENDPOINT_SCENARIOS: readonly Scenario[] = [
  ...OPEN,
  ...PATIENT,
  ...VISITS,
  ...AREAS,
  ...APPOINTMENTS,
  ...CLINIC_LISTS,
  ...INVITATIONS,
  ...FORMS,
  ...FILES,
  ...NOTES,
  ...SETTINGS,
  ...PLANS,
  ...LINKS,
  ...PROVIDER,
  ...SECOND_STEPS,
  ...PASSKEYS,
  ...PROOFS,
  ...FACTORS,
  ...REQUIREMENT,
  ...PEOPLE,
  ...OUTBOX,
  ...GLASS,
  ...ACCOUNT,
  ...CALENDAR_FEEDS,
  ...AUDIT,
  ...SIGN_INS,
  ...LOCKS,
]
