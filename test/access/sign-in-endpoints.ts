// The endpoints of where one is signed in, and of locking, tried as every kind of caller.
import { PASSWORD } from '../people.ts'
import { type Scenario, tried } from '../scenarios.ts'
import { administratorsOnly, staffOnly } from './outcomes.ts'

const nothing = () => ({})

export const LOCKS: Scenario[] = [
  ...tried({ method: 'GET', url: '/api/staff/sign-ins', has: () => ['"here":true', '127.0.0.1'] }, staffOnly(200)),
  ...tried(
    { method: 'POST', url: '/api/staff/sign-ins/:sessionId/end', body: nothing },
    staffOnly('session/not-found' as const),
  ),
  ...tried({ method: 'POST', url: '/api/staff/sign-ins/end-others', body: nothing }, staffOnly(200)),
  ...tried({ method: 'POST', url: '/api/staff/devices/known', body: nothing }, staffOnly(200)),
  ...tried({ method: 'POST', url: '/api/staff/active', body: nothing }, staffOnly(200)),
  ...tried({ method: 'GET', url: '/api/staff/lock', has: () => ['"locked":false'] }, staffOnly(200)),
  ...tried({ method: 'POST', url: '/api/staff/lock', body: nothing, endsSignIn: true }, staffOnly(200)),
  ...tried(
    { method: 'POST', url: '/api/staff/unlock', body: () => ({ password: PASSWORD }) },
    // The other organisation is the sample clinic, whose passwords are others.
    { ...staffOnly(200), 'administrator of another organisation': 'session/wrong-password' },
  ),
  ...tried(
    { method: 'PUT', url: '/api/staff/settings/idle', body: () => ({ idleMinutes: 60 }) },
    administratorsOnly(200, 200),
  ),
]
