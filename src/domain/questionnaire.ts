// A questionnaire as Bedside asks it. questionnaire-parse makes one from a FHIR R4 Questionnaire file. Pure.

/** What can be asked. FHIR's `attachment` and `reference` are refused: nobody could answer them here. */
export const QUESTION_TYPES = [
  ...['boolean', 'integer', 'decimal', 'quantity', 'string', 'text', 'url'],
  ...['date', 'dateTime', 'time', 'choice', 'open-choice'],
] as const
export type QuestionType = (typeof QUESTION_TYPES)[number]

export const OPERATORS = ['exists', '=', '!=', '>', '<', '>=', '<='] as const
export type Operator = (typeof OPERATORS)[number]

/** One answer: an option that was chosen (`true` and `false` of a yes-or-no question, too), or what was typed, as it was typed. */
export type Answer = { readonly option: string } | { readonly typed: string; readonly unit?: string }

/**
 * All answers of one form, by the key of the question: its linkId, and behind `#` its place in each repeating group it
 * stands in. A key without answers was emptied by hand. A repeating group's own key says how many of it there are.
 */
export type Answers = Readonly<Record<string, readonly Answer[]>>

export interface Coding {
  readonly system: string
  readonly code: string
  readonly display: string
}

export interface Option {
  /** What an answer names it by, unlike any other of its question. */
  readonly key: string
  readonly label: string
  /** For the score, as a decimal. */
  readonly weight: string | null
  /** Null: the option is a value by itself, of `kind`. */
  readonly coding: Coding | null
  readonly kind: 'Coding' | 'String' | 'Integer' | 'Date' | 'Time'
}

export interface Condition {
  readonly question: string
  readonly operator: Operator
  /** For `exists`: whether it is to be answered. */
  readonly exists: boolean
  readonly answer: Answer
}

interface Base {
  readonly linkId: string
  readonly text: string
  readonly conditions: readonly Condition[]
  /** Whether one of the conditions is enough. */
  readonly any: boolean
}

export interface Display extends Base {
  readonly type: 'display'
}

export interface Group extends Base {
  readonly type: 'group'
  readonly items: readonly Item[]
  readonly repeats: boolean
  /** How many of it at least and at most. */
  readonly least: number
  readonly most: number
}

export interface Limits {
  /** Decimals; for dates and times as they are written. */
  readonly minValue: string | null
  readonly maxValue: string | null
  readonly decimals: number | null
  readonly minLength: number | null
  readonly maxLength: number
}

export interface Question extends Base {
  readonly type: QuestionType
  readonly help: string
  readonly required: boolean
  readonly repeats: boolean
  readonly least: number
  readonly most: number
  readonly options: readonly Option[]
  readonly units: readonly Coding[]
  readonly limits: Limits
  readonly initial: readonly Answer[]
  /** Hidden, or only to be read: it keeps its initial answer and is not asked. */
  readonly fixed: boolean
  readonly items: readonly Item[]
}

export type Item = Display | Group | Question

export interface Questionnaire {
  readonly url: string
  readonly version: string
  readonly title: string
  readonly copyright: string
  readonly items: readonly Item[]
}

/** Why a file cannot be asked. Each has words in `text/questionnaire-faults`. */
const FILE_FAULTS = [
  ...['not-json', 'too-large', 'not-a-questionnaire', 'retired', 'no-title', 'no-items', 'too-many-items', 'too-deep'],
  ...['not-an-item', 'no-link-id', 'same-link-id', 'no-text', 'too-long', 'unknown-type', 'type-not-supported'],
  ...['modifier', 'computed', 'pattern', 'answer-list-missing', 'no-options', 'option-not-valid', 'same-option'],
  ...['too-many-options', 'repeats-with-questions', 'display-with-items', 'condition-not-valid', 'condition-not-found'],
  ...['condition-not-possible', 'condition-behaviour', 'depends-on-itself', 'limit-not-valid', 'initial-not-valid'],
  'unit-not-valid',
] as const
export type FileFaultReason = (typeof FILE_FAULTS)[number]

export interface FileFault {
  /** The item's linkId, or its place, as `3.1`; empty for the file as a whole. */
  readonly item: string
  readonly reason: FileFaultReason
  /** What it is about: a type, an address, the name of a limit. */
  readonly detail: string
}

export const LARGEST_FILE = 256 * 1024
export const MOST_ITEMS = 300
export const MOST_OPTIONS = 200
export const DEEPEST = 8
/** Of one repeating group, and answers to one repeating question. */
export const MOST_REPEATS = 20
export const LONGEST_ANSWER = 4000

export const isQuestion = (item: Item): item is Question => item.type !== 'group' && item.type !== 'display'

export const itemsBelow = (item: Item): readonly Item[] => (item.type === 'display' ? [] : item.items)

/** All items, parents before what is below them. */
export function everyItem(items: readonly Item[]): Item[] {
  return items.flatMap((item) => [item, ...everyItem(itemsBelow(item))])
}
