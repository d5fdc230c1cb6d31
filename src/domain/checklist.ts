// What a practitioner does and says at the start, during and at the end of a consultation by video, as data. Which items a
// consultation has follows from its purpose and its patient; no words, and nothing here stops anybody.
import type { Purpose } from './plan.ts'

export const PHASES = ['opening', 'examination', 'closing'] as const
export type Phase = (typeof PHASES)[number]

export interface ChecklistFacts {
  /** Whole years; null where the birth date is not known. */
  readonly age: number | null
  /** Somebody marked this patient as at risk. */
  readonly risk?: boolean
  readonly recording?: boolean
}

/** An item that an organisation adds to a plan of its own accord; `own.` and eight hexadecimal digits. */
export interface OwnChecklistItem {
  readonly id: string
  readonly phase: Phase
  readonly text: string
  readonly records: boolean
}

const OWN_ITEM = /^own\.[0-9a-f]{8}$/
export const MOST_OWN_ITEMS = 12
/** Characters. */
export const LONGEST_OWN_ITEM = 120

interface About extends ChecklistFacts {
  readonly purpose: Purpose
}

export interface ChecklistItem {
  readonly id: string
  readonly phase: Phase
  readonly required: 'must' | 'should'
  /** There is something to write down beside the tick: it goes into the note. */
  readonly records: boolean
  /** What of the visit's contact (contract/consultation) this item confirms. */
  readonly confirms: 'phone' | 'address' | 'companions' | null
  /** The organisation's own words; null: those of the product. */
  readonly text: string | null
}

type When = (about: About) => boolean
interface Entry extends ChecklistItem {
  /** Who has it. */
  readonly when: When
}

const ALWAYS: When = () => true
/** Only where the purpose names it. */
const NAMED: When = () => false
const EXAMINED: When = ({ purpose }) =>
  purpose.views.some((view) => view === 'whole-body' || view === 'close-up' || view === 'mixed') ||
  purpose.checklist.some((id) => id.startsWith('ex.'))
const WHOLE_BODY: When = ({ purpose }) => purpose.views.includes('whole-body')
/** Where somebody may need help at once: talking therapies, and breathing. */
const EMERGENCY = ['talking', 'breathing']
export const ADULT_FROM = 18

const phaseOf = (id: string): Phase =>
  id.startsWith('open.') ? 'opening' : id.startsWith('close.') ? 'closing' : 'examination'

const entry = (id: string, required: Entry['required'], when: When = ALWAYS, more: Partial<Entry> = {}): Entry => ({
  id,
  required,
  when,
  records: false,
  confirms: null,
  text: null,
  phase: phaseOf(id),
  ...more,
})
const RECORDS = { records: true } as const

const ENTRIES: readonly Entry[] = [
  entry('open.hear', 'must'),
  entry('open.id', 'must', ALWAYS, RECORDS),
  entry('open.self', 'must'),
  entry('open.others', 'must', ALWAYS, { records: true, confirms: 'companions' }),
  entry('open.loc', 'must', ALWAYS, { records: true, confirms: 'address' }),
  entry('open.phone', 'must', ALWAYS, { records: true, confirms: 'phone' }),
  entry('open.emerg', 'must', ({ purpose, risk }) => risk === true || EMERGENCY.includes(purpose.id), RECORDS),
  entry('open.consent', 'must'),
  entry('open.rec', 'must', ({ recording }) => recording === true, RECORDS),
  entry('open.child', 'must', ({ age }) => age !== null && age < ADULT_FROM, RECORDS),
  entry('open.capacity', 'should'),
  entry('open.safe', 'should'),

  entry('in.eye', 'should'),
  entry('in.pause', 'should'),
  entry('in.improve', 'should', EXAMINED),
  entry('in.trend', 'should'),
  entry('in.readings', 'should', NAMED, RECORDS),

  entry('ex.need', 'must', NAMED, RECORDS),
  entry('ex.agreed', 'must', NAMED, RECORDS),
  entry('ex.chaperone', 'must', NAMED, RECORDS),
  entry('ex.private', 'must', NAMED),
  entry('ex.explain', 'must', EXAMINED, RECORDS),
  entry('ex.safe', 'must', WHOLE_BODY),
  entry('ex.chair', 'must', NAMED),
  entry('ex.aid', 'should', NAMED, RECORDS),
  entry('ex.path', 'should', NAMED),
  entry('ex.carrier', 'must', NAMED),
  entry('ex.first-aid', 'must', NAMED, RECORDS),
  entry('ex.each', 'must', NAMED, RECORDS),
  entry('ex.light', 'should', NAMED),
  entry('ex.scale', 'should', NAMED, RECORDS),
  entry('ex.still', 'should', NAMED),
  entry('ex.both-sides', 'should', NAMED),
  entry('ex.mouth', 'should', NAMED),
  entry('ex.throat', 'must', NAMED),
  entry('ex.breaths', 'should', NAMED, RECORDS),
  entry('ex.sentences', 'should', NAMED),
  entry('ex.lag', 'should', NAMED, RECORDS),
  entry('ex.stop', 'must', EXAMINED),
  entry('ex.limit', 'must', EXAMINED, RECORDS),

  entry('close.sum', 'must', ALWAYS, RECORDS),
  entry('close.net', 'must', ALWAYS, RECORDS),
  entry('close.fu', 'must', ALWAYS, RECORDS),
  entry('close.mode', 'should', ALWAYS, RECORDS),
]

/** Every id of the product's own items. */
export const CHECKLIST_IDS: readonly string[] = ENTRIES.map(({ id }) => id)

/** Whether a tick may name it. Of an organisation's own item only the shape counts: its plan may have changed meanwhile. */
export const isChecklistId = (id: string) => CHECKLIST_IDS.includes(id) || OWN_ITEM.test(id)

/** In the order in which they are done; in each phase the organisation's `own` items come last. */
export function checklistOf(
  purpose: Purpose,
  facts: ChecklistFacts,
  own: readonly OwnChecklistItem[] = [],
): readonly ChecklistItem[] {
  const about = { ...facts, purpose }
  const named = ENTRIES.filter(({ id, when }) => when(about) || purpose.checklist.includes(id))
  const builtIn = named.map(({ when: _, ...item }): ChecklistItem => item)
  const theirs = own.map((item): ChecklistItem => ({ ...item, required: 'must', confirms: null }))
  return PHASES.flatMap((phase) => [...builtIn, ...theirs].filter((item) => item.phase === phase))
}
