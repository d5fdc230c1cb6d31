// The form at the door: what it asks, what it finds to mend, and what it never loses.
import { describe, expect, it } from 'vitest'
import { NINE, TYPED, WELCOME } from '../../../../test/patient/made-up.ts'
import { Refusal } from '../../net/api.ts'
import { createArrive, type Draft } from './arrive-model.ts'
import { arriveBody, askedFields, birthDate, faultsOf, fieldOrder, NOTHING_TYPED, type Typed } from './typed.ts'

function paper() {
  let kept: Typed | null = null
  const draft: Draft = {
    load: () => kept,
    save(typed) {
      kept = typed
    },
    clear() {
      kept = null
    },
  }
  return draft
}

function form(draft = paper(), welcome = WELCOME) {
  const sent: Typed[] = []
  const model = createArrive(
    welcome,
    draft,
    () => NINE,
    (typed) => sent.push(typed),
  )
  return { model, sent, draft, errors: () => model.state.get().errors }
}

const ASKED = { fields: WELCOME.fields, questions: [], consent: true }

const birth = (day: string, month: string, year: string) =>
  faultsOf({ ...TYPED, birth: { day, month, year } }, ASKED, NINE).dateOfBirth

describe('what is asked', () => {
  it('[P6] only what the area asks is asked for, and only that is sent', () => {
    const fields = { lastName: 'off', dateOfBirth: 'off', phone: 'off' } as const
    expect(Object.keys(faultsOf(NOTHING_TYPED, { fields, questions: [], consent: false }, NINE))).toEqual(['firstName'])
    expect(arriveBody(TYPED, { fields, questions: [] }, { picture: 'works', sound: 'off', phoneMe: false })).toEqual({
      firstName: 'Nia',
      lastName: '',
      dateOfBirth: '',
      phone: '',
      consent: true,
      picture: 'works',
      sound: 'off',
      phoneMe: false,
    })
    expect(arriveBody(TYPED, ASKED, { picture: 'none', sound: 'none', phoneMe: true })).toMatchObject({
      lastName: 'Pugh',
      dateOfBirth: '1951-11-04',
      phone: '07700 900 456',
    })
  })

  it('[P6] what is optional may stay empty', () => {
    expect(faultsOf({ ...TYPED, phone: '' }, ASKED, NINE)).toEqual({})
  })

  it('[P9] somebody who wants to be phoned must give a number', () => {
    expect(askedFields(WELCOME.fields, true).phone).toBe('required')
    expect(askedFields({ ...WELCOME.fields, phone: 'off' }, true).phone).toBe('off')
    const { model, sent } = form()
    model.type({ ...TYPED, phone: '' })
    model.setPhoneMe(true)
    model.submit()
    expect(Object.keys(model.state.get().errors)).toEqual(['phone'])
    model.type({ phone: '07700 900 456' })
    model.submit()
    expect(sent).toHaveLength(1)
  })
})

describe('what is to mend', () => {
  it('[P7] every fault at once, each going away as it is mended', () => {
    const { model, sent, errors } = form()
    model.submit()
    expect(Object.keys(errors())).toEqual(['firstName', 'lastName', 'dateOfBirth', 'consent'])
    expect(sent).toEqual([])
    model.type({ firstName: 'Nia' })
    expect(Object.keys(errors())).toEqual(['lastName', 'dateOfBirth', 'consent'])
    model.type({ ...TYPED, lastName: '   ' })
    expect(Object.keys(errors())).toEqual(['lastName'])
    model.type({ lastName: 'Pugh' })
    model.submit()
    expect(sent).toEqual([TYPED])
    expect(model.state.get().attempt).toBe(2)
  })

  it('[P7] says which part of a date is missing or wrong', () => {
    expect(birth('4', '11', '1951')).toBeUndefined()
    expect(birth('', '11', '1951')).toBe('Type the day you were born')
    expect(birth('4', '', '1951')).toBe('Type the month you were born')
    expect(birth('4', '11', '51')).toBe('Type the year you were born, with 4 numbers')
    expect(birth('4', '11', '2051')).toBe('Your date of birth must be in the past')
    expect(birth('31', '2', '1951')).toBe('Check your date of birth. For example, 31 3 1980')
    expect(birth('a', '2', '1951')).toBe('Check your date of birth. For example, 31 3 1980')
    expect(birth('', '', '')).toBe('Type your date of birth')
    expect(birthDate({ day: ' 4', month: '1', year: '1951 ' })).toBe('1951-01-04')
  })

  it('[P7] a refusal of the server stands at its field, or above the form', () => {
    const { model, errors } = form()
    model.type(TYPED)
    model.refuse(new Refusal('arrival/phone-not-valid', { field: 'phone' }))
    expect(Object.keys(errors())).toEqual(['phone'])
    model.refuse(new Refusal('arrival/details-missing', { field: 'lastName' }))
    expect(errors()).toEqual({ lastName: 'Type your last name' })
    model.refuse(new Refusal('server/busy'))
    expect(model.state.get().refused).toContain('busy')
  })
})

describe('what is typed', () => {
  it('[P8] is there again after a refusal and after a reload', () => {
    const draft = paper()
    const first = form(draft)
    first.model.type({ firstName: 'Nia' })
    first.model.type({ phone: '07700' })
    first.model.submit()
    first.model.refuse(new Refusal('offline'))
    expect(first.model.state.get().typed).toMatchObject({ firstName: 'Nia', phone: '07700' })
    const second = form(draft)
    expect(second.model.state.get().typed).toMatchObject({ firstName: 'Nia', phone: '07700' })
  })

  it('[P8] is forgotten when told so', () => {
    const draft = paper()
    const { model } = form(draft)
    model.type(TYPED)
    model.clear()
    expect(draft.load()).toBeNull()
  })

  it('is not sent twice by a second press', () => {
    const { model, sent } = form()
    model.type(TYPED)
    model.setSending(true)
    model.submit()
    expect(sent).toEqual([])
  })
})

describe('[AR12] questions of the area’s own', () => {
  const QUESTIONS = [
    { label: 'Are you at home?', kind: 'yes-no', required: true },
    { label: 'What matters most today?', kind: 'text', required: false },
  ] as const
  const welcome = { ...WELCOME, questions: [...QUESTIONS] }

  it('one that must be answered is a fault at its field, in the order of the page', () => {
    const { model, errors } = form(paper(), welcome)
    model.type(TYPED)
    model.submit()
    expect(Object.keys(errors())).toEqual(['question-0'])
    model.type({ answers: { 'Are you at home?': 'yes' } })
    expect(errors()).toEqual({})
    expect(fieldOrder(welcome.questions).slice(-3)).toEqual(['question-0', 'question-1', 'consent'])
  })

  it('what is answered is sent, and nothing that is not asked any more', () => {
    const answers = { 'Are you at home?': 'yes', 'An older question': 'x' }
    const equipment = { picture: 'works', sound: 'works', phoneMe: false } as const
    expect(arriveBody({ ...TYPED, answers }, { ...ASKED, questions: welcome.questions }, equipment).answers).toEqual([
      { label: 'Are you at home?', answer: 'yes' },
    ])
    expect(arriveBody({ ...TYPED, answers }, ASKED, equipment).answers).toBeUndefined()
  })
})
