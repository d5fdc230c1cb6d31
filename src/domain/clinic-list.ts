// A clinic list from another program, as a table of cells: what its columns are, and the appointment in each row. Pure.
import { checkPatient, startOf, type TypedPatient } from './appointment.ts'
import { type DayOrder, dayOrderOf, listDate, listTime } from './list-dates.ts'
import { Problem } from './problem.ts'
import { plainDigits, tidyLine } from './typed-text.ts'

/** What a column may be. `kind`: whether it is by video at all. */
export const LIST_FIELDS = [
  ...(['date', 'time', 'minutes', 'name', 'firstName', 'lastName', 'dateOfBirth', 'phone', 'email'] as const),
  ...(['practitioner', 'reason', 'status', 'kind'] as const),
] as const
export type ListField = (typeof LIST_FIELDS)[number]

/** For each column what it is; null: not used. */
export type Columns = readonly (ListField | null)[]

/** A clinic of one day has tens of rows; this is a month of a large one. */
export const MOST_LIST_ROWS = 500
/** Where a list says no length, and so is none. */
export const LIST_MINUTES = 20

export interface ClinicList {
  /** Empty: the list has no row of headings. */
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Headings of lists as practices' and hospitals' programs write them, letters only. What is found first is taken. */
const HEADINGS: readonly (readonly [ListField, readonly string[]])[] = [
  ['dateOfBirth', ['dob', 'dateofbirth', 'birthdate', 'birthday', 'born']],
  ['firstName', ['firstname', 'forename', 'givenname', 'first', 'given']],
  ['lastName', ['lastname', 'surname', 'familyname', 'last', 'family']],
  [
    'practitioner',
    ['sessionholder', 'clinician', 'practitioner', 'therapist', 'doctor', 'consultant', 'staff', 'with'],
  ],
  ['kind', ['slottype', 'appointmenttype', 'appttype', 'contacttype', 'modality', 'type']],
  ['status', ['status', 'attendance', 'outcome']],
  ['email', ['email', 'emailaddress']],
  ['phone', ['mobile', 'telephone', 'phone', 'tel', 'contactnumber']],
  ['minutes', ['duration', 'length', 'minutes', 'mins']],
  ['reason', ['reason', 'purpose', 'complaint']],
  ['time', ['appttime', 'appointmenttime', 'starttime', 'slottime', 'time']],
  ['date', ['apptdate', 'appointmentdate', 'sessiondate', 'date', 'start', 'when', 'day']],
  ['name', ['fullname', 'name', 'patient', 'client', 'serviceuser']],
]

const letters = (heading: string) =>
  tidyLine(heading)
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '')
    .replace(/^(?:patient|client)s?(?=.)/, '')

/** What the headings say. Each field is one column's: the one whose heading says it most plainly. */
function byHeading(headings: readonly string[]): (ListField | null)[] {
  const plain = headings.map(letters)
  const columns: (ListField | null)[] = plain.map(() => null)
  const take = (field: ListField, fits: (heading: string) => boolean) => {
    if (columns.includes(field)) return
    const at = plain.findIndex((heading, index) => columns[index] === null && heading !== '' && fits(heading))
    if (at >= 0) columns[at] = field
  }
  for (const [field, words] of HEADINGS) for (const word of words) take(field, (heading) => heading === word)
  // Longer words alone: "tel" and "last" stand in words of their own.
  for (const [field, words] of HEADINGS)
    for (const word of words) if (word.length > 4) take(field, (heading) => heading.includes(word))
  return columns
}

const EMAIL = /\S@\S/
const PHONE = /^\+?[\d\s()-]{9,}/
const LATEST = '2100-01-01'
const YEAR_MS = 365 * 24 * 60 * 60 * 1000

