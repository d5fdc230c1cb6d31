// Reads a FHIR R4 Questionnaire file. What Bedside cannot ask as the file means it is refused, with the item and the reason:
// a question that is left out or asked differently would change what the answers mean. Pure.
import { readExactJson } from './exact-json.ts'
import {
  DEEPEST,
  type Display,
  everyItem,
  type FileFault,
  type Group,
  type Item,
  isQuestion,
  LARGEST_FILE,
  MOST_ITEMS,
  MOST_REPEATS,
  QUESTION_TYPES,
  type Question,
  type Questionnaire,
  type QuestionType,
} from './questionnaire.ts'
import { linkConditions, type Unlinked } from './questionnaire-conditions.ts'
import { readInitial, readLimits, readUnits } from './questionnaire-limits.ts'
import { readOptions } from './questionnaire-options.ts'
import { extensionOf, Faults, listOf, numberOf, type Source, sourceOf, textOf } from './questionnaire-source.ts'

export type Parsed =
  | { readonly ok: true; readonly questionnaire: Questionnaire }
  | { readonly ok: false; readonly faults: readonly FileFault[] }

const LONGEST_TEXT = 2000
/** Extensions that compute what is asked or answered, or whether; nothing here would run them. */
const COMPUTED =
  /(?:cqf-expression|calculatedExpression|initialExpression|enableWhenExpression|answerExpression|candidateExpression|questionnaire-constraint)$/i

export function parseQuestionnaire(file: string): Parsed {
  const faults = new Faults()
  const questionnaire = readFile(file, faults)
  return questionnaire && faults.found.length === 0 ? { ok: true, questionnaire } : { ok: false, faults: faults.found }
}

function readFile(file: string, faults: Faults): Questionnaire | null {
  if (file.length > LARGEST_FILE) faults.add('', 'too-large')
  else {
    let json: unknown
    try {
      json = readExactJson(file.replace(/^\ufeff/, ''))
    } catch {
      faults.add('', 'not-json')
      return null
    }
    const source = sourceOf(json)
    if (source?.resourceType === 'Questionnaire') return readQuestionnaire(source, faults)
    faults.add('', 'not-a-questionnaire', textOf(source?.resourceType))
  }
  return null
}

function readQuestionnaire(source: Source, faults: Faults): Questionnaire {
  const code = sourceOf(listOf(source.code)[0])
  const title = textOf(source.title) || textOf(code?.display) || textOf(source.name)
  if (source.status === 'retired') faults.add('', 'retired')
  if (title === '') faults.add('', 'no-title')
  if (title.length > 200) faults.add('', 'too-long', 'title')
  if (listOf(source.modifierExtension).length > 0 || source.implicitRules !== undefined) faults.add('', 'modifier')
  if (listOf(source.item).length === 0) faults.add('', 'no-items')
  const reader = new ItemReader(source, faults)
  const items = linkConditions(reader.read(source.item, '', 1), reader.unlinked, faults)
  if (faults.found.length === 0 && !everyItem(items).some(isQuestion)) faults.add('', 'no-items')
  const [url, version, copyright] = [textOf(source.url), textOf(source.version), textOf(source.copyright)]
  return { url: url || title, version, title, copyright: copyright.slice(0, LONGEST_TEXT), items }
}

class ItemReader {
  /** Conditions of each item as the file has them: what they name may stand further down. */
  readonly unlinked = new Map<string, Unlinked>()
  readonly #contained = new Map<string, Source>()
  #count = 0

  constructor(
    source: Source,
    readonly faults: Faults,
  ) {
    for (const one of listOf(source.contained)) {
      const resource = sourceOf(one)
      if (resource?.resourceType === 'ValueSet') this.#contained.set(textOf(resource.id), resource)
    }
  }

  read(value: unknown, place: string, depth: number): Item[] {
    if (value === undefined) return []
    if (!Array.isArray(value)) {
      this.faults.add(place, 'not-an-item')
      return []
    }
    if (depth > DEEPEST) {
      this.faults.add(place, 'too-deep')
      return []
    }
    const items: Item[] = []
    for (const [at, one] of value.entries()) {
      this.#count++
      if (this.#count === MOST_ITEMS + 1) this.faults.add('', 'too-many-items')
      if (this.#count > MOST_ITEMS) return items
      const item = this.#one(one, place === '' ? String(at + 1) : `${place}.${at + 1}`, depth)
      if (item) items.push(item)
    }
    return items
  }

  #one(value: unknown, place: string, depth: number): Item | null {
    const source = sourceOf(value)
    if (!source) {
      this.faults.add(place, 'not-an-item')
      return null
    }
    const linkId = textOf(source.linkId)
    const id = linkId || place
    if (linkId === '') this.faults.add(place, 'no-link-id')
    // These stand in the keys of answers.
    else if (linkId.length > 100 || linkId.includes('#')) this.faults.add(place, 'no-link-id', linkId)
    else if (this.unlinked.has(linkId)) this.faults.add(place, 'same-link-id', linkId)
    this.#ensureMeant(source, id)
    this.unlinked.set(id, { conditions: listOf(source.enableWhen), behaviour: source.enableBehavior })
    const type = textOf(source.type)
    const base = {
      linkId: id,
      text: this.#text(source, id, type),
      conditions: [],
      any: source.enableBehavior === 'any',
    }
    const items = this.read(source.item, id, depth + 1)
    if (type === 'display') return this.#display(base, items)
    if (type === 'group') return this.#group(base, source, items)
    if ((QUESTION_TYPES as readonly string[]).includes(type)) {
      return this.#question({ ...base, type: type as QuestionType }, source, items)
    }
    const known = type === 'attachment' || type === 'reference' || type === 'question'
    this.faults.add(id, known ? 'type-not-supported' : 'unknown-type', type)
    return null
  }

  #ensureMeant(source: Source, id: string): void {
    if (listOf(source.modifierExtension).length > 0) this.faults.add(id, 'modifier')
    for (const one of listOf(source.extension)) {
      const url = textOf(sourceOf(one)?.url)
      if (COMPUTED.test(url)) this.faults.add(id, 'computed', url)
    }
    if (extensionOf(source, 'regex')) this.faults.add(id, 'pattern')
  }

