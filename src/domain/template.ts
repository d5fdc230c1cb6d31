// What patients are written about an appointment: a text for each occasion, with fields that are filled in when it is sent.
// An organisation's own text is checked when it is saved. Pure.
import { LINK_MARK, typed } from './notification.ts'

export const TEMPLATE_KINDS = [
  'invitation',
  'reminder-day',
  'reminder-hour',
  'moved',
  'cancelled',
  'late',
  'on-time',
  'link-again',
  'missed',
] as const
/** The occasion of a message to a patient. */
export type TemplateKind = (typeof TEMPLATE_KINDS)[number]

export interface MessageText {
  readonly sms: string
  /** Of the e-mail. */
  readonly subject: string
  readonly email: string
}
export type TextPart = keyof MessageText
export const TEXT_PARTS = ['sms', 'subject', 'email'] as const satisfies readonly TextPart[]

/** Characters. Filled in, a text message still fits what every carrier takes. */
export const MOST_CHARACTERS: Readonly<Record<TextPart, number>> = { sms: 480, subject: 120, email: 3000 }

export const MERGE_FIELDS = ['organisation', 'date', 'time', 'link', 'phone', 'minutes', 'name', 'place'] as const
/** Stands in a text as `{{time}}`. `name` is the patient's first name, `place` the waiting area. */
export type MergeField = (typeof MERGE_FIELDS)[number]

/** What the text of an occasion must say, of these the text message and the e-mail each. */
const NEEDED: Readonly<Record<TemplateKind, readonly MergeField[]>> = {
  invitation: ['date', 'time', 'link'],
  'reminder-day': ['date', 'time', 'link'],
  'reminder-hour': ['time', 'link'],
  moved: ['date', 'time', 'link'],
  cancelled: ['date', 'time'],
  late: ['minutes'],
  'on-time': [],
  'link-again': ['link'],
  missed: [],
}

/** What an occasion has: a cancelled appointment has no link, and minutes are those of a delay. */
export const fieldsOf = (kind: TemplateKind): readonly MergeField[] =>
  MERGE_FIELDS.filter((field) => {
    if (field === 'link') return kind !== 'cancelled'
    return field !== 'minutes' || kind === 'late'
  })

export type TextFault = { readonly part: TextPart } & (
  | { readonly kind: 'empty' | 'too-long' | 'broken' | 'two-links' }
  /** `field`: what stands between the braces. */
  | { readonly kind: 'unknown'; readonly field: string }
  | { readonly kind: 'not-here' | 'missing'; readonly field: MergeField }
)

const FIELD = /\{\{([^{}]*)\}\}/g
const namedIn = (text: string) => [...text.matchAll(FIELD)].map(([, field = '']) => field.trim())

/** All that must be mended before a text can be used. */
export function textFaults(kind: TemplateKind, text: MessageText): TextFault[] {
  return TEXT_PARTS.flatMap((part) => partFaults(kind, part, text[part]))
}

function partFaults(kind: TemplateKind, part: TextPart, text: string): TextFault[] {
  if (text.trim() === '') return [{ part, kind: 'empty' }]
  const named = namedIn(text)
  // Nothing else may hold braces: half a field would be sent as it stands.
  const broken = /\{\{|\}\}/.test(text.replace(FIELD, ''))
  const isField = (field: string): field is MergeField => MERGE_FIELDS.some((one) => one === field)
  const may = fieldsOf(kind).filter((field) => part !== 'subject' || field !== 'link')
  const needed = part === 'subject' ? [] : NEEDED[kind]
  return [
    ...(text.length > MOST_CHARACTERS[part] ? [{ part, kind: 'too-long' } as const] : []),
    ...(broken ? [{ part, kind: 'broken' } as const] : []),
    ...[...new Set(named)].flatMap((field): TextFault[] => {
      if (!isField(field)) return [{ part, kind: 'unknown', field }]
      return may.includes(field) ? [] : [{ part, kind: 'not-here', field }]
    }),
    ...needed.filter((field) => !named.includes(field)).map((field) => ({ part, kind: 'missing', field }) as const),
    ...(named.filter((field) => field === 'link').length > 1 ? [{ part, kind: 'two-links' } as const] : []),
  ]
}

/** What fills the fields; the link is put in when the message is sent. */
export type Filling = Readonly<Record<Exclude<MergeField, 'link'>, string>>

/**
 * The text with its fields filled in, and LINK_MARK where the link goes. A line whose field has nothing to say is left out:
 * not every organisation has a phone number.
 */
export function fillText(text: string, filling: Filling): string {
  const filledIn = (field: string) => {
    if (field === 'link') return LINK_MARK
    // While it is typed a field may be none: it stands as it is.
    return Object.hasOwn(filling, field) ? typed(filling[field as keyof Filling]) : `{{${field}}}`
  }
  const lines = text.split('\n').filter((line) => namedIn(line).every((field) => filledIn(field) !== ''))
  return lines
    .map((line) => line.replace(FIELD, (_, field: string) => filledIn(field.trim())))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

export const saysLink = (text: string): boolean => namedIn(text).includes('link')
