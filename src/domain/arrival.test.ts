import { describe, expect, test } from 'vitest'
import { DEFAULT_ENTRY_FIELDS, type EntryFields, type FieldRule } from './area.ts'
import { type ArrivalDetails, checkArrival } from './arrival.ts'
import { Problem } from './problem.ts'

const today = new Date('2026-06-01T09:00:00Z')
const jean: ArrivalDetails = { firstName: 'Jean', lastName: 'Ellis', dateOfBirth: '1948-03-03', phone: '01632 960001' }

const checked = (change: Partial<ArrivalDetails>, fields: EntryFields = DEFAULT_ENTRY_FIELDS) =>
  checkArrival({ ...jean, ...change }, fields, today)

/** `code field` of the refusal, or null. */
function refusal(change: Partial<ArrivalDetails>, fields?: EntryFields): string | null {
  try {
    checked(change, fields)
  } catch (error) {
    if (error instanceof Problem) return `${error.code} ${error.detail.field}`
    throw error
  }
  return null
}

describe('[AR1] names', () => {
  test.each([
    ['  Mary   Ann ', 'Mary Ann'],
    ['Zoe\u0308', 'Zoë'],
    ['李', '李'],
    ["O'Neill-Smith", "O'Neill-Smith"],
    ['x'.repeat(80), 'x'.repeat(80)],
    ['x'.repeat(81), 'x'.repeat(80)],
    ['\tJean\nMarie', 'Jean Marie'],
    ['\u202dJean\u202c\u200b', 'Jean'],
    ['\u{20bb7}'.repeat(81), '\u{20bb7}'.repeat(80)],
  ])('%j is kept as %j', (typed, kept) => {
    expect(checked({ firstName: typed, lastName: typed })).toMatchObject({ firstName: kept, lastName: kept })
  })

  test.each(['', ' ', '\n\t ', '\u00a0', '\u3164', '\u2800', '\u0301', '\u200b\u200e'])(
    '[AR10] %j is missing',
    (typed) => {
      expect(refusal({ firstName: typed })).toBe('arrival/details-missing firstName')
      expect(refusal({ lastName: typed })).toBe('arrival/details-missing lastName')
    },
  )
})

describe('[AR2] dates of birth', () => {
  test.each(['2026-06-01', '2024-02-29', '2000-02-29', '1901-01-01', '2026-06-02', '1999-12-31'])(
    '%s is one',
    (typed) => expect(checked({ dateOfBirth: typed }).dateOfBirth).toBe(typed),
  )

  test.each([
    ['03/03/1948', '1948-03-03'],
    ['3.12.1948', '1948-12-03'],
    ['3. 12. 1948', '1948-12-03'],
    ['3 \u2013 12 \u2013 1948', '1948-12-03'],
    ['1948/3/3', '1948-03-03'],
    [' 1948-03-03 ', '1948-03-03'],
    ['\u200e1948\u2011\u200f03\u201103', '1948-03-03'],
    ['١٩٤٨-٠٣-٠٣', '1948-03-03'],
    ['۰۳/۰۳/۱۹۴۸', '1948-03-03'],
    ['०३.०३.१९४८', '1948-03-03'],
    ['１９４８－０３－０３', '1948-03-03'],
  ])('[AR11] %s is %s', (typed, kept) => expect(checked({ dateOfBirth: typed }).dateOfBirth).toBe(kept))

  test.each([
    ['2025-02-29', 'no leap year'],
    ['1900-02-29', 'no leap year either'],
    ['2026-06-03', 'ahead everywhere on earth'],
    ['2027-01-01', 'next year'],
    ['1900-12-31', 'more than 125 years ago'],
    ['0026-06-01', 'two digits of a year'],
    ['1948-13-01', 'a thirteenth month'],
    ['1948-00-10', 'month 0'],
    ['1948-04-31', 'a day that April has not'],
    ['1948-04-00', 'day 0'],
    ['03/03/48', 'two digits of a year, day first'],
    ['3 March 1948', 'a month in words'],
    ['1948-03-03T', 'more than a date'],
    ['1948-0303', 'no day of its own'],
    ['never', 'no date'],
  ])('%s is none: %s', (typed) => {
    expect(refusal({ dateOfBirth: typed })).toBe('arrival/birth-date-not-valid dateOfBirth')
  })
})

