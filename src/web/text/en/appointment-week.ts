// Words of the week of appointments.

const at = (iso: string) => new Date(`${iso}T00:00:00Z`)
const whole = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const short = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' })
const long = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
const dayOf = (iso: string) => long.format(at(iso)).replace(',', '')

export const words = {
  loading: 'Looking up the week',
  failed: 'The week cannot be shown now',
  again: 'Try again',
  /** "1 – 7 March 2027" */
  title: (from: string, to: string) => whole.formatRange(at(from), at(to)),
  now: 'This week',
  earlier: 'The week before',
  later: 'The week after',
  choose: 'A day of the week',
  table: 'Appointments of the week by hour',
  hour: 'Hour',
  keys: 'By the keyboard: the arrows go from hour to hour.',
  narrow: 'Whose',
  none: 'No appointments',
  noneAtAll: 'No appointments in this week',
  noneText: 'Choose an hour to book somebody in, or another week.',
  day: (iso: string) => short.format(at(iso)).replace(',', ''),
  wholeDay: dayOf,
  today: 'today',
  book: (iso: string, time: string) => `Book somebody on ${dayOf(iso)}, ${time}`,
  bookOn: (iso: string) => `New appointment on ${dayOf(iso)}`,
}
