// Every endpoint, tried as every kind of caller: what each of them gets.
import { randomUUID } from 'node:crypto'
import { sampleToken, setupToken } from '../../src/server/setup/service.ts'
import { found } from '../made-up-equipment.ts'
import { nextArrival, PASSWORD } from '../people.ts'
import { contactOf, PLAN, TALK } from '../plans.ts'
import { type Scenario, type Story, tried } from '../scenarios.ts'
import { administratorsOnly, everyone, hereOnly, patientsOnly, staffOnly } from './outcomes.ts'

const secretOf = (story: Story) => story.clinic.server.served().secret
const message = () => ({ id: randomUUID(), text: 'Take your time.' })
const names = ({ subject }: Story) => [subject.typed.firstName, subject.typed.lastName, subject.typed.dateOfBirth]
const hours = { timeZone: 'Europe/London', blocks: [] }
const fields = { lastName: 'required', dateOfBirth: 'required', phone: 'required' }
const areaTexts = { name: 'Knee clinic', about: '', consent: '', supportPhone: '', afterText: '' }
const areaSettings = { ...areaTexts, planId: 'walking-and-balance', fields, hours }

const OPEN: Scenario[] = [
  ...tried({ method: 'GET', url: '/api/open/health' }, everyone(200)),
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
  ...tried({ method: 'GET', url: '/api/patient/visit' }, patientsOnly),
  ...tried({ method: 'PUT', url: '/api/patient/visit', body: () => ({ phoneMe: true }) }, patientsOnly),
  ...tried(
    {
      method: 'PUT',
      url: '/api/patient/visit/talk',
      body: () => ({ ...TALK, agreed: 'tablet' }),
      has: () => ['tablet'],
    },
    patientsOnly,
  ),
  ...tried({ method: 'PUT', url: '/api/patient/visit/equipment', body: () => found() }, patientsOnly),
  ...tried({ method: 'POST', url: '/api/patient/visit/leave', body: () => ({}) }, patientsOnly),
  ...tried({ method: 'POST', url: '/api/patient/messages', body: message, has: () => ['Take your'] }, patientsOnly),
]

const VISITS: Scenario[] = [
  ...tried(
    {
      method: 'POST',
      url: '/api/staff/visits/:visitId/join',
      body: () => ({ pageId: randomUUID(), callId: null }),
      has: names,
      hasNot: ({ bystander }) => bystander.traces,
    },
    hereOnly('visit/not-found'),
  ),
  ...(['hold', 'send-back', 'end'] as const).flatMap((verb) =>
    tried(
      { method: 'POST', url: `/api/staff/visits/:visitId/${verb}`, given: 'being seen', body: () => ({}) },
      hereOnly('visit/not-found'),
    ),
  ),
  ...tried(
    { method: 'POST', url: '/api/staff/visits/:visitId/resume', given: 'on hold', body: () => ({}) },
    hereOnly('visit/not-found'),
  ),
  ...tried({ method: 'POST', url: '/api/staff/visits/:visitId/remove', body: () => ({}) }, hereOnly('visit/not-found')),
  ...tried(
    { method: 'PUT', url: '/api/staff/visits/:visitId/plan', body: () => ({ planId: 'close-look' }) },
    hereOnly('visit/not-found'),
  ),
  ...tried({ method: 'PUT', url: '/api/staff/visits/:visitId/talk', body: () => TALK }, hereOnly('visit/not-found')),
  ...tried(
    {
      method: 'PUT',
      url: '/api/staff/visits/:visitId/checklist/:item',
      given: 'being seen',
      body: () => ({ done: true, value: 'At home.' }),
    },
    hereOnly('visit/not-found'),
  ),
  ...tried(
    {
      method: 'PUT',
      url: '/api/staff/visits/:visitId/contact',
      given: 'being seen',
      body: ({ subject }) => contactOf(subject),
    },
    hereOnly('visit/not-found'),
  ),
  ...tried({ method: 'POST', url: '/api/staff/visits/:visitId/messages', body: message }, hereOnly('visit/not-found')),
]

const AREAS: Scenario[] = [
  ...tried({ method: 'POST', url: '/api/staff/areas/:areaId/messages', body: message }, hereOnly('area/not-found')),
  ...tried(
    { method: 'PUT', url: '/api/staff/areas/:areaId/late', body: () => ({ minutes: 15 }) },
    hereOnly('area/not-found'),
  ),
  ...tried(
    { method: 'PUT', url: '/api/staff/areas/:areaId/suspension', body: () => ({ suspended: null }) },
    hereOnly('area/not-found'),
  ),
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
    staffOnly,
  ),
  ...tried(
    { method: 'GET', url: '/api/staff/notes/:noteId', given: 'draft note', has: names },
    hereOnly('note/not-found'),
  ),
  ...tried(
    {
      method: 'PUT',
      url: '/api/staff/notes/:noteId',
      given: 'draft note',
      body: () => ({ text: 'Better.', revision: 1 }),
      has: () => ['Better.'],
    },
    hereOnly('note/not-found'),
  ),
  ...tried(
    { method: 'POST', url: '/api/staff/notes/:noteId/sign', given: 'draft note', body: () => ({}) },
    hereOnly('note/not-found'),
  ),
  ...tried(
    { method: 'POST', url: '/api/staff/notes/:noteId/filed', given: 'signed note', body: () => ({}) },
    hereOnly('note/not-found'),
  ),
]

const ours = ['Knee clinic', 'Hand clinic', 'Harbour Health']

const SETTINGS: Scenario[] = [
  ...tried({ method: 'GET', url: '/api/staff/settings' }, administratorsOnly(200)),
  ...tried(
    {
      method: 'PUT',
      url: '/api/staff/settings/organisation',
      body: () => ({ name: 'Same for both', detailsMinutes: 60, signedNoteDays: 30 }),
    },
    administratorsOnly(200),
  ),
  ...tried(
    { method: 'PUT', url: '/api/staff/settings/areas/:areaId', body: () => areaSettings, has: () => ['Knee clinic'] },
    administratorsOnly('area/not-found'),
  ),
].map((scenario) =>
  scenario.as === 'administrator of another organisation' ? { ...scenario, hasNot: () => ours } : scenario,
)

const PLANS: Scenario[] = [
  ...tried({ method: 'GET', url: '/api/staff/plans', has: () => ['walking-and-balance', 'intimate'] }, staffOnly),
  ...tried({ method: 'POST', url: '/api/staff/plans', body: () => PLAN, has: () => ['own-'] }, administratorsOnly(200)),
  ...tried(
    { method: 'PUT', url: '/api/staff/plans/:planId', body: () => ({ ...PLAN, basedOn: 'home' }) },
    administratorsOnly(200),
  ),
  ...tried({ method: 'POST', url: '/api/staff/plans/:planId/restore', body: () => ({}) }, administratorsOnly(200)),
]

const SIGN_INS: Scenario[] = [
  ...tried({ method: 'GET', url: '/api/staff/me' }, staffOnly),
  ...tried({ method: 'PUT', url: '/api/staff/equipment', body: () => found(), has: () => ['"edge"'] }, staffOnly),
  ...['sign-out', 'sign-out-everywhere'].flatMap((verb) =>
    tried({ method: 'POST', url: `/api/staff/${verb}`, body: () => ({}), endsSignIn: true }, staffOnly),
  ),
]

export const ENDPOINT_SCENARIOS: readonly Scenario[] = [
  ...OPEN,
  ...PATIENT,
  ...VISITS,
  ...AREAS,
  ...NOTES,
  ...SETTINGS,
  ...PLANS,
  ...SIGN_INS,
]
