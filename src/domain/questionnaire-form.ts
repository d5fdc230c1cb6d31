// A questionnaire with the answers so far: what is asked now, one question after the other, and what is still wrong. Pure.
import {
  type Answer,
  type Answers,
  type Group,
  type Item,
  isQuestion,
  itemsBelow,
  type Question,
  type Questionnaire,
} from './questionnaire.ts'
import { type AnswerFault, compareAnswers, faultOfAnswer, isEmptyAnswer } from './questionnaire-value.ts'

/** An item that is asked or shown now. A repeating group has one node for each time it is filled in. */
export type Node =
  | { readonly kind: 'display'; readonly key: string; readonly item: Item }
  | {
      readonly kind: 'group'
      readonly key: string
      readonly item: Group
      readonly below: readonly Node[]
      readonly last: boolean
    }
  | {
      readonly kind: 'question'
      readonly key: string
      readonly item: Question
      readonly answers: readonly Answer[]
      readonly below: readonly Node[]
    }

/** One screen. `notes` are the texts that stand before the question, `headings` the groups it is in. */
export interface Step {
  readonly key: string
  /** A group: whether it is to be filled in once more. Null: only something to read. */
  readonly item: Question | Group | null
  readonly headings: readonly string[]
  readonly notes: readonly string[]
  /** How often the group has been filled in. */
  readonly count: number
}

interface Place {
  readonly item: Item
  readonly parent: Item | null
  /** The repeating groups that it stands in, the outermost first. */
  readonly groups: readonly Group[]
}

/** In each of the repeating groups around it, which one. */
type At = readonly number[]

const keyOf = (linkId: string, at: At): string => (at.length === 0 ? linkId : `${linkId}#${at.join('.')}`)

export class Form {
  readonly #places = new Map<string, Place>()
  readonly #asked = new Map<string, boolean>()

  constructor(
    readonly questionnaire: Questionnaire,
    readonly answers: Answers,
  ) {
    this.#note(questionnaire.items, null, [])
  }

  nodes(): readonly Node[] {
    return this.#nodes(this.questionnaire.items, [])
  }

  /** All questions that are asked now, in order. */
  questions(): (Node & { kind: 'question' })[] {
    const flat = (nodes: readonly Node[]): (Node & { kind: 'question' })[] =>
      nodes.flatMap((node) => {
        if (node.kind === 'display') return []
        return node.kind === 'group' ? flat(node.below) : [node, ...flat(node.below)]
      })
    return flat(this.nodes())
  }

  steps(): Step[] {
    const steps: Step[] = []
    let notes: string[] = []
    const add = (key: string, item: Step['item'], headings: readonly string[], count = 0) => {
      steps.push({ key, item, headings, notes, count })
      notes = []
    }
    const walk = (nodes: readonly Node[], headings: readonly string[]) => {
      for (const node of nodes) {
        if (node.kind === 'display') notes.push(node.item.text)
        else if (node.kind === 'question') {
          if (!node.item.fixed) add(node.key, node.item, headings)
          walk(node.below, headings)
        } else {
          walk(node.below, node.item.text ? [...headings, node.item.text] : headings)
          if (node.last) {
            const { linkId, at } = this.#read(node.key)
            const count = this.count(node.item, at)
            if (node.item.most > node.item.least) add(keyOf(linkId, at), node.item, headings, count)
          }
        }
      }
    }
    walk(this.nodes(), [])
    if (notes.length > 0) add('', null, [])
    return steps
  }

  /** What is wrong with the answers to a question; null when one can go on. */
  faultOf(question: Question, answers: readonly Answer[]): AnswerFault | null {
    const given = answers.filter((answer) => !isEmptyAnswer(answer))
    for (const answer of given) {
      const fault = faultOfAnswer(question, answer)
      if (fault) return fault
    }
    const { required, least, most } = question
    if (given.length === 0) return required ? { reason: 'missing' } : null
    if (given.length < least) return { reason: 'too-few', limit: least }
    return given.length > most ? { reason: 'too-many', limit: most } : null
  }

  /** The keys of the questions that are asked and cannot stand as they are answered, in order. */
  faults(): { key: string; fault: AnswerFault }[] {
    return this.questions().flatMap(({ key, item, answers }) => {
      const fault = item.fixed ? null : this.faultOf(item, answers)
      return fault ? [{ key, fault }] : []
    })
  }