describe('[AR3] [AR11] phone numbers', () => {
  test.each([
    ['01632 960 123', '01632 960 123'],
    ['+44 (0)1632-960.123', '+44 1632 960 123'],
    ['+ 44 1632 960123', '+44 1632 960123'],
    ['(01632) 960123', '01632 960123'],
    ['01632/960-123', '01632 960 123'],
    ['01632\u2013960\u2212123', '01632 960 123'],
    ['\u202a+44\u00a01632\u00a0960\u00a0123\u202c', '+44 1632 960 123'],
    ['tel:+441632960123', '+441632960123'],
    ['０１６３２　９６０１２３', '01632 960123'],
    ['＋４４１６３２９６０１２３', '+441632960123'],
    ['٠١٦٣٢ ٩٦٠١٢٣', '01632 960123'],
    ['۰۱۶۳۲ ۹۶۰۱۲۳', '01632 960123'],
    ['०१६३२ ९६०१२३', '01632 960123'],
    ['01632960123x4', '01632960123 ext 4'],
    ['01632 960123 ext. 4521', '01632 960123 ext 4521'],
    ['01632 960123, extension 4521', '01632 960123 ext 4521'],
    ['+441632960123;ext=4521', '+441632960123 ext 4521'],
    ['01632 960123 #4521', '01632 960123 ext 4521'],
    ['01632 960123,,4521', '01632 960123 ext 4521'],
    ['01632 960123 ext 4521', '01632 960123 ext 4521'],
    ['1234567', '1234567'],
    ['123456789012345', '123456789012345'],
    ['  07700 900000 ', '07700 900000'],
  ])('%j is kept as %j', (typed, kept) => expect(checked({ phone: typed }).phone).toBe(kept))

  test.each([
    ['123456', 'six digits'],
    ['1234567890123456', 'sixteen digits'],
    ['+', 'none'],
    ['++441632960123', 'two signs'],
    ['0163 CALL ME', 'letters'],
    ['01632960123x', 'an extension of nothing'],
    ['ext 4521', 'an extension alone'],
    ['01632 960123 / 07700 900000', 'two numbers'],
    ['0163+2960123', 'a sign inside'],
  ])('%j is none: %s', (typed) => expect(refusal({ phone: typed })).toBe('arrival/phone-not-valid phone'))

  test.each(['', '  ', '()', '\u200e', '\u3164'])('%j is missing', (typed) => {
    expect(refusal({ phone: typed })).toBe('arrival/details-missing phone')
  })
})

describe('[AR4] an area asks for what it has set', () => {
  const only = (field: keyof EntryFields, rule: FieldRule): EntryFields => ({ ...DEFAULT_ENTRY_FIELDS, [field]: rule })

  test.each(['lastName', 'dateOfBirth', 'phone'] as const)(
    '%s: required, optional, or not kept even when sent',
    (field) => {
      expect(refusal({ [field]: '' }, only(field, 'required'))).toBe(`arrival/details-missing ${field}`)
      expect(checked({ [field]: '' }, only(field, 'optional'))[field]).toBe('')
      expect(checked({}, only(field, 'optional'))[field]).toBe(jean[field])
      expect(checked({}, only(field, 'off'))[field]).toBe('')
    },
  )

  test('what may be left out must be right when it is given', () => {
    expect(refusal({ phone: '12' }, only('phone', 'optional'))).toBe('arrival/phone-not-valid phone')
    expect(refusal({ dateOfBirth: '2030-01-01' }, only('dateOfBirth', 'optional'))).toContain('birth-date-not-valid')
    expect(refusal({ phone: '12' }, only('phone', 'off'))).toBeNull()
  })

  test('the first field to mend is named, from the top of the form', () => {
    expect(refusal({ firstName: '', lastName: '', dateOfBirth: '', phone: '' })).toBe(
      'arrival/details-missing firstName',
    )
    expect(refusal({ dateOfBirth: '', phone: '' })).toBe('arrival/details-missing dateOfBirth')
  })
})
