// Words for administrators: why a questionnaire file cannot be asked. They speak to who can read the file.
import type { FileFaultReason } from '#domain/questionnaire'

const reasons: Record<FileFaultReason, (about: string) => string> = {
  'not-json': () => 'The file is not JSON.',
  'too-large': () => 'The file is too large. At most 256 kB.',
  'not-a-questionnaire': () => 'The file is not a FHIR R4 Questionnaire.',
  retired: () => 'It is marked as retired.',
  'no-title': () => 'It has no title.',
  'no-items': () => 'There is nothing in it to ask.',
  'too-many-items': () => 'It has more than 300 items.',
  'too-deep': () => 'Its groups are nested too deeply.',
  'not-an-item': () => 'It is not an item.',
  'no-link-id': () => 'It has no linkId that can be used.',
  'same-link-id': (about) => `Another item has the linkId ${about}.`,
  'no-text': () => 'It has no words that could be asked.',
  'too-long': (about) => `Its ${about} is too long.`,
  'unknown-type': (about) => `Its type is not one of FHIR: ${about || 'none'}.`,
  'type-not-supported': (about) => `Patients cannot answer this type here: ${about}.`,
  modifier: () => 'It has a modifying extension that Bedside does not know.',
  computed: (about) => `It is worked out by an expression, which nothing here does: ${about}`,
  pattern: () => 'Its answer must keep to a pattern, which is not checked here.',
  'answer-list-missing': (about) => `The list of answers is not in the file: ${about}`,
  'no-options': () => 'It has no answers to choose from.',
  'option-not-valid': (about) => `Answer ${about} cannot be chosen.`,
  'same-option': (about) => `Two answers are the same: ${about}.`,
  'too-many-options': (about) => `It has ${about} answers. At most 200.`,
  'repeats-with-questions': () => 'It may be answered several times and has questions below it.',
  'display-with-items': () => 'It is only a text and has items below it.',
  'condition-not-valid': () => 'Its enableWhen cannot be understood.',
  'condition-not-found': (about) => `Its enableWhen names a question that is not there: ${about}.`,
  'condition-not-possible': (about) => `Its enableWhen waits for an answer that nobody can give to ${about}.`,
  'condition-behaviour': () => 'It has several enableWhen and no enableBehavior.',
  'depends-on-itself': () => 'It would be asked only after it was answered.',
  'limit-not-valid': (about) => `Its limit cannot be kept: ${about}.`,
  'initial-not-valid': () => 'Its initial answer could not be given.',
  'unit-not-valid': () => 'Its unit cannot be understood.',
}

/** `item` is a linkId or a place; empty: the whole file. */
const fault = (item: string, reason: string, about: string): string => {
  const why = (Object.hasOwn(reasons, reason) ? reasons[reason as FileFaultReason] : reasons['not-json'])(about)
  return item ? `${item}: ${why}` : why
}

export const words = { fault }