/** What the cells look like, for a list without headings. `today`: ISO. */
function byContent(rows: ClinicList['rows'], today: string): (ListField | null)[] {
  const width = Math.max(0, ...rows.map((row) => row.length))
  const columns: (ListField | null)[] = Array.from({ length: width }, () => null)
  const lastYear = new Date(Date.parse(today) - YEAR_MS).toISOString().slice(0, 10)
  for (let at = 0; at < width; at++) {
    const cells = rows.map((row) => row[at] ?? '').filter((cell) => cell.trim() !== '')
    const most = (fits: (cell: string) => boolean) => cells.length > 0 && cells.filter(fits).length * 2 > cells.length
    const looks: readonly (readonly [ListField, (cell: string) => boolean])[] = [
      ['email', (cell) => EMAIL.test(cell)],
      ['dateOfBirth', (cell) => isBefore(listDate(cell, 'day-first', today), lastYear)],
      ['date', (cell) => listDate(cell, 'day-first', LATEST) !== ''],
      ['time', (cell) => listTime(cell) !== ''],
      ['phone', (cell) => PHONE.test(plainDigits(cell).trim())],
      ['name', (cell) => /\p{L}{2}/u.test(cell)],
    ]
    columns[at] = looks.find(([field, fits]) => !columns.includes(field) && most(fits))?.[0] ?? null
  }
  return columns
}

const isBefore = (date: string, day: string) => date !== '' && date < day

/** A table as it was read, with its row of headings apart if it has one, and a guess of what its columns are. */
export function clinicListOf(table: ClinicList['rows'], today: string): { list: ClinicList; columns: Columns } {
  const filled = table.filter((row) => row.some((cell) => cell.trim() !== ''))
  const [first = [], ...rest] = filled
  const named = byHeading(first)
  // One cell may be called like a heading by chance.
  if (named.filter(Boolean).length >= 2) return { list: { headings: first, rows: rest }, columns: named }
  return { list: { headings: [], rows: filled }, columns: byContent(filled, today) }
}

/** Which of day and month comes first in it; null where its dates could be read either way. */
export function orderOf({ rows }: ClinicList, columns: Columns): DayOrder | null {
  const dates = columns.flatMap((field, at) => (field === 'date' || field === 'dateOfBirth' ? [at] : []))
  return dayOrderOf(rows.flatMap((row) => dates.map((at) => row[at] ?? '')))
}

/** Why a row is left out: the list says that it is no longer to come, or that it is not by video; or its day is over. */
export type LeftOut = 'status' | 'kind' | 'past'
/** What was understood with a doubt, for a person to look at. */
export type RowNote = 'first-email' | 'phone-of' | 'practitioner-unknown'

export interface ListedAppointment extends TypedPatient {
  /** By the clock on the wall. */
  readonly date: string
  readonly time: string
  readonly minutes: number
  /** Null: anyone of the team. */
  readonly practitionerId: string | null
}

export interface ListRow {
  /** In the list, counted from 1 with its headings. */
  readonly line: number
  readonly appointment: ListedAppointment
  /** The practitioner's name; null: anyone of the team. */
  readonly practitioner: string | null
  readonly leftOut: { readonly why: LeftOut; readonly said: string } | null
  /** What has to be mended in the list. */
  readonly problem: Problem | null
  readonly notes: readonly { readonly note: RowNote; readonly said: string }[]
}

const OVER =
  /^(dna|did ?n.?t|did not|cancel|attended|seen|complete|finished|left|arrived|no.?show|blocked|unavailable|deleted)/i
const NOT_BY_VIDEO = /phone|face|f2f|in person|home visit|domiciliary|surgery|letter/i
const BRACKETS = /\(([^()]*)\)/g

interface Reading {
  readonly order: DayOrder
  readonly now: Date
  /** Where the waiting area is, ISO. */
  readonly today: string
  readonly practitioners: readonly { readonly id: string; readonly name: string }[]
}

