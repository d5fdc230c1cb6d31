// The patient's way from the link to the visit at each of its screens, for looking at.
import { NINE, TYPED, WELCOME } from '../../../test/patient/made-up.ts'
import { lazily } from './../kit/lazily.ts'
import { createStore } from '../kit/store.ts'
import type { Example } from '../ui/example.ts'
import { App } from './app.tsx'
import type { ArriveState } from './arrive/arrive-model.ts'
import { NOTHING_TYPED } from './arrive/typed.ts'
import { shownEquipment } from './equipment/equipment.examples.tsx'
import type { JourneyModel, Screen, Wish } from './journey-model.ts'
import type { LastWorkedShelf } from './last-worked.ts'
import { LoadFailed } from './load-failed.tsx'

const press = () => {}
const LONG = {
  ...WELCOME,
  organisationName: 'Ealing and North West London Community Dietetics and Nutrition Partnership',
  serviceName: 'Children’s allergy and food intolerance clinic for the under fives',
  name: 'Thursday morning follow-up appointments with the specialist dietitian',
  about: 'We talk about what your child eats and how they are growing. '.repeat(4),
  sample: true,
}

interface Shown {
  welcome?: typeof WELCOME | null
  wish?: Wish
  callable?: boolean
}

function screen(name: string, at: Screen, { welcome = WELCOME, wish = 'video', callable = true }: Shown = {}): Example {
  const journey: JourneyModel = {
    screen: createStore(at),
    wish: createStore(wish),
    welcome: createStore(welcome),
    setWish: press,
    back: press,
    startAgain: press,
    somebodyElse: async () => {},
    comeBack: async () => {},
  }
  const shelf: LastWorkedShelf = { possible: true, load: () => null, kept: () => false, keep: press }
  return {
    name,
    whole: true,
    draw: () => (
      <App
        journey={journey}
        part={lazily(() => new Promise(press))}
        ownZone="Europe/London"
        here="smartphone"
        kind={{ device: 'iphone', browser: 'safari', inApp: null }}
        callable={callable}
        lastWorked={shelf}
      />
    ),
  }
}

const door = (name: string, welcome = WELCOME, open = true, callable = true) =>
  screen(name, { at: 'door', welcome, start: open ? press : null }, { welcome, callable })

function form(name: string, state: Partial<ArriveState>, welcome = WELCOME): Example {
  const nothing: ArriveState = {
    typed: NOTHING_TYPED,
    phoneMe: false,
    errors: {},
    attempt: 0,
    refused: null,
    sending: false,
  }
  const model = {
    state: createStore({ ...nothing, ...state }),
    type: press,
    setPhoneMe: press,
    submit: press,
    setSending: press,
    refuse: press,
    clear: press,
  }
  return screen(name, { at: 'details', welcome, form: model }, { welcome, wish: state.phoneMe ? 'phone' : 'video' })
}

const who = (open: boolean, refused: string | null = null) => ({
  at: 'who' as const,
  welcome: WELCOME,
  who: {
    firstName: 'Nia',
    open,
    state: createStore({ sending: false, refused }),
    carryOn: press,
    somebodyElse: press,
  },
})

const closed = {
  state: 'closed',
  opensAt: NINE + 3_600_000,
  doorsOpenAt: NINE + 2_700_000,
  timeZone: 'Europe/London',
} as const

export const examples: readonly Example[] = [
  door('door open now'),
  door('door, long names', LONG),
  door('door, no calls in this browser', WELCOME, true, false),
  door('door closed', { ...WELCOME, openness: closed }, false),
  door('door closed, elsewhere', { ...WELCOME, openness: { ...closed, timeZone: 'America/New_York' } }, false),
  door(
    'door closed, nobody knows how long',
    { ...WELCOME, openness: { ...closed, opensAt: null, doorsOpenAt: null } },
    false,
  ),
  door(
    'door suspended',
    {
      ...WELCOME,
      openness: { state: 'suspended', message: 'The clinic is closed today because of snow. We will phone you.' },
    },
    false,
  ),
  screen('looking', { at: 'looking', forVisit: false }, { welcome: null }),
  screen('looking for the visit', { at: 'looking', forVisit: true }),
  screen('not found', { at: 'not-found' }, { welcome: null }),
  screen('unreachable', { at: 'unreachable', tryNow: press }, { welcome: null }),
  screen('who, visit open', who(true)),
  screen('who, visit over', who(false)),
  screen('who, refused', who(true, 'The clinic did not answer. Try again.')),
  screen('nothing kept', { at: 'nothing-kept', welcome: WELCOME, tryAgain: press }),
  form('details', {}),
  form('details typed', { typed: TYPED }),
  form('details with mistakes', {
    attempt: 1,
    errors: {
      firstName: 'Type your first name',
      lastName: 'Type your last name',
      dateOfBirth: 'Type your date of birth, such as 31 3 1980',
      phone: 'This is not a phone number',
      consent: 'Tick the box if you agree',
    },
  }),
  form('details refused', { typed: TYPED, refused: 'The clinic did not answer. Try again.' }),
  form('details being sent', { typed: TYPED, sending: true }),
  form('details, to be phoned', { phoneMe: true }),
  form(
    'details, first name only',
    {},
    { ...WELCOME, consent: '', fields: { lastName: 'off', dateOfBirth: 'off', phone: 'off' } },
  ),
  form(
    'details with questions of its own',
    { attempt: 1, errors: { 'question-0': 'Choose yes or no' } },
    {
      ...WELCOME,
      fields: { lastName: 'off', dateOfBirth: 'off', phone: 'off' },
      questions: [
        { label: 'Are you at home today?', kind: 'yes-no', required: true },
        { label: 'What matters most to you about this visit?', kind: 'text', required: false },
      ],
    },
  ),
  screen('loading', { at: 'loading' }),
  screen('load failed', { at: 'load-failed', tryAgain: press }),
  screen('arriving', { at: 'arriving', refused: null, tryAgain: null }),
  screen('not arrived', { at: 'arriving', refused: 'The clinic has just closed.', tryAgain: press }),
  screen('equipment, before its part is here', {
    at: 'equipment',
    welcome: WELCOME,
    check: shownEquipment({ at: 'explain' }),
  }),
  { name: 'practice not loaded', whole: true, draw: () => <LoadFailed tryAgain={press} /> },
]
