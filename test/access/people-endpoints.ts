// The endpoints of people, of one-time links and of letters, tried as every kind of caller.
import { INVITATION } from '../clinic.ts'
import { PASSWORD } from '../people.ts'
import { type Scenario, tried } from '../scenarios.ts'
import { administratorsOnly, everyone, staffOnly } from './outcomes.ts'

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

export const SECOND_STEPS: Scenario[] = ['authenticator', 'recovery-code'].flatMap((way) =>
  tried(
    { method: 'POST', url: `/api/open/sign-in/${way}`, body: () => ({ token: 'x'.repeat(43), code: '123456' }) },
    everyone('access/second-step-over' as const),
  ),
)

const [NO_ID, BYTES] = ['00000000-0000-4000-8000-000000000000', 'AAAA']
const credential = { id: BYTES, rawId: BYTES, type: 'public-key', clientExtensionResults: {} }
const signed = { clientDataJSON: BYTES, authenticatorData: BYTES, signature: BYTES }
const made = { clientDataJSON: BYTES, attestationObject: BYTES }

export const PASSKEYS: Scenario[] = [
  ...tried(
    { method: 'POST', url: '/api/open/passkey', body: () => ({}), has: () => ['"challenge"', '"rpId":"localhost"'] },
    everyone(200 as const),
  ),
  ...tried(
    {
      method: 'POST',
      url: '/api/open/passkey/sign-in',
      body: () => ({ id: NO_ID, answer: { ...credential, response: signed } }),
    },
    everyone('access/passkey-not-valid' as const),
  ),
  ...tried(
    { method: 'POST', url: '/api/staff/factors/passkeys', body: () => ({}), has: () => ['"challenge"'] },
    staffOnly(200),
  ),
  ...tried(
    {
      method: 'POST',
      url: '/api/staff/factors/passkeys/confirm',
      body: () => ({ id: NO_ID, name: 'Laptop', made: { ...credential, response: made } }),
    },
    staffOnly<'factor/passkey-not-valid'>('factor/passkey-not-valid'),
  ),
  ...tried(
    { method: 'PUT', url: '/api/staff/factors/passkeys/:passkeyId', body: () => ({ name: 'Laptop' }) },
    staffOnly<'factor/passkey-not-found'>('factor/passkey-not-found'),
  ),
  ...tried(
    { method: 'POST', url: '/api/staff/factors/passkeys/:passkeyId/remove', body: () => ({}) },
    staffOnly<'factor/passkey-not-found'>('factor/passkey-not-found'),
  ),
]

/** Each at their own sign-in; nobody here has an app or a passkey. */
export const PROOFS: Scenario[] = [
  ...tried(
    { method: 'POST', url: '/api/staff/proof/password', body: () => ({ password: PASSWORD }) },
    // The other organisation is the sample clinic, whose passwords are others.
    { ...staffOnly(200), 'administrator of another organisation': 'session/wrong-password' },
  ),
  ...tried(
    { method: 'POST', url: '/api/staff/proof/authenticator', body: () => ({ code: '123456' }) },
    staffOnly<'access/wrong-code'>('access/wrong-code'),
  ),
  ...tried(
    { method: 'POST', url: '/api/staff/proof/passkey', body: () => ({}), has: () => ['"challenge"'] },
    staffOnly(200),
  ),
  ...tried(
    {
      method: 'POST',
      url: '/api/staff/proof/passkey/confirm',
      body: () => ({ id: NO_ID, answer: { ...credential, response: signed } }),
    },
    staffOnly<'access/passkey-not-valid'>('access/passkey-not-valid'),
  ),
  // There is no identity provider here.
  ...tried(
    { method: 'POST', url: '/api/staff/proof/provider', body: () => ({}) },
    staffOnly<'access/provider-none'>('access/provider-none'),
  ),
]

/** Each their own; nobody here has one. */
export const FACTORS: Scenario[] = [
  ...tried({ method: 'GET', url: '/api/staff/factors', has: () => ['"authenticator":null'] }, staffOnly(200)),
  ...tried(
    { method: 'POST', url: '/api/staff/factors/authenticator', body: () => ({}), has: () => ['otpauth://totp/'] },
    staffOnly(200),
  ),
  ...tried(
    { method: 'POST', url: '/api/staff/factors/authenticator/confirm', body: () => ({ code: 'no code' }) },
    staffOnly<'factor/wrong-code'>('factor/wrong-code'),
  ),
  ...['authenticator/remove', 'recovery-codes'].flatMap((what) =>
    tried(
      { method: 'POST', url: `/api/staff/factors/${what}`, body: () => ({}) },
      staffOnly<'factor/none-yet'>('factor/none-yet'),
    ),
  ),
]

export const REQUIREMENT: Scenario[] = [
  ...tried(
    { method: 'GET', url: '/api/staff/settings/second-factor', has: () => ['"required":false'] },
    administratorsOnly(200, 200),
  ),
  ...tried(
    { method: 'PUT', url: '/api/staff/settings/second-factor', body: () => ({ required: false }) },
    administratorsOnly(200, 200),
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
    { method: 'POST', url: '/api/staff/people/:personId/reset-factors', body: () => ({}) },
    administratorsOnly(200, 'person/not-found'),
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
  ...tried({ method: 'GET', url: '/api/staff/warnings', has: () => ['warnings'] }, administratorsOnly(200, 200)),
  ...tried({ method: 'GET', url: '/api/staff/outbox', has: () => ['Nobody there'] }, administratorsOnly(200, 200)),
  ...tried(
    { method: 'POST', url: '/api/staff/outbox/:messageId/send-again', body: () => ({}) },
    administratorsOnly(200, 'notification/not-found'),
  ),
  ...tried(
    { method: 'POST', url: '/api/staff/outbox/:messageId/arrived', body: () => ({}) },
    administratorsOnly(200, 'notification/not-found'),
  ),
  // No carrier reports anything to this server.
  ...tried(
    { method: 'POST', url: '/api/open/carrier/:channel', body: () => ({ id: 'x', status: 'delivered' }) },
    everyone('request/not-found'),
  ),
  ...tried(
    {
      method: 'POST',
      url: '/api/open/carrier/:channel/form',
      body: () => 'MessageSid=SM1&MessageStatus=delivered',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    },
    everyone('request/not-found'),
  ),
  // Nobody here has an e-mail of ours with a way out in it; the one of mail programs stands in the address.
  ...tried(
    { method: 'POST', url: '/api/open/opt-out', body: () => ({ token: 'x', wish: 'stop' }) },
    everyone('request/not-found'),
  ),
  ...tried(
    {
      method: 'POST',
      url: '/api/open/opt-out/one-click',
      body: () => 'List-Unsubscribe=One-Click',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    },
    everyone('request/not-found'),
  ),
])
