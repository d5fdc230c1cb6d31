// The made-up clinic: data only. Nobody in it exists; the e-mail domain is reserved and can belong to nobody (RFC 2606).
import type { OwnSettings } from '#domain/settings'

export const SAMPLE_NAME = 'Riverside Community Health'

export const SAMPLE_AREAS = [
  {
    serviceName: 'Physiotherapy',
    name: 'Physiotherapy video clinic',
    about: 'Video appointments with the physiotherapy team. Amara Okafor or Tomasz Nowak will see you.',
    own: { planId: 'walking-and-balance' },
  },
  {
    serviceName: 'Community nursing',
    name: 'Nurse drop-in',
    about: 'See a community nurse by video. Helen Price will see you.',
    own: { planId: 'close-look', recall: true },
  },
] as const

/** What the clinic adds to the checklist of a plan. */
export const SAMPLE_CHECKLIST = {
  planId: 'walking-and-balance',
  items: [
    { id: 'own.5a3b1c01', phase: 'examination', text: 'Asked about falls since last time', records: true },
    { id: 'own.5a3b1c02', phase: 'closing', text: 'Exercise sheet sent', records: false },
  ],
} as const

/** What the organisation hands down to both its services. */
export const SAMPLE_SETTINGS: OwnSettings = {
  consent: 'I agree to a video appointment. I know that I can stop at any time. Nobody records the call.',
  support: { phone: '01632 960 123', email: '' },
  feedback: true,
  afterText: 'Thank you for coming. We will send you a letter with what we agreed.',
}

/** `areas` are positions in SAMPLE_AREAS. */
export const SAMPLE_PRACTITIONERS = [
  {
    name: 'Amara Okafor',
    title: 'Physiotherapist',
    email: 'amara@riverside.example',
    organisationRole: 'administrator',
    areas: [0, 1],
  },
  {
    name: 'Tomasz Nowak',
    title: 'Physiotherapist',
    email: 'tomasz@riverside.example',
    organisationRole: null,
    areas: [0],
  },
  {
    name: 'Helen Price',
    title: 'Community nurse',
    email: 'helen@riverside.example',
    organisationRole: null,
    areas: [1],
  },
] as const

/** Asked for that plan before an appointment. */
export const SAMPLE_FORMS = [
  { questionnaireId: 'pre-visit', plans: ['walking-and-balance'] },
  { questionnaireId: 'falls', plans: ['walking-and-balance'] },
] as const

/** What the first of the appointments below has answered already. */
export const SAMPLE_ANSWERS = {
  'pre-visit': {
    about: [{ typed: 'I would like to walk to the shop again without the frame.' }],
    change: [{ option: 'Better' }],
    medicine: [{ option: 'true' }],
    medicines: [{ typed: 'Paracetamol, two in the morning and two at night' }],
    allergy: [{ option: 'false' }],
  },
  falls: {
    fell: [{ option: 'Yes, once' }],
    hurt: [{ option: 'No' }],
    unsteady: [{ option: 'Sometimes' }],
    worried: [{ option: 'A lot' }],
  },
}

/** Of the day on which the clinic is made. `area` and `person` are positions above; `person` null: anyone of the team. */
export const SAMPLE_APPOINTMENTS = [
  {
    ...{ area: 0, person: 0, inMinutes: 10, minutes: 30 },
    ...{ firstName: 'Margaret', lastName: 'Hollis', dateOfBirth: '1948-03-03', phone: '01632 960 201' },
    reason: 'Walks with a frame since the hip operation',
  },
  {
    ...{ area: 0, person: 1, inMinutes: 50, minutes: 30 },
    ...{ firstName: 'Imran', lastName: 'Sheikh', dateOfBirth: '1986-11-21', phone: '01632 960 202' },
    reason: 'Knee exercises, second time',
  },
  {
    ...{ area: 1, person: null, inMinutes: 90, minutes: 15 },
    ...{ firstName: 'Agnes', lastName: 'Whitlock', dateOfBirth: '1939-06-12', phone: '01632 960 203' },
    reason: 'Look at the leg dressing',
  },
] as const

/** Of the days after it, by the clock on the wall: a week in which something stands. */
export const SAMPLE_COMING = [
  {
    ...{ area: 0, person: 0, inDays: 2, time: '09:30', minutes: 30 },
    ...{ firstName: 'Dorothy', lastName: 'Ashworth', dateOfBirth: '1941-09-08', phone: '01632 960 204' },
    reason: 'Balance, third time',
  },
  {
    ...{ area: 0, person: 1, inDays: 2, time: '11:00', minutes: 30 },
    ...{ firstName: 'Kwame', lastName: 'Mensah', dateOfBirth: '1972-02-17', phone: '01632 960 205' },
    reason: 'Shoulder after a fall',
  },
  {
    ...{ area: 1, person: 2, inDays: 3, time: '10:15', minutes: 15 },
    ...{ firstName: 'Bronwen', lastName: 'Price-Davies', dateOfBirth: '1950-12-01', phone: '01632 960 206' },
    reason: 'Blood sugar diary',
  },
  {
    ...{ area: 0, person: null, inDays: 4, time: '14:00', minutes: 45 },
    ...{ firstName: 'Stanisław', lastName: 'Zieliński', dateOfBirth: '1963-07-30', phone: '01632 960 207' },
    reason: 'First visit, low back',
  },
  {
    ...{ area: 1, person: 2, inDays: 6, time: '09:00', minutes: 15 },
    ...{ firstName: 'Lakshmi', lastName: 'Nair', dateOfBirth: '1958-04-11', phone: '01632 960 208' },
    reason: 'Foot check',
  },
] as const
