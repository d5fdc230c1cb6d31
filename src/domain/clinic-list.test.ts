import { describe, expect, test } from 'vitest'
import { clinicListOf, type ListRow, orderOf, readRows } from './clinic-list.ts'

const TODAY = '2026-10-20'
const NOW = new Date(`${TODAY}T09:00:00Z`)
const TEAM = [
  { id: 'jane', name: 'Dr Jane Smith' },
  { id: 'ann', name: 'Ann Lee' },
  { id: 'ann-too', name: 'Ann Lee' },
]

const read = (table: string[][], practitioners = TEAM) => {
  const { list, columns } = clinicListOf(table, TODAY)
  return readRows(list, columns, {
    order: orderOf(list, columns) ?? 'day-first',
    now: NOW,
    today: TODAY,
    practitioners,
  })
}
const only = (row: string[], headings: string[]): ListRow => {
  const [one] = read([headings, row])
  if (!one) throw new Error('no row')
  return one
}

const PRACTICE = [
  ...['Appt Date', 'Appt Time', 'Duration', 'Session Holder', 'Slot Type', 'NHS Number', 'Patient Name', 'DOB'],
  ...['Mobile', 'Email', 'Status'],
]

describe('[CI2] what a column is', () => {
  test('is guessed from the headings of a practice’s list', () => {
    expect(clinicListOf([PRACTICE, ['x']], TODAY).columns).toEqual([
      ...['date', 'time', 'minutes', 'practitioner', 'kind', null, 'name', 'dateOfBirth', 'phone', 'email', 'status'],
    ])
  })

  test.each([
    [
      ['Forename', 'Surname', 'Date of birth', 'Mobile number', 'E-mail address', 'Start time', 'Appointment date'],
      ['firstName', 'lastName', 'dateOfBirth', 'phone', 'email', 'time', 'date'],
    ],
    [
      ['Client', 'Birthdate', 'Telephone (mobile)', 'When', 'Clinician', 'Reason for visit'],
      ['name', 'dateOfBirth', 'phone', 'date', 'practitioner', 'reason'],
    ],
    [
      ['PATIENT_NAME', 'PATIENT DOB', 'Home Telephone', 'Mobile', 'Date', 'Time'],
      ['name', 'dateOfBirth', null, 'phone', 'date', 'time'],
    ],
  ])('%j', (headings, columns) => {
    expect(clinicListOf([headings, ['x']], TODAY).columns).toEqual(columns)
  })

  test('is guessed from what stands in it where there are no headings', () => {
    const { list, columns } = clinicListOf(
      [
        ['3/11/2026', '9:00', 'Jean Ellis', '3/3/1948', '07700 900123', 'jean@example.org'],
        ['3/11/2026', '9:30', 'Tom Reed', '14/5/1961', '', ''],
      ],
      TODAY,
    )
    expect(list.headings).toEqual([])
    expect(columns).toEqual(['date', 'time', 'name', 'dateOfBirth', 'phone', 'email'])
  })
})

describe('[CI4] a name', () => {
  const nameOf = (cell: string) => {
    const { firstName, lastName } = only([cell, '1/2/1950'], ['Name', 'DOB']).appointment
    return [firstName, lastName]
  }
  test.each([
    ["O'BRIEN, Siân (Mrs)", ['Siân', "O'BRIEN"]],
    ['MÜLLER-NGUYỄN, Jürgen (Mr)', ['Jürgen', 'MÜLLER-NGUYỄN']],
    ['Mrs Jean Ellis', ['Jean', 'Ellis']],
    ['Ellis, Jean Mrs', ['Jean', 'Ellis']],
    ['Mary Jane Watson', ['Mary Jane', 'Watson']],
    ['Sukarno', ['Sukarno', '']],
    ['王小明', ['王小明', '']],
    ['', ['', '']],
  ])('%s', (cell, names) => {
    expect(nameOf(cell)).toEqual(names)
  })

  test('in two cells, of which one may be empty', () => {
    const headings = ['First name', 'Last name', 'DOB']
    expect(only(['Jean', 'Ellis', ''], headings).appointment).toMatchObject({ firstName: 'Jean', lastName: 'Ellis' })
    expect(only(['', 'Sukarno', ''], headings).appointment).toMatchObject({ firstName: 'Sukarno', lastName: '' })
  })
})

describe('[CI5] what becomes of a row', () => {
  const ROW = [
    '26-Oct-2026',
    '9:00',
    '10',
    'SMITH, Jane (Dr)',
    'Video',
    '',
    'ELLIS, Jean',
    '3/3/1948',
    '07700 900123',
    '',
    '',
  ]
  const row = (change: Record<number, string>) =>
    only(
      ROW.map((cell, at) => change[at] ?? cell),
      PRACTICE,
    )

  test('an appointment, with the practitioner of that name', () => {
    expect(row({})).toMatchObject({ line: 2, leftOut: null, problem: null, notes: [] })
    expect(row({}).appointment).toMatchObject({
      ...{ date: '2026-10-26', time: '09:00', minutes: 10, practitionerId: 'jane', dateOfBirth: '1948-03-03' },
      phone: '07700 900123',
    })
  })

  test.each([
    [{ 10: 'DNA' }, 'status'],
    [{ 10: 'Cancelled by patient' }, 'status'],
    [{ 10: 'Left' }, 'status'],
    [{ 4: 'Telephone' }, 'kind'],
    [{ 4: 'Face to face' }, 'kind'],
    [{ 0: '19-Oct-2026' }, 'past'],
  ])('%j is left out for its %s', (change, why) => {
    expect(row(change)).toMatchObject({ leftOut: { why }, problem: null })
  })

  test.each([
    [{ 0: 'soon' }, 'appointment/not-valid', 'date'],
    [{ 0: '30-Feb-2027' }, 'appointment/not-valid', 'date'],
    [{ 1: '' }, 'appointment/not-valid', 'time'],
    [{ 2: '900' }, 'appointment/not-valid', 'minutes'],
    [{ 6: 'TEST, (DO NOT USE)' }, 'arrival/details-missing', 'firstName'],
    [{ 7: '' }, 'arrival/details-missing', 'dateOfBirth'],
    [{ 8: 'none' }, 'arrival/phone-not-valid', 'phone'],
    [{ 8: '' }, 'appointment/not-valid', 'reach'],
    [{ 9: 'jean@' }, 'appointment/not-valid', 'email'],
  ])('%j is to be mended: %s, %s', (change, code, field) => {
    expect(row(change).problem).toMatchObject({ code, detail: { field } })
  })

  test('what was understood with a doubt is said', () => {
    const doubtful = row({ 3: 'Nurse Clinic', 8: '07700 900 789 (daughter)', 9: 'a@example.org; b@example.org' })
    expect(doubtful.notes.map(({ note }) => note)).toEqual(['practitioner-unknown', 'first-email', 'phone-of'])
    expect(doubtful.appointment).toMatchObject({ phone: '07700 900 789', email: 'a@example.org', practitionerId: null })
    expect(row({ 3: 'Ann Lee' }).notes, 'two of that name').toHaveLength(1)
    expect(row({ 3: '' }).notes).toEqual([])
  })
})

test('[CI1] a row that is shorter than the others, and one without anything', () => {
  expect(read([PRACTICE, ['26-Oct-2026'], ['', ''], []])).toHaveLength(1)
})
