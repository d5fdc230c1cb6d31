// Measures how hard a text is to read: Flesch-Kincaid grade over all its sentences, sentences that are too long, and words
// that are. Knows nothing of where texts come from.
import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'

/** Flesch-Kincaid gives a US school grade; grade 4 is age 9 to 10, within what the NHS aims at (9 to 11). */
export const HIGHEST_GRADE = 4
export const LONGEST_SENTENCE = 15
/** Words of so many syllables are hard, whatever the sentence. */
const HARD_SYLLABLES = 4

/** Shorter ones are labels, not sentences. */
const RUNNING_FROM = 4

export interface Readability {
  /** Over what is long enough to be a sentence; `words` says of how many. */
  readonly grade: number
  readonly words: number
  readonly longSentences: readonly string[]
  readonly hardWords: readonly string[]
}

/** `allowed`: words of four syllables or more for which there is no shorter one. */
export function readabilityOf(texts: readonly string[], allowed: ReadonlySet<string>): Readability {
  const sentences = texts.flatMap(sentencesOf).map(wordsOf)
  const all = sentences.flat()
  // A button's "Yes" would make everything around it look easy.
  const running = sentences.filter((words) => words.length >= RUNNING_FROM)
  const words = running.flat()
  const count = {
    sentence: running.length,
    word: words.length,
    syllable: words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0),
  }
  return {
    grade: words.length === 0 ? 0 : fleschKincaid(count),
    words: words.length,
    longSentences: sentences.filter((said) => said.length > LONGEST_SENTENCE).map((said) => said.join(' ')),
    hardWords: [...new Set(all.filter((word) => syllable(word) >= HARD_SYLLABLES && !allowed.has(word.toLowerCase())))],
  }
}

/** A heading, a label and what stands before a colon are sentences too. */
function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?:…])\s+|\n+/)
}

/** Figures and signs are no words. */
function wordsOf(sentence: string): string[] {
  return sentence.match(/\p{L}[\p{L}’'-]*/gu) ?? []
}
