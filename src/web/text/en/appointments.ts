// Words of the page of appointments, and of those who are expected in the queue.
import type { LinkState, ShownStatus } from '#domain/appointment'
import type { NotificationState } from '#domain/notification'
import { typed } from '../typed.ts'

const day = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })

const dayOf = (iso: string) => day.format(new Date(`${iso}T00:00:00Z`)).replace(',', '')

const links: Record<LinkState, string> = {
  none: 'Link not sent',
  sent: 'Link sent',
  opened: 'Link opened',
}

const channels = { sms: 'Text', email: 'E-mail' } as const

/** What became of the last message to the patient. */
const messages: Record<NotificationState, (channel: string) => string> = {
  queued: (channel) => `${channel} on its way`,
  sending: (channel) => `${channel} on its way`,
  sent: (channel) => `${channel} sent`,
  delivered: (channel) => `${channel} delivered`,
  failed: (channel) => `${channel} did not get through: phone them`,
  uncertain: (channel) => `${channel} may not have arrived: phone them`,
  cancelled: () => '',
}

const statuses: Record<ShownStatus, string> = {
  booked: 'Expected',
  arrived: 'Has arrived',
  seen: 'Seen',
  cancelled: 'Cancelled',
  'did-not-attend': 'Did not attend',
}

export const words = {
  title: 'Appointments',
  looksTitle: 'Ways of looking at appointments',
  all: 'All',
  looks: { day: 'Day', week: 'Week', all: 'List' },
  day: dayOf,
  /** "Tuesday 3 March, 14:05", by the clock on the wall. */
  dayAndTime: (iso: string, time: string) => `${dayOf(iso)}, ${time}`,
  today: 'Today',
  earlier: 'The day before',
  later: 'The day after',
  chooseDay: 'Day',
  loading: 'Looking up the day',
  failed: 'The appointments cannot be shown now',
  again: 'Try again',
  emptyTitle: 'No appointments on this day',
  emptyText: 'Make one: the patient gets a link by text message or e-mail, and stands in the queue as expected.',
  noAreas: 'You serve no waiting area yet. Ask your administrator to add you to one.',
  list: 'Appointments of the day',
  add: 'New appointment',
  addList: 'Add a clinic list',
  minutes: (count: number) => `${count} min`,
  team: 'Anyone of the team',
  links,
  prepared: 'Prepared',
  partlyPrepared: (done: number) => `Prepared: ${done} of 3`,
  preparationSteps: { read: 'reading', device: 'camera and sound', tell: 'questions' },
  preparationLeft: (steps: string) => `Still to do: ${steps}`,
  message: (channel: keyof typeof channels, state: NotificationState) => messages[state](channels[channel]),
  messageKept: (channel: keyof typeof channels) => `${channels[channel]} in the outbox`,
  messageWaits: (channel: keyof typeof channels, time: string) => `${channels[channel]} goes at ${time}`,
  landline: 'A landline: no text message gets there',
  optedOut: { sms: 'This number wants no text messages', email: 'This address wants no e-mails' },
  toPhone: 'Phone them',
  statuses,
  movedFrom: (when: string) => `Moved from ${when}`,
  cancelled: { patient: 'Cancelled by the patient', clinic: 'Cancelled by the clinic' },
  detailsGone: 'Details deleted',
  actions: (name: string) => `Actions for ${typed(name)}`,
  move: 'Move',
  cancel: 'Cancel',
  miss: 'Did not attend',
  sendAgain: 'Send a new link',
  sendNow: 'Send now anyway',
  sentNow: (name: string) => `The message to ${typed(name)} goes now.`,
  linkAgain: 'Send the link again',
  linkAgainTo: (name: string) => `Send the link again to ${typed(name)}`,
  linkAgainSent: 'Link sent again',
  newLink: 'Make a new link',
  copyLink: 'Copy the link',
  copied: 'Link copied',
  copyFailed: 'This browser does not let us copy. The link:',
  sent: (name: string) => `A new link is on its way to ${typed(name)}. The one before opens nothing now.`,
  made: 'There is a new link. Copy it and pass it on. The one before opens nothing now.',
  booked: {
    sent: (name: string) => `${typed(name)} is booked. The link is on its way to them.`,
    kept: (name: string) =>
      `${typed(name)} is booked. This server sends no messages: copy the link, or find it in the outbox.`,
    none: (name: string) => `${typed(name)} is booked. Copy the link and pass it on.`,
  },
  clash: (name: string) => `${typed(name)} has another appointment at this time. Both stand.`,
  moved: 'The appointment is moved, and the link stays the same. The patient gets a message with the new time.',
  movedUntold: 'The appointment is moved, and the link stays the same. No message reaches the patient: tell them.',
  notDone: 'This was not done',
  details: {
    reach: 'Phone, e-mail',
    changes: 'Changed',
    day: 'Show the day',
  },
  form: {
    firstName: 'First name',
    lastName: 'Last name',
    birth: 'Date of birth',
    birthHint: 'For example, 31 3 1980. The patient proves with it who they are.',
    email: 'E-mail address',
    phone: 'Phone number',
    reach: 'One of the two is enough. The link goes to a mobile phone, or else to the e-mail address.',
    date: 'Date',
    time: 'Time',
    reason: 'What it is for',
    reasonHint: 'For your team. The patient is not shown it, and it is in no message.',
    more: 'Length, with whom, plan',
    minutes: 'Length',
    practitioner: 'With',
    area: 'Waiting area',
    plan: 'Plan',
    areaPlan: 'As the waiting area has it',
    save: 'Book and send the link',
    saving: 'Saving',
    moveTitle: (name: string) => `Move the appointment of ${typed(name)}`,
    moveSave: 'Move it',
    back: 'Go back',
  },
  cancelling: {
    title: (name: string) => `Cancel the appointment of ${typed(name)}?`,
    by: 'Who cancels',
    patient: 'The patient',
    clinic: 'The clinic',
    reason: 'Why',
    save: 'Cancel the appointment',
    reasonMissing: 'Write in a few words why',
  },
  sendAnyway: {
    title: (name: string) => `Send a link to ${typed(name)} all the same?`,
    text: 'Whoever uses this number or address asked for no more messages. Families share phones, so it may have been somebody else. It is kinder to phone them first.',
    send: 'Send anyway',
  },
  expected: 'Expected',
  expectedAt: (time: string) => `Appointment at ${time}`,
  late: (wait: string) => `${wait} late`,
}
