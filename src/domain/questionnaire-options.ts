// What can be chosen in answer to a question: the options in a file, or a list of answers that it names. Pure.
import { exactNumber } from './exact-json.ts'
import { MOST_OPTIONS, type Option } from './questionnaire.ts'
import {
  choiceOf,
  codingOf,
  extensionOf,
  type Faults,
  listOf,
  numberOf,
  type Source,
  sourceOf,
  textOf,
} from './questionnaire-source.ts'

/** Lists of HL7's own that files refer to without carrying them. */
const KNOWN_LISTS: Readonly<Record<string, readonly [system: string, code: string, display: string][]>> = {
  'http://hl7.org/fhir/ValueSet/yesnodontknow': [
    ['http://terminology.hl7.org/CodeSystem/v2-0136', 'Y', 'Yes'],
    ['http://terminology.hl7.org/CodeSystem/v2-0136', 'N', 'No'],
    ['http://terminology.hl7.org/CodeSystem/data-absent-reason', 'asked-unknown', "Don't know"],
  ],
}

/** `contained`: the lists that the file carries, by their id. */
export function readOptions(
  item: Source,
  id: string,
  contained: ReadonlyMap<string, Source>,
  faults: Faults,
): { options: Option[]; chosen: string[] } {
  const listed = listOf(item.answerOption)
  const named = textOf(item.answerValueSet)
  if (listed.length > MOST_OPTIONS) faults.add(id, 'too-many-options', String(listed.length))
  const read = named ? optionsOfList(named, id, contained, faults) : listed.slice(0, MOST_OPTIONS).map(optionOf)
  const options: Option[] = []
  const chosen: string[] = []
  for (const [at, option] of read.entries()) {
    if (!option) faults.add(id, 'option-not-valid', String(at + 1))
    else if (options.some(({ key }) => key === option.key)) faults.add(id, 'same-option', option.label)
    else options.push(option)
    if (option && sourceOf(listed[at])?.initialSelected === true) chosen.push(option.key)
  }
  return { options, chosen }
}

function optionsOfList(
  named: string,
  id: string,
  contained: ReadonlyMap<string, Source>,
  faults: Faults,
): (Option | null)[] {
  const url = named.split('|')[0] ?? ''
  const known = Object.hasOwn(KNOWN_LISTS, url) ? KNOWN_LISTS[url] : undefined
  if (known) return known.map(([system, code, display]) => ofCoding({ system, code, display }, null))
  const list = named.startsWith('#') ? contained.get(named.slice(1)) : undefined
  const concepts = list ? conceptsOf(list) : []
  // A list of a whole terminology, or one that takes something out again, has no options that could be shown.
  if (concepts.length === 0) faults.add(id, 'answer-list-missing', named)
  if (concepts.length > MOST_OPTIONS) faults.add(id, 'too-many-options', String(concepts.length))
  return concepts.slice(0, MOST_OPTIONS)
}

function conceptsOf(list: Source): (Option | null)[] {
  const compose = sourceOf(list.compose)
  if (!compose || compose.exclude !== undefined) return []
  return listOf(compose.include).flatMap((one) => {
    const include = sourceOf(one)
    const system = textOf(include?.system)
    return listOf(include?.concept).map((each) => {
      const concept = sourceOf(each)
      const coding = codingOf({ ...concept, system })
      return concept && coding && ofCoding(coding, weightOf(concept))
    })
  })
}

function optionOf(value: unknown): Option | null {
  const source = sourceOf(value)
  const choice = source && choiceOf(source, 'value')
  if (!choice) return null
  const { kind } = choice
  if (kind === 'Coding') {
    const coding = codingOf(choice.value)
    return coding && ofCoding(coding, weightOf(source) ?? weightOf(sourceOf(choice.value)))
  }
  const key = kind === 'Integer' ? exactNumber(choice.value) : textOf(choice.value)
  if (!key || !(kind === 'Integer' || kind === 'String' || kind === 'Date' || kind === 'Time')) return null
  return { key, label: key, weight: weightOf(source), coding: null, kind }
}

function ofCoding(coding: Option['coding'] & object, weight: string | null): Option {
  const key = coding.system ? `${coding.system}|${coding.code}` : coding.code
  return { key, label: coding.display, weight, coding, kind: 'Coding' }
}

/** The score of an answer, as FHIR R4 (`ordinalValue`) and R5 (`itemWeight`) write it. */
function weightOf(source: Source | null): string | null {
  if (!source) return null
  return numberOf(extensionOf(source, 'ordinalValue') ?? extensionOf(source, 'itemWeight'))
}
