// Words of the page on which a clinic list from another program is added.
import type { LeftOut, ListField, RowNote } from '#domain/clinic-list'
import { typed } from '../typed.ts'

const count = (number: number, one: string, more: string) => `${number} ${number === 1 ? one : more}`
const appointments = (number: number) => count(number, 'appointment', 'appointments')

const fields: Record<ListField, string> = {
  date: 'Date, or date and time',
  time: 'Time',
  minutes: 'Length in minutes',
  name: 'Whole name',
  firstName: 'First name',
  lastName: 'Last name',
  dateOfBirth: 'Date of birth',
  phone: 'Phone number',
  email: 'E-mail address',
  practitioner: 'Practitioner',
  reason: 'What it is for',
  status: 'State',
  kind: 'Video, phone or in person',
}

const leftOut: Record<LeftOut, (said: string) => string> = {
  status: (said) => `Left out. The list says: ${typed(said)}`,
  kind: (said) => `Left out, not by video. The list says: ${typed(said)}`,
  past: () => 'Left out. This day is over',
}

/** What has to be mended in a row, by the field that it is in. */
const faults: Record<string, string> = {
  date: 'The date cannot be read, or there is no such day',
  time: 'The time is missing or cannot be read',
  minutes: 'The length is not between 5 minutes and 8 hours',
  firstName: 'The first name is missing',
  dateOfBirth: 'The date of birth is missing, or there is no such day',
  phone: 'The phone number cannot be read',
  email: 'The e-mail address cannot be read',
  reach: 'There is neither a phone number nor an e-mail address',
}

const notes: Record<RowNote, (said: string) => string> = {
  'first-email': (said) => `Several addresses: ${typed(said)} is used`,
  'phone-of': (said) => `The list says about this number: ${typed(said)}`,
  'practitioner-unknown': (said) => `${typed(said)} is not known here: anyone of the team`,
}

export const words = {
  title: 'Add a clinic list',
  lead: 'Copy the list from your other program or a sheet and paste it here, or choose its file (CSV or text). Nothing is added before you have seen it.',
  back: 'Back to the appointments',
  area: 'Waiting area',
  paste: 'The list',
  pasteHint:
    'With its row of headings, if it has one. Needed: date, time, name, date of birth, and a phone number or an e-mail address.',
  choose: 'Choose a file',
  look: 'Look at it first',
  reading: 'Reading the list',
  checking: 'Looking what is there already',
  notText: 'This file is no list that can be read. In your other program choose “Save as” or “Export”, then CSV.',
  tooLarge: 'This file is too large for a clinic list. Export a shorter time.',
  empty: 'There is no row in it. Paste the list with its rows.',
  cut: (most: number) => `Only the first ${most} rows are read. Add the others as a second list.`,
  order: 'Which number is the day?',
  orderHint: 'All dates of this list could be read either way.',
  orders: (example: string) => ({
    'day-first': `The first: ${example} as in Britain`,
    'month-first': `The second: ${example} as in America`,
  }),
  orderFirst: 'First say which number is the day.',
  columns: 'What the columns are',
  columnsMissing: (missing: readonly ListField[]) =>
    `Not found in the list: ${missing.map((field) => fields[field].toLowerCase()).join('; ')}.`,
  column: (heading: string, at: number) => (heading ? `Column “${typed(heading)}”` : `Column ${at}`),
  example: (cell: string) => `For example: ${typed(cell)}`,
  unused: 'Not used',
  fields,
  summary: (fresh: number, there: number, out: number, wrong: number) =>
    [
      `${fresh} new`,
      ...(there > 0 ? [`${there} there already`] : []),
      ...(out > 0 ? [`${out} left out`] : []),
      ...(wrong > 0 ? [`${wrong} to mend`] : []),
    ].join(', '),
  table: 'The rows of the list',
  heads: { line: 'Row', when: 'When', who: 'Who', reach: 'Reached by', with: 'With', state: 'What becomes of it' },
  team: 'Anyone of the team',
  noReach: 'Nothing',
  fresh: 'New',
  there: 'There already',
  fault: (field: unknown) => faults[String(field)] ?? 'The row cannot be read',
  leftOut,
  notes,
  leave: (number: number) => `Leave out ${count(number, 'row', 'rows')} and add the others`,
  wrong: 'Some rows have to be mended in your list. Mend them and paste the list again, or leave them out.',
  sends: 'Send each patient their link now',
  sendsHint: 'By text message or e-mail. If not, they get it with the reminder, or when you send or copy it.',
  add: (number: number) => `Add ${appointments(number)}`,
  nothing: 'There is nothing new to add.',
  adding: 'Adding them',
  other: 'Another list',
  failed: 'The list was not added',
  done: (made: number, there: number) =>
    `${appointments(made)} added${there > 0 ? `, ${there} were there already` : ''}.`,
  undo: 'Undo this list',
  undoing: 'Undoing it',
  undone: ({ gone, cancelled, kept }: { gone: number; cancelled: number; kept: number }) =>
    [
      'The list is undone.',
      ...(gone > 0 ? [`${appointments(gone)} removed: nobody had been told.`] : []),
      ...(cancelled > 0 ? [`${appointments(cancelled)} cancelled: these patients are told.`] : []),
      ...(kept > 0 ? [`${appointments(kept)} kept: the patient came, or it was moved or closed since.`] : []),
    ].join(' '),
  recent: 'Lists of the last two weeks',
  recentOf: (when: string, name: string) => `${when}, by ${typed(name)}`,
  still: (number: number) => `${number} still to come`,
  wasUndone: 'Undone',
}
