// The endpoints of signing in by an identity provider, tried as every kind of caller where none is set up.
import { type Scenario, tried } from '../scenarios.ts'
import { administratorsOnly, everyone, staffOnly } from './outcomes.ts'

const ours = () => ['Knee clinic', 'Hand clinic']

export const PROVIDER: Scenario[] = [
  ...tried({ method: 'GET', url: '/api/open/sign-in-ways', has: () => ['"passwords":true'] }, everyone(200)),
  ...tried(
    { method: 'POST', url: '/api/open/provider/start', body: () => ({ beside: false, anew: false }) },
    everyone('access/provider-none'),
  ),
  ...tried(
    { method: 'POST', url: '/api/open/provider/finish', body: () => ({ search: '?code=x&state=y' }) },
    everyone('access/provider-failed'),
  ),
  ...tried(
    {
      method: 'POST',
      url: '/api/open/provider/logout',
      body: () => 'logout_token=x',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    },
    everyone('access/provider-none'),
  ),
  ...tried(
    { method: 'POST', url: '/api/staff/provider/connect', body: () => ({ beside: false, anew: false }) },
    staffOnly<'access/provider-none'>('access/provider-none'),
  ),
  ...[
    ...tried(
      { method: 'GET', url: '/api/staff/sign-in-settings', has: () => ['"provider":null'] },
      administratorsOnly(200, 200),
    ),
    ...tried(
      { method: 'PUT', url: '/api/staff/sign-in-settings/only', body: () => ({ only: false }) },
      administratorsOnly(200, 200),
    ),
    ...tried(
      {
        method: 'PUT',
        url: '/api/staff/sign-in-settings/groups',
        body: () => ({ rules: [{ group: 'it', serviceId: null, role: 'administrator' }] }),
        has: () => ['"group":"it"'],
      },
      administratorsOnly(200, 200),
    ),
  ].map((scenario) =>
    scenario.as === 'administrator of another organisation' ? { ...scenario, hasNot: ours } : scenario,
  ),
]
