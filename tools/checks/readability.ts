// What patients read has a reading age of 9 to 11: by grade over each part of their page, by the length of its sentences and
// by its words. Also finds texts of theirs that nobody listed here.
import type { Check, Finding } from '../sources.ts'
import { reachedFrom } from './imports.ts'
import { EXEMPT, type Part, patientParts } from './patient-texts.ts'
import { HIGHEST_GRADE, LONGEST_SENTENCE, readabilityOf } from './readability-measure.ts'

const PATIENT_ENTRY = 'src/web/patient/main.tsx'

/**
 * Words of four syllables or more for which there is no shorter one that says the same: "automatic" is what settings say
 * themselves, and the last two have four only as they are counted.
 */
const NO_SHORTER = new Set(['thermometer', 'automatic', 'everything', 'anybody'])

/** Too few words for a grade to mean anything. */
const FEWEST_WORDS = 20

export const readability: Check = (sources) => {
  const parts = patientParts()
  return [...parts.flatMap(hard), ...forgotten(parts, [...reachedFrom(PATIENT_ENTRY, sources).keys()])]
}

export function hard({ path, name, texts, unread }: Part): Finding[] {
  const { grade, words, longSentences, hardWords } = readabilityOf(texts, NO_SHORTER)
  const tooHard = words >= FEWEST_WORDS && grade > HIGHEST_GRADE
  return [
    ...(tooHard
      ? [
          {
            path,
            says: `${name}: grade ${grade.toFixed(1)} is over ${HIGHEST_GRADE}. Use shorter words and sentences.`,
          },
        ]
      : []),
    ...longSentences.map((said) => ({
      path,
      says: `"${said}" has more than ${LONGEST_SENTENCE} words: make two of it.`,
    })),
    ...hardWords.map((word) => ({ path, says: `"${word}" is a hard word: say it with shorter ones.` })),
    ...unread.map((said) => ({
      path,
      says: `${said} says nothing for any sample: give it one in tools/checks/patient-texts.ts.`,
    })),
  ]
}

export function forgotten(parts: readonly Part[], reached: readonly string[]): Finding[] {
  const listed = new Set([...parts.map(({ path }) => path), ...Object.keys(EXEMPT)])
  return reached
    .filter((path) => path.startsWith('src/web/text/en/') && !listed.has(path))
    .map((path) => ({ path, says: 'is read by patients: list it in tools/checks/patient-texts.ts.' }))
}
