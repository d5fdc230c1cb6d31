// The endpoints of settings that are handed down, tried as every kind of caller.
import type { ProblemCode } from '#domain/problem'
import { type Scenario, tried } from '../scenarios.ts'
import { administratorsOnly, everyone, type Outcomes, staffOnly } from './outcomes.ts'

/** One pixel. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const ours = ['Knee clinic', 'Hand clinic', 'Harbour Health']
const support = { phone: '01632 960 001', email: 'help@harbour.example' }
const change = () => ({ set: { support, consent: 'I agree.', openBlocks: [] }, giveBack: ['waitingSound'] })

/** Of a service or an area: who works there is told that they may not; to anybody else it is not there. */
const keepersOf = (good: 200 | ProblemCode, otherwise: ProblemCode): Outcomes<200 | ProblemCode> => ({
  ...staffOnly<200 | ProblemCode>('access/not-allowed'),
  administrator: good,
  'service administrator': good,
  'practitioner elsewhere': otherwise,
  auditor: otherwise,
  'administrator of another organisation': otherwise,
})
const areaKeepers = (good: 200 | ProblemCode) => keepersOf(good, 'area/not-found')
const serviceKeepers = (good: 200 | ProblemCode) => keepersOf(good, 'service/not-found')

const SERVICE = '/api/staff/settings/services/:serviceId'
const AREA = '/api/staff/settings/areas/:areaId'
const name = { name: 'Knee clinic service' }

export const SETTINGS: Scenario[] = [
  ...tried(
    { method: 'GET', url: '/api/staff/settings' },
    { ...administratorsOnly(200, 200), 'service administrator': 200 },
  ),
  ...tried(
    {
      method: 'PUT',
      url: '/api/staff/settings/organisation',
      body: () => ({ name: 'Same for both', detailsMinutes: 60, signedNoteDays: 30 }),
    },
    administratorsOnly(200, 200),
  ),
  ...tried(
    {
      method: 'GET',
      url: '/api/staff/feedback',
      hasNot: ({ subject, bystander }) => [...subject.traces, ...bystander.traces],
    },
    { ...administratorsOnly(200, 200), 'service administrator': 200 },
  ),
  ...tried(
    { method: 'GET', url: '/api/staff/sample' },
    { ...administratorsOnly(200, 200), 'service administrator': 200 },
  ),
  // With the name of what is there it would be gone for the scenarios that follow: setup/remove-sample.test.ts removes it.
  ...tried(
    { method: 'POST', url: '/api/staff/sample/remove', body: () => ({ name: 'Another name' }) },
    administratorsOnly<ProblemCode>('request/not-found', 'request/not-found'),
  ),
  ...tried({ method: 'PUT', url: '/api/staff/settings/organisation/own', body: change }, administratorsOnly(200, 200)),
  ...tried(
    { method: 'POST', url: '/api/staff/settings/services', body: () => ({ name: 'Another service' }) },
    administratorsOnly(200, 200),
  ),
  ...tried({ method: 'PUT', url: SERVICE, body: () => name, has: () => [name.name] }, serviceKeepers(200)),
  ...tried({ method: 'PUT', url: `${SERVICE}/own`, body: change, has: () => [support.phone] }, serviceKeepers(200)),
  ...tried({ method: 'POST', url: `${SERVICE}/areas`, body: () => ({ name: 'One more' }) }, serviceKeepers(200)),
  ...tried({ method: 'POST', url: `${SERVICE}/close`, body: () => ({}) }, serviceKeepers('area/not-empty')),
  ...tried({ method: 'POST', url: `${SERVICE}/reopen`, body: () => ({}) }, serviceKeepers(200)),
  ...tried(
    {
      method: 'PUT',
      url: AREA,
      body: () => ({ name: 'Knee clinic', about: 'Knees alone', dropIn: false }),
      has: () => ['Knees alone'],
    },
    areaKeepers(200),
  ),
  ...tried({ method: 'PUT', url: `${AREA}/own`, body: change, has: () => [support.email] }, areaKeepers(200)),
  ...tried({ method: 'POST', url: `${AREA}/close`, body: () => ({}) }, areaKeepers('area/not-empty')),
  ...tried({ method: 'POST', url: `${AREA}/reopen`, body: () => ({}) }, areaKeepers(200)),
  ...tried(
    { method: 'POST', url: '/api/staff/settings/logos', body: () => ({ data: PNG }), has: () => ['logoId'] },
    { ...administratorsOnly(200, 200), 'service administrator': 200 },
  ),
  ...tried({ method: 'GET', url: '/api/open/logos/:logoId' }, everyone(200)),
].map((scenario) =>
  scenario.as === 'administrator of another organisation' && scenario.status === 200 && !scenario.url.includes('open')
    ? { ...scenario, hasNot: () => ours }
    : scenario,
)