/** The appointment in each row, with what is wrong with it. Whose date of birth or time is missing has a problem, not a guess. */
export function readRows({ headings, rows }: ClinicList, columns: Columns, reading: Reading): ListRow[] {
  const { today, now } = reading
  return rows.slice(0, MOST_LIST_ROWS).map((row, index) => {
    const cell = (field: ListField) => tidyLine(row[columns.indexOf(field)] ?? '')
    const notes: { note: RowNote; said: string }[] = []
    const practitioner = personOf(cell('practitioner'), reading.practitioners)
    if (practitioner === undefined) notes.push({ note: 'practitioner-unknown', said: cell('practitioner') })
    const [email = '', ...others] = cell('email').split(/[;,\s]+/)
    if (others.length > 0) notes.push({ note: 'first-email', said: email })
    const phoneOf = [...cell('phone').matchAll(BRACKETS)]
      .map(([, said = '']) => said)
      .find((said) => /\p{L}/u.test(said))
    if (phoneOf) notes.push({ note: 'phone-of', said: phoneOf })
    const appointment: ListedAppointment = {
      ...namesOf(cell('firstName'), cell('lastName'), cell('name')),
      date: listDate(cell('date'), reading.order, LATEST),
      time: listTime(cell('time')) || listTime(cell('date')),
      minutes: Number(/\d+/.exec(plainDigits(cell('minutes')))?.[0] ?? LIST_MINUTES) || LIST_MINUTES,
      dateOfBirth: listDate(cell('dateOfBirth'), reading.order, today),
      phone: phoneOf ? cell('phone').replace(BRACKETS, '').trim() : cell('phone'),
      email,
      reason: cell('reason'),
      practitionerId: practitioner?.id ?? null,
    }
    const leftOut: ListRow['leftOut'] = OVER.test(cell('status'))
      ? { why: 'status', said: cell('status') }
      : NOT_BY_VIDEO.test(cell('kind'))
        ? { why: 'kind', said: cell('kind') }
        : isBefore(appointment.date, today)
          ? { why: 'past', said: cell('date') }
          : null
    const problem = leftOut ? null : problemOf(appointment, now)
    const line = index + (headings.length > 0 ? 2 : 1)
    return { line, appointment, practitioner: practitioner?.name ?? null, leftOut, problem, notes }
  })
}

/** What the server would refuse, told beforehand. */
function problemOf(listed: ListedAppointment, now: Date): Problem | null {
  try {
    startOf(listed.date, listed.time, 'UTC')
    if (listed.minutes < 5 || listed.minutes > 480) throw new Problem('appointment/not-valid', { field: 'minutes' })
    checkPatient(listed, now)
    return null
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}

/** "O'BRIEN, Siân (Mrs)", "Mrs Siân O'Brien", or two cells. Who has one name alone is called by it. */
function namesOf(first: string, last: string, whole: string): { firstName: string; lastName: string } {
  if (first !== '') return { firstName: first, lastName: last }
  const name = tidyLine(whole.replace(BRACKETS, ' ')).replace(/^(mr|mrs|ms|miss|mx|dr|prof)\.?\s+/i, '')
  const comma = name.indexOf(',')
  if (comma >= 0) {
    const given = name.slice(comma + 1).trim()
    return {
      firstName: given.replace(/ (mr|mrs|ms|miss|mx|dr|prof)\.?$/i, ''),
      lastName: name.slice(0, comma).trim(),
    }
  }
  if (name === '') return { firstName: last, lastName: '' }
  const words = name.split(' ')
  if (words.length === 1) return { firstName: name, lastName: last }
  return { firstName: words.slice(0, -1).join(' '), lastName: words.at(-1) ?? '' }
}

const nameWords = (name: string) =>
  new Set(
    name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .filter((word) => word.length > 1 && !/^(mr|mrs|ms|miss|mx|dr|prof|sister|nurse)$/.test(word)),
  )

/** Null: the list names nobody. Undefined: it names somebody who is not of the team, or could be two of it. */
function personOf<Person extends { readonly name: string }>(
  said: string,
  team: readonly Person[],
): Person | null | undefined {
  const words = nameWords(said)
  if (words.size === 0) return null
  const found = team.filter(({ name }) => {
    const own = nameWords(name)
    return [...own].every((word) => words.has(word)) && own.size > 1
  })
  return found.length === 1 ? found[0] : undefined
}
