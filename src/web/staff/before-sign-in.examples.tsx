// The pages before somebody is signed in: the first page, set-up, the sample clinic, sign-in, one-time links and the lock.
import { createAction } from '../kit/action.ts'
import { createStore } from '../kit/store.ts'
import { Refusal } from '../net/api.ts'
import type { Example } from '../ui/example.ts'
import { First } from './first/first.tsx'
import type { FirstState } from './first/first-model.ts'
import { Link } from './link/link.tsx'
import type { LinkState } from './link/link-model.ts'
import { Reset } from './link/reset.tsx'
import type { ResetState } from './link/reset-model.ts'
import { Lock } from './lock/lock.tsx'
import type { LockState } from './lock/lock-model.ts'
import { Sample } from './sample/sample.tsx'
import type { SampleState } from './sample/sample-model.ts'
import { Setup } from './setup/setup.tsx'
import type { SetupState } from './setup/setup-model.ts'
import { SignIn } from './sign-in/sign-in.tsx'
import type { SignInState } from './sign-in/sign-in-model.ts'

const press = () => {}
const later = async () => {}
const offline = new Refusal('offline')
const page = (name: string, draw: Example['draw']): Example => ({ name, whole: true, draw })

const first = (name: string, state: FirstState, typed = '') =>
  page(`first page: ${name}`, () => (
    <First
      model={{ state: createStore(state), look: later }}
      code={{
        state: createStore({ typed, fault: typed ? ('unknown' as const) : null }),
        type: press,
        submit: press,
      }}
    />
  ))

const ORGANISATION = {
  name: 'Riverside Community Health',
  sample: false,
  areas: [
    { slug: 'falls', name: 'Falls clinic' },
    { slug: 'diabetes', name: 'Thursday morning follow-up appointments with the specialist dietitian' },
  ],
}

const signIn = (name: string, state: Partial<SignInState>, { provider = false, passwords = true } = {}) =>
  page(`sign-in: ${name}`, () => (
    <SignIn
      model={{
        state: createStore({
          ...{ email: '', password: '', missing: [], attempt: 0, sending: false, refusal: null, second: null },
          ...state,
        }),
        passkey: { state: createStore({ kind: 'idle' }), begin: later },
        type: press,
        submit: later,
      }}
      ways={{ ways: createStore({ provider: provider ? { name: 'NHS CIS2' } : null, passwords }), load: later }}
      interrupted={null}
    />
  ))

const EMPTY = { password: '', missing: false, attempt: 0, sending: false, refusal: null }

const lock = (name: string, state: Partial<LockState>, hasPassword = true) =>
  page(`lock: ${name}`, () => (
    <Lock
      model={{ state: createStore({ ...EMPTY, ...state }), type: press, submit: later }}
      who={{ name: 'Dr Amina Shah', organisationName: 'Riverside Community Health', sample: false }}
      hasPassword={hasPassword}
      inCall={false}
      onSignOut={later}
    />
  ))

const VIEW = {
  kind: 'invitation',
  name: 'Amina Shah',
  email: 'amina@example.org',
  organisationName: 'Riverside Community Health',
  sample: false,
} as const

const link = (name: string, state: LinkState, kind: 'invitation' | 'reset' = 'invitation') =>
  page(`link: ${name}`, () => (
    <Link model={{ state: createStore(state), begin: later, type: press, submit: later }} kind={kind} />
  ))

const reset = (name: string, state: Partial<ResetState>) =>
  page(`new password: ${name}`, () => (
    <Reset
      model={{
        state: createStore({
          ...{ email: '', missing: false, attempt: 0, sending: false, refusal: null, askedFor: null },
          ...state,
        }),
        type: press,
        submit: later,
        again: press,
      }}
    />
  ))

const FORM = {
  organisationName: '',
  serviceName: '',
  areaName: '',
  name: '',
  email: '',
  password: '',
} as SetupState['form']

const setup = (name: string, state: Partial<SetupState>, hasToken = true) =>
  page(`set-up: ${name}`, () => (
    <Setup
      model={{
        state: createStore({ form: FORM, faults: [], attempt: 0, sending: false, refusal: null, done: null, ...state }),
        begin: later,
        type: press,
        submit: later,
      }}
      hasToken={hasToken}
    />
  ))

const sample = (name: string, state: SampleState, hasToken = true) =>
  page(`sample clinic: ${name}`, () => (
    <Sample
      model={{ state: createStore(state), signingIn: createAction(), open: later, be: later }}
      hasToken={hasToken}
    />
  ))

const CLINIC = {
  organisationName: 'Riverside Community Health',
  areas: [{ slug: 'falls', name: 'Falls clinic', serviceName: 'Physiotherapy' }],
  practitioners: [
    {
      name: 'Tomasz Nowak',
      title: 'Physiotherapist',
      email: 'tomasz@example.org',
      password: 'river stone lamp 41',
      areas: ['Falls clinic'],
    },
  ],
}

export const examples: readonly Example[] = [
  first('looking', { kind: 'looking' }),
  first('refused', { kind: 'refused', refusal: offline }),
  first('nothing yet', { kind: 'nothing-yet' }),
  first('an organisation', { kind: 'organisations', organisations: [ORGANISATION], setUp: true }),
  first('an unknown code', { kind: 'organisations', organisations: [ORGANISATION], setUp: true }, 'FTHP47'),
  setup('empty', {}),
  setup('no link', {}, false),
  setup('with mistakes', {
    attempt: 1,
    faults: [
      { field: 'organisationName', fault: 'missing' },
      { field: 'email', fault: 'not-an-address' },
      { field: 'password', fault: 'too-short' },
    ],
  }),
  setup('refused', { refusal: offline }),
  sample('opening', { kind: 'opening' }),
  sample('no link', { kind: 'opening' }, false),
  sample('refused', { kind: 'refused', refusal: offline }),
  sample('open', { kind: 'open', clinic: CLINIC }),
  signIn('plain', {}),
  signIn('with a provider', {}, { provider: true }),
  signIn('a provider alone', {}, { provider: true, passwords: false }),
  signIn('with mistakes', { missing: ['email', 'password'], attempt: 1 }),
  signIn('refused', { email: 'amina@example.org', refusal: offline }),
  signIn('sending', { email: 'amina@example.org', password: 'typed', sending: true }),
  link('looking', { kind: 'looking' }),
  link('over', { kind: 'refused', refusal: new Refusal('person/link-not-valid') }),
  link('nobody answers', { kind: 'refused', refusal: offline }, 'reset'),
  link('a password', { ...EMPTY, kind: 'open', view: VIEW, insteadOf: null, fault: null }),
  link('too short, instead of somebody', {
    ...EMPTY,
    ...{ kind: 'open', view: VIEW, insteadOf: 'Tomasz Nowak', fault: 'too-short', attempt: 1 },
  }),
  reset('asked', { askedFor: 'amina@example.org' }),
  reset('empty', {}),
  reset('with a mistake', { missing: true, attempt: 1 }),
  lock('locked', {}),
  lock('without a password', {}, false),
  lock('with a mistake', { missing: true, attempt: 1 }),
  lock('refused', { refusal: offline }),
]
