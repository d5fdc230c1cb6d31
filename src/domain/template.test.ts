import { describe, expect, test } from 'vitest'
import { clinicalWords } from './clinical-words.ts'
import { LINK_MARK } from './notification.ts'
import { smsLength } from './sms-length.ts'
import { fieldsOf, fillText, type MessageText, saysLink, TEMPLATE_KINDS, textFaults } from './template.ts'
import { SHIPPED_TEXTS } from './template-texts.ts'

const FILLING = {
  ...{ organisation: 'Harbour Health', date: 'Monday 8 June', time: '10:30', phone: '01632 960100' },
  ...{ minutes: '20', name: 'Jean', place: 'Knee clinic' },
}
const INVITATION = SHIPPED_TEXTS.invitation
const faults = (change: Partial<MessageText>) => textFaults('invitation', { ...INVITATION, ...change })

describe('[TP1] what is shipped', () => {
  test.each(TEMPLATE_KINDS)('for %s can be used, and names no patient and no place', (kind) => {
    const text = SHIPPED_TEXTS[kind]
    expect(textFaults(kind, text)).toEqual([])
    expect(clinicalWords(Object.values(text).join(' '))).toEqual([])
    expect(Object.values(text).join(' ')).not.toMatch(/\{\{(name|place)\}\}/)
    expect(
      smsLength(fillText(text.sms, FILLING).replace(LINK_MARK, `https://video.harbour.example/v/${'x'.repeat(43)}`)),
    ).toMatchObject({ coding: 'gsm-7' })
    expect(saysLink(text.email)).toBe(kind !== 'cancelled')
  })
})

describe('[TP3] a text is refused', () => {
  test.each([
    [{ sms: '' }, { part: 'sms', kind: 'empty' }],
    [{ subject: ' ' }, { part: 'subject', kind: 'empty' }],
    [{ sms: `${INVITATION.sms} {{tine}}` }, { part: 'sms', kind: 'unknown', field: 'tine' }],
    [{ sms: `${INVITATION.sms} {{constructor}}` }, { part: 'sms', kind: 'unknown', field: 'constructor' }],
    [{ email: `${INVITATION.email} {{minutes}}` }, { part: 'email', kind: 'not-here', field: 'minutes' }],
    [{ subject: 'Open {{link}}' }, { part: 'subject', kind: 'not-here', field: 'link' }],
    [{ sms: '{{date}} at {{time}}' }, { part: 'sms', kind: 'missing', field: 'link' }],
    [{ email: 'On {{date}}: {{link}}' }, { part: 'email', kind: 'missing', field: 'time' }],
    [{ sms: `${INVITATION.sms} {{link}}` }, { part: 'sms', kind: 'two-links' }],
    [{ sms: `${INVITATION.sms} {{time` }, { part: 'sms', kind: 'broken' }],
    [{ sms: `${INVITATION.sms} time}}` }, { part: 'sms', kind: 'broken' }],
    [{ sms: INVITATION.sms + 'x'.repeat(480) }, { part: 'sms', kind: 'too-long' }],
  ] as const)('%#', (change, fault) => {
    expect(faults(change)).toEqual([fault])
  })

  test('only what an occasion has is offered', () => {
    expect(fieldsOf('cancelled')).not.toContain('link')
    expect(fieldsOf('late')).toContain('minutes')
    expect(fieldsOf('moved')).not.toContain('minutes')
  })
})

describe('[TP4] a text is filled in', () => {
  test('with what was typed made harmless, in any script', () => {
    const typedAs = (name: string) => fillText('Dear {{ name }},\n{{link}}', { ...FILLING, name })
    expect(typedAs('Zoë {{link}}')).toBe(`Dear Zoë { {link}},\n${LINK_MARK}`)
    expect(typedAs('Jo\n{{time}}')).toBe(`Dear Jo { {time}},\n${LINK_MARK}`)
    expect(typedAs('عائشة')).toBe(`Dear \u2068عائشة\u2069,\n${LINK_MARK}`)
    expect(typedAs('$& $1')).toBe(`Dear $& $1,\n${LINK_MARK}`)
  })

  test('and what is no field stays, while it is typed', () => {
    expect(fillText('At {{constructor}} and {{tine}}', FILLING)).toBe('At {{constructor}} and {{tine}}')
  })

  test('without the lines whose field is empty', () => {
    const text = 'On {{date}}.\n\nPhone {{phone}}.\n\nGoodbye.'
    expect(fillText(text, { ...FILLING, phone: '' })).toBe('On Monday 8 June.\n\nGoodbye.')
  })
})

test('[TP6] clinical words are found as whole words, in any case', () => {
  expect(clinicalWords('Your Diabetes review, and Parkinson’s: bring your insulin.\nTest  results')).toEqual([
    'diabetes',
    'parkinson',
    'insulin',
    'test result',
  ])
  expect(clinicalWords('HIV')).toEqual(['hiv'])
  expect(clinicalWords('A hive of cancerian activity with Breaststroke')).toEqual([])
})
