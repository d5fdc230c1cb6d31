// The endpoints of one's own name, address and password. Those that need the password are tried with a wrong one: what the
// right one comes to is in src/server/people/account.test.ts, with people whose password may change.
import { personOf, type Scenario, type Story, tried } from '../scenarios.ts'
import { everyone, type Outcomes, staffOnly } from './outcomes.ts'

const WRONG = 'not my own password'
const byPassword: Outcomes = {
  ...staffOnly<Outcomes['guest']>('person/password-wrong'),
  'administrator of another organisation': 'person/sample-stays',
}

/** Everybody keeps the name they have. */
const nameOf = (story: Story, { as }: Scenario) => {
  const person = personOf(story, as)
  return { name: 'me' in person ? (person as typeof story.clinic.here).me.name : 'Nobody' }
}

/** Who sees appointments; a practitioner of any area, and whoever is one beside being an administrator. */
const seesAppointments = (good: 200): Outcomes => ({
  ...staffOnly<Outcomes['guest']>('access/not-allowed'),
  'practitioner here': good,
  'practitioner elsewhere': good,
  receptionist: good,
  administrator: good,
  'administrator of another organisation': good,
})

const CALENDAR = '/api/staff/account/calendar'
export const CALENDAR_FEEDS: Scenario[] = [
  ...tried({ method: 'GET', url: CALENDAR, has: () => ['feed'] }, seesAppointments(200)),
  ...tried(
    { method: 'POST', url: CALENDAR, body: () => ({ team: false }), has: () => ['/appointments.ics'] },
    seesAppointments(200),
  ),
  ...tried({ method: 'PUT', url: CALENDAR, body: () => ({ team: true }) }, seesAppointments(200)),
  ...tried({ method: 'POST', url: `${CALENDAR}/end`, body: () => ({}) }, staffOnly(200)),
  // What the right secret gives is in src/server/appointments/feed.test.ts.
  ...tried({ method: 'GET', url: '/api/open/calendar/:secret/appointments.ics' }, everyone('request/not-found')),
]

export const ACCOUNT: Scenario[] = [
  ...tried({ method: 'GET', url: '/api/staff/account' }, staffOnly(200)),
  ...tried({ method: 'PUT', url: '/api/staff/account/name' }, staffOnly(200)).map((one) => ({
    ...one,
    body: (story: Story) => nameOf(story, one),
  })),
  ...tried(
    {
      method: 'POST',
      url: '/api/staff/account/email',
      body: () => ({ email: 'another@harbour.example', password: WRONG }),
    },
    byPassword,
  ),
  ...tried(
    { method: 'POST', url: '/api/staff/account/email/confirm', body: () => ({ token: 'x'.repeat(43) }) },
    staffOnly<Outcomes['guest']>('person/link-not-valid'),
  ),
  ...tried({ method: 'POST', url: '/api/staff/account/email/cancel', body: () => ({}) }, staffOnly(200)),
  ...tried(
    {
      method: 'PUT',
      url: '/api/staff/account/password',
      body: () => ({ password: WRONG, next: 'kettle lemon bridge' }),
    },
    byPassword,
  ),
]
