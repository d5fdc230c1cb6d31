// Words of the settings that are handed down: what each is called, what it says, and where it comes from.
import type { BankHolidays } from '#domain/bank-holiday'
import type { SettingName, Source } from '#domain/settings'
import { typed } from '../typed.ts'

interface SettingWords {
  readonly title: string
  readonly hint: string
  /** What is wrong with what was typed. */
  readonly wrong: string
}

const text = (title: string, hint: string): SettingWords => ({ title, hint, wrong: 'Mend the text' })

const settings: Record<SettingName, SettingWords> = {
  planId: {
    title: 'Plan',
    hint: 'What most people come for. It decides what patients are told about devices and where to put them.',
    wrong: 'Choose a plan',
  },
  fields: { title: 'What patients are asked', hint: 'The first name is always asked.', wrong: 'Choose for each' },
  arrivalQuestions: {
    title: 'Own questions',
    hint: 'Up to 5 short questions, asked after the details. Staff read the answers in the queue and in the call. They are deleted with the details.',
    wrong: 'Type each question, and each only once',
  },
  consent: {
    title: 'Consent',
    hint: 'Patients tick that they agree to this text. Leave it empty to ask for nothing.',
    wrong: 'Make the text shorter',
  },
  logoId: {
    title: 'Logo',
    hint: 'Shown to patients at the door and while they wait, and on the poster. PNG or JPEG, at most 100 kB.',
    wrong: 'Choose a picture',
  },
  listed: {
    title: 'On the first page',
    hint: 'The first page of this address lists waiting areas for everybody to see. Link, code and poster work also where it is not listed.',
    wrong: 'Choose one',
  },
  openBlocks: {
    title: 'Opening hours',
    hint: 'Patients can arrive at these times. Those who are inside may stay longer.',
    wrong: 'Check the hours',
  },
  opensEarlyMinutes: {
    title: 'Doors open early',
    hint: 'Minutes before the hours begin, from 0 to 120. People come early.',
    wrong: 'Type whole minutes, from 0 to 120',
  },
  timeZone: {
    title: 'Time zone',
    hint: 'Opening hours are in this time zone.',
    wrong: 'Choose a time zone from the list. For example, Europe/London',
  },
  bankHolidays: {
    title: 'Bank holidays',
    hint: 'On these days it is closed.',
    wrong: 'Choose from the list',
  },
  closedDates: {
    title: 'Other closed days',
    hint: 'Days of your own, such as a training day.',
    wrong: 'Check the days. Each day stands once, and at most 100.',
  },
  waitingMessages: {
    title: 'Messages while waiting',
    hint: 'Each is shown, and read out by a screen reader, when somebody has waited that long.',
    wrong: 'Type whole minutes from 0 to 480 and a text for each. Each needs another number of minutes.',
  },
  waitingSound: {
    title: 'Waiting sound',
    hint: 'Patients can play a quiet sound while they wait. It is off until they press.',
    wrong: 'Choose one',
  },
  joinsByItself: {
    title: 'When it is their turn',
    hint: 'Patients are told who is ready, and that their camera comes on. They can always press “Join now” sooner.',
    wrong: 'Choose one',
  },
  recall: {
    title: 'Waiting with the page closed',
    hint: 'Patients may close the page and keep their place. When it is their turn you send them a text message from the queue, or phone them.',
    wrong: 'Choose one',
  },
  feedback: {
    title: 'Questions after the call',
    hint: 'Patients may answer three short questions on the last page: whether picture and sound were good enough, whether they got what they needed, and whether they would do it again. Nobody is told who said what.',
    wrong: 'Choose one',
  },
  calendarNames: {
    title: 'Names in staff’s own calendars',
    hint: 'Staff can have their appointments in a calendar of their own. It shows initials, unless you let it show whole names. The company that runs the calendar can read them.',
    wrong: 'Choose one',
  },
  afterText: {
    title: 'Text after the call',
    hint: 'What happens next, and whom to phone when they get worse.',
    wrong: 'Make the text shorter',
  },
  afterLink: {
    title: 'Page after the call',
    hint: 'A button to another page, such as a questionnaire. Leave both empty for none.',
    wrong: 'Type what the button says, and an address that begins with https://',
  },
  support: {
    title: 'Help for patients',
    hint: 'Shown to patients at the door, while they wait, and when picture or sound fail.',
    wrong: 'Check the phone number and the e-mail address. Leave empty what you do not have.',
  },
  staffSupport: {
    title: 'Help for staff',
    hint: 'Whom staff ask when something does not work. They find it under their name.',
    wrong: 'Make the text shorter',
  },
  alerts: {
    title: 'When somebody arrives',
    hint: 'Sound and notification reach staff who have Bedside open. E-mail says nothing about the patient, and comes at most once in 10 minutes.',
    wrong: 'Check the e-mail addresses: one a line, each once, at most 10',
  },
  remindDayBefore: {
    title: 'Reminder the working day before',
    hint: 'Sent at the time of the appointment, on the last day before it on which you are open.',
    wrong: 'Choose one',
  },
  remindHourBefore: {
    title: 'Reminder an hour before',
    hint: 'Whoever has come in already gets none.',
    wrong: 'Choose one',
  },
  linkAgain: {
    title: 'Not there after 10 minutes',
    hint: 'Staff can send the link again with one press. It can also go by itself, once.',
    wrong: 'Choose one',
  },
  textInvitation: text('Booked', 'Sent when an appointment is booked.'),
  textReminderDay: text('Reminder, the working day before', 'Sent where that reminder is on.'),
  textReminderHour: text('Reminder, an hour before', 'Sent where that reminder is on.'),
  textMoved: text('Moved', 'Sent when an appointment gets another time.'),
  textCancelled: text('Cancelled', 'Sent when an appointment is cancelled. It has no link.'),
  textLate: text('Running late', 'Sent to all who come in the next hours, when staff say that they run late.'),
  textOnTime: text('On time again', 'Sent to those who were told that you run late, when you do not any more.'),
  textLinkAgain: text('Link again', 'Sent when staff send the link again.'),
  textMissed: text('Missed', 'Sent when staff write down that somebody did not attend.'),
}

