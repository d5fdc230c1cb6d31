// Conditions under which an item is asked (`enableWhen`), checked against the questions they name. Pure.
import { exactNumber } from './exact-json.ts'
import {
  type Answer,
  type Condition,
  everyItem,
  type Item,
  isQuestion,
  itemsBelow,
  OPERATORS,
  type Operator,
  type Question,
} from './questionnaire.ts'
import { choiceOf, codingOf, type Faults, listOf, sameCoding, sourceOf, textOf } from './questionnaire-source.ts'

export interface Unlinked {
  readonly conditions: readonly unknown[]
  readonly behaviour: unknown
}

const ORDERED = ['integer', 'decimal', 'quantity', 'date', 'dateTime', 'time']

/** The items with their conditions. */
export function linkConditions(
  items: readonly Item[],
  unlinked: ReadonlyMap<string, Unlinked>,
  faults: Faults,
): Item[] {
  const every = everyItem(items)
  const questions = new Map(every.filter(isQuestion).map((question) => [question.linkId, question]))
  const read = new Map(
    every.map(({ linkId }) => [linkId, readConditions(linkId, unlinked.get(linkId), questions, faults)]),
  )
  refuseCircles(items, read, faults)
  const linked = (item: Item): Item => {
    const withConditions = { ...item, conditions: read.get(item.linkId) ?? [] }
    return withConditions.type === 'display'
      ? withConditions
      : { ...withConditions, items: withConditions.items.map(linked) }
  }
  return items.map(linked)
}

function readConditions(
  id: string,
  from: Unlinked | undefined,
  questions: ReadonlyMap<string, Question>,
  faults: Faults,
): Condition[] {
  const all = from?.conditions ?? []
  const { behaviour } = from ?? {}
  const known = behaviour === 'all' || behaviour === 'any'
  if ((all.length > 1 || behaviour !== undefined) && !known) faults.add(id, 'condition-behaviour')
  return all.flatMap((one): Condition[] => {
    const source = sourceOf(one)
    const operator = textOf(source?.operator) as Operator
    const expected = source && choiceOf(source, 'answer')
    if (!expected || !OPERATORS.includes(operator) || listOf(source.modifierExtension).length > 0) {
      faults.add(id, 'condition-not-valid', operator)
      return []
    }
    const question = questions.get(textOf(source.question))
    if (!question) {
      faults.add(id, 'condition-not-found', textOf(source.question))
      return []
    }
    if (operator === 'exists') {
      if (typeof expected.value === 'boolean') {
        return [{ question: question.linkId, operator, exists: expected.value, answer: { typed: '' } }]
      }
      faults.add(id, 'condition-not-valid', operator)
      return []
    }
    const answer = answerFor(question, expected)
    const ordered = operator === '=' || operator === '!=' || ORDERED.includes(question.type)
    if (answer && ordered) return [{ question: question.linkId, operator, exists: true, answer }]
    faults.add(id, 'condition-not-possible', question.linkId)
    return []
  })
}

/** The answer that a file names, as this question is answered; null where nobody could give it. */
export function answerFor(question: Question, { kind, value }: { kind: string; value: unknown }): Answer | null {
  switch (question.type) {
    case 'boolean':
      return kind === 'Boolean' && typeof value === 'boolean' ? { option: String(value) } : null
    case 'integer':
    case 'decimal': {
      const typed = kind === 'Integer' || kind === 'Decimal' ? exactNumber(value) : null
      return typed === null ? null : { typed }
    }
    case 'quantity': {
      const source = kind === 'Quantity' ? sourceOf(value) : null
      const typed = exactNumber(source?.value)
      return typed === null ? null : { typed, unit: textOf(source?.code) || textOf(source?.unit) }
    }
    case 'choice':
    case 'open-choice': {
      const coding = kind === 'Coding' ? codingOf(value) : null
      const plain = exactNumber(value) ?? textOf(value)
      const option = question.options.find((one) =>
        coding && one.coding ? sameCoding(one.coding, coding) : !coding && one.kind === kind && one.key === plain,
      )
      if (option) return { option: option.key }
      return question.type === 'open-choice' && kind === 'String' && plain ? { typed: plain } : null
    }
    default: {
      const typed = textOf(value)
      const kinds = { date: ['Date'], dateTime: ['DateTime', 'Date'], time: ['Time'], url: ['Uri', 'String'] }
      const fits =
        question.type in kinds ? kinds[question.type as keyof typeof kinds].includes(kind) : kind === 'String'
      return typed && fits ? { typed: kind === 'Time' ? typed.slice(0, 5) : typed } : null
    }
  }
}

/** An item that waits for an answer which itself waits for the item would never be asked. */
function refuseCircles(items: readonly Item[], read: ReadonlyMap<string, readonly Condition[]>, faults: Faults): void {
  const waits = new Map<string, string[]>()
  const note = (item: Item, parent: string | null) => {
    const asked = (read.get(item.linkId) ?? []).map(({ question }) => question)
    waits.set(item.linkId, parent === null ? asked : [...asked, parent])
    for (const below of itemsBelow(item)) note(below, item.linkId)
  }
  for (const item of items) note(item, null)
  const done = new Set<string>()
  const path = new Set<string>()
  const visit = (id: string) => {
    if (done.has(id)) return
    if (path.has(id)) {
      faults.add(id, 'depends-on-itself')
      return
    }
    path.add(id)
    for (const next of waits.get(id) ?? []) visit(next)
    path.delete(id)
    done.add(id)
  }
  for (const id of waits.keys()) visit(id)
}