  /** How often a group is filled in. */
  count(group: Group, at: At): number {
    if (!group.repeats) return 1
    const [kept] = this.answers[keyOf(group.linkId, at)] ?? []
    const typed = kept && 'typed' in kept ? Number(kept.typed) : Number.NaN
    return Math.min(Math.max(Number.isInteger(typed) ? typed : 1, group.least, 0), group.most)
  }

  #note(items: readonly Item[], parent: Item | null, groups: readonly Group[]): void {
    for (const item of items) {
      this.#places.set(item.linkId, { item, parent, groups })
      const around = item.type === 'group' && item.repeats ? [...groups, item] : groups
      this.#note(itemsBelow(item), item, around)
    }
  }

  #nodes(items: readonly Item[], at: At): Node[] {
    return items.flatMap((item): Node[] => {
      if (!this.#isAsked(item.linkId, at)) return []
      if (item.type === 'display') return [{ kind: 'display', key: keyOf(item.linkId, at), item }]
      if (isQuestion(item)) {
        const answers = this.#given(item, at)
        const below = answers.length > 0 ? this.#nodes(item.items, at) : []
        return [{ kind: 'question', key: keyOf(item.linkId, at), item, answers, below }]
      }
      if (!item.repeats) {
        return [{ kind: 'group', key: keyOf(item.linkId, at), item, below: this.#nodes(item.items, at), last: false }]
      }
      const count = this.count(item, at)
      return Array.from({ length: count }, (_, index) => {
        const inside = [...at, index]
        const below = this.#nodes(item.items, inside)
        return { kind: 'group', key: keyOf(item.linkId, inside), item, below, last: index === count - 1 }
      })
    })
  }

  /** Of a group's node: where the group itself stands. */
  #read(key: string): { linkId: string; at: At } {
    const [linkId = '', indices = ''] = key.split('#')
    return { linkId, at: indices.split('.').slice(0, -1).map(Number) }
  }

  #given(question: Question, at: At): readonly Answer[] {
    const kept = question.fixed ? undefined : this.answers[keyOf(question.linkId, at)]
    return (kept ?? question.initial).filter((answer) => !isEmptyAnswer(answer))
  }

  /** Whether all its conditions are met, and those of what it stands in. */
  #isAsked(linkId: string, at: At): boolean {
    const key = keyOf(linkId, at)
    const known = this.#asked.get(key)
    if (known !== undefined) return known
    const place = this.#places.get(linkId)
    const asked = place !== undefined && this.#isInside(place, at) && this.#meets(place, at)
    this.#asked.set(key, asked)
    return asked
  }

  #isInside({ parent }: Place, at: At): boolean {
    if (!parent) return true
    const around = at.slice(0, this.#places.get(parent.linkId)?.groups.length ?? 0)
    return this.#isAsked(parent.linkId, around) && (!isQuestion(parent) || this.#given(parent, around).length > 0)
  }

  #meets({ item, groups }: Place, at: At): boolean {
    const { conditions, any } = item
    if (conditions.length === 0) return true
    const met = conditions.map(({ question: linkId, operator, exists, answer }) => {
      const other = this.#places.get(linkId)
      if (!other || !isQuestion(other.item)) return false
      const question = other.item
      // Of the groups around both the same ones; of any further group around the question, all.
      const together = groups.findIndex((group, index) => other.groups[index] !== group)
      const answers = this.#everywhere(other, at.slice(0, together < 0 ? groups.length : together)).flatMap((where) =>
        this.#isAsked(linkId, where) ? this.#given(question, where) : [],
      )
      if (operator === 'exists') return answers.length > 0 === exists
      return answers.some((one) => {
        const order = compareAnswers(question, one, answer)
        if (operator === '!=') return order !== 0
        if (order === null) return false
        if (operator === '=') return order === 0
        if (operator.startsWith('>')) return order > 0 || (operator === '>=' && order === 0)
        return order < 0 || (operator === '<=' && order === 0)
      })
    })
    return any ? met.includes(true) : !met.includes(false)
  }

  /** Everywhere that an item stands, within `start`. */
  #everywhere({ groups }: Place, start: At): At[] {
    let found: At[] = [start.slice(0, groups.length)]
    for (const group of groups.slice(start.length)) {
      found = found.flatMap((at) => Array.from({ length: this.count(group, at) }, (_, index) => [...at, index]))
    }
    return found
  }
}