  #text(source: Source, id: string, type: string): string {
    const coded = listOf(source.code).map((one) => textOf(sourceOf(one)?.display))
    const said = textOf(source.text) || coded.find(Boolean) || ''
    if (said === '' && type !== 'group') this.faults.add(id, 'no-text')
    if (said.length > LONGEST_TEXT) this.faults.add(id, 'too-long', 'text')
    return [textOf(source.prefix), said].filter(Boolean).join(' ')
  }

  #display(base: Omit<Display, 'type'>, items: Item[]): Display {
    if (items.length > 0) this.faults.add(base.linkId, 'display-with-items')
    return { ...base, type: 'display' }
  }

  #group(base: Omit<Display, 'type'>, source: Source, items: Item[]): Group {
    if (items.length === 0) this.faults.add(base.linkId, 'no-items')
    const repeats = source.repeats === true
    return { ...base, type: 'group', items, repeats, ...this.#occurs(source, base.linkId, repeats, repeats) }
  }

  #question(base: Omit<Display, 'type'> & { type: QuestionType }, source: Source, below: Item[]): Question {
    const { type, linkId } = base
    const repeats = source.repeats === true
    const required = source.required === true
    const help = below.filter((item) => item.type === 'display' && isHelp(source, item.linkId))
    const items = below.filter((item) => !help.includes(item))
    if (repeats && items.length > 0) this.faults.add(linkId, 'repeats-with-questions')
    const { options, chosen } = readOptions(source, linkId, this.#contained, this.faults)
    // Options of a question that is typed would say what may be typed, which nothing here holds anybody to.
    const chooses = type === 'choice' || type === 'open-choice'
    if (!chooses && options.length > 0) this.faults.add(linkId, 'type-not-supported', `${type} with answerOption`)
    if (type === 'choice' && listOf(source.answerOption).length === 0 && !source.answerValueSet)
      this.faults.add(linkId, 'no-options')
    const limits = readLimits(source, linkId, type, this.faults)
    const units = readUnits(source, linkId, this.faults)
    const question: Question = {
      ...base,
      help: help.map(({ text }) => text).join('\n'),
      ...{ required, repeats, options, limits, units, items },
      ...this.#occurs(source, linkId, repeats, required),
      initial: [],
      fixed: source.readOnly === true || extensionOf(source, 'questionnaire-hidden')?.valueBoolean === true,
    }
    return { ...question, initial: readInitial(source, question, chosen, this.faults) }
  }

  /** How many at least, where it is asked for at all, and at most. */
  #occurs(source: Source, id: string, repeats: boolean, asked: boolean): { least: number; most: number } {
    const read = (name: string, otherwise: number) => {
      const extension = extensionOf(source, name)
      if (!extension) return otherwise
      const number = Number(numberOf(extension) ?? Number.NaN)
      if (Number.isInteger(number) && number >= 0) return number
      this.faults.add(id, 'limit-not-valid', name)
      return otherwise
    }
    const least = read('questionnaire-minOccurs', asked ? 1 : 0)
    const most = Math.min(read('questionnaire-maxOccurs', repeats ? MOST_REPEATS : 1), MOST_REPEATS)
    if (least > most || most === 0) this.faults.add(id, 'limit-not-valid', 'questionnaire-maxOccurs')
    return { least, most: repeats ? most : 1 }
  }
}

/** Whether the display item `id` below a question explains it, by its `itemControl`. */
function isHelp(question: Source, id: string): boolean {
  return listOf(question.item).some((one) => {
    const item = sourceOf(one)
    if (!item || textOf(item.linkId) !== id) return false
    const control = sourceOf(extensionOf(item, 'questionnaire-itemControl')?.valueCodeableConcept)
    return listOf(control?.coding).some((coding) => /^(?:help|flyover|prompt)$/.test(textOf(sourceOf(coding)?.code)))
  })
}