const sources: Record<Source, string> = {
  bedside: 'Default',
  organisation: 'From the organisation',
  service: 'From the service',
  area: 'Set here',
}

const bankHolidays: Record<BankHolidays, string> = {
  none: 'Not kept',
  'england-and-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
}

const date = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})
const list = (names: readonly string[]) => new Intl.ListFormat('en-GB').format(names)

export const words = {
  settings,
  sources,
  bankHolidays,
  /** Where a place's value comes from, when the place is that very level. */
  sourceHere: 'Set here',
  groups: {
    door: 'At the door',
    hours: 'When it is open',
    waiting: 'While patients wait',
    appointments: 'Appointments',
    after: 'After the call',
    help: 'Help and alerts',
    messages: 'Messages to patients',
  },
  organisationLead: 'What you set here is handed down to every service and waiting area that says nothing else.',
  serviceLead: 'What you set here is handed down to the waiting areas of this service.',
  areaLead: 'Each of these comes from above until you change it here.',
  below: (names: readonly string[]) => `Set separately: ${list(names)}`,
  belowMany: (count: number) => `${count} services and waiting areas have their own`,
  change: 'Change',
  changeHere: 'Change here',
  /** By where it would come from then. */
  giveBack: {
    bedside: 'Use the default',
    organisation: 'Use the organisation’s',
    service: 'Use the service’s',
    area: '',
  } satisfies Record<Source, string>,
  /** What is pressed, and of which setting. */
  pressLong: (label: string, title: string) => `${label}: ${title}`,
  givingBack: 'Changing',
  cancel: 'Cancel',
  nothing: 'Nothing',
  none: 'None',
  alwaysOpen: 'Always open',
  days: (first: string, last: string) => (first === last ? first : `${first} to ${last}`),
  span: (from: string, to: string) => `${from} to ${to}`,
  hoursLine: (days: string, spans: readonly string[]) => `${days}: ${spans.join(', ')}`,
  early: (minutes: number) => (minutes === 0 ? 'Not early' : `${minutes} minutes before`),
  date: (iso: string) => date.format(new Date(`${iso}T00:00:00Z`)).replace(',', ''),
  message: (minutes: number, text: string) =>
    minutes === 0 ? `At once: ${text}` : `After ${minutes === 1 ? '1 minute' : `${minutes} minutes`}: ${text}`,
  questionLine: (label: string, required: boolean) => (required ? `${label} (must be answered)` : label),
  /** What a yes and a no mean, by setting. */
  yesNo: {
    waitingSound: { yes: 'Offered', no: 'Not offered' },
    joinsByItself: { yes: 'They join by themselves after 10 seconds', no: 'They join when they press' },
    recall: { yes: 'Offered', no: 'Not offered' },
    feedback: { yes: 'Asked', no: 'Not asked' },
    calendarNames: { yes: 'Whole names', no: 'Initials only' },
    listed: { yes: 'Listed', no: 'Not listed' },
    remindDayBefore: { yes: 'Sent', no: 'Not sent' },
    remindHourBefore: { yes: 'Sent', no: 'Not sent' },
    linkAgain: { yes: 'The link goes by itself', no: 'Staff send it' },
  },
  phone: (phone: string) => `Phone ${typed(phone)}`,
  email: (email: string) => `E-mail ${typed(email)}`,
  field: (field: string, rule: string) => `${field}: ${rule.toLowerCase()}`,
  alertSound: 'Sound',
  alertDesktop: 'Notification on the screen',
  alertEmail: (emails: readonly string[]) => `E-mail to ${list(emails)}`,
  editor: {
    minutes: 'Minutes',
    text: 'Text',
    phone: 'Phone number',
    email: 'E-mail address',
    emails: 'E-mail addresses, one a line',
    afterMinutes: 'After minutes',
    messageText: 'What patients read',
    addMessage: 'Add a message',
    removeMessage: (position: number) => `Remove message ${position}`,
    question: (position: number) => `Question ${position}`,
    questionKind: 'Answer',
    questionKinds: { text: 'In their own words', 'yes-no': 'Yes or no' },
    questionRequired: 'Must be answered',
    addQuestion: 'Add a question',
    removeQuestion: (position: number) => `Remove question ${position}`,
    date: 'Day',
    addDate: 'Add a day',
    removeDate: (position: number) => `Remove day ${position}`,
    label: 'What the button says',
    url: 'Address of the page',
    urlHint: 'It begins with https://',
    sound: 'Play a sound when somebody arrives',
    desktop: 'Show a notification on the screen',
    holidays: 'Whose bank holidays',
    picture: 'Choose a picture',
    pictureBusy: 'Sending the picture',
    noPicture: 'No logo',
    pictureOf: 'The logo as it is chosen now',
    tooLarge: 'This picture is larger than 100 kB. Choose a smaller one.',
  },
}
