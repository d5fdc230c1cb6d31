// The check can fail, and each of its reasons is told.
import { describe, expect, it, test } from 'vitest'
import { patientParts, textsOf } from './patient-texts.ts'
import { forgotten, hard } from './readability.ts'
import { readabilityOf } from './readability-measure.ts'

const NONE = new Set<string>()
const judge = (...texts: string[]) =>
  hard({ path: 'src/web/text/en/made-up.ts', name: 'made-up', texts, unread: [] }).map(({ says }) => says)

const EASY = [
  'Put your laptop on a table. Step back until we can see your head and your feet.',
  'Plug in your charger. We will phone you if the picture stops.',
]
const HARD = [
  'Your equipment requires sufficient illumination. Position the device appropriately before the consultation.',
  'Insufficient bandwidth impairs the transmission considerably. Alternative arrangements are available.',
]

describe('[PL7] what patients read has a reading age of 9 to 11', () => {
  it('passes plain words and fails hard ones by their grade', () => {
    expect(judge(...EASY)).toEqual([])
    expect(judge(...HARD).some((says) => /made-up: grade \d+\.\d is over 4/.test(says))).toBe(true)
  })
  it('gives the grade that the formula gives', () => {
    // 0.39 * 6 words a sentence + 11.8 * 1 syllable a word - 15.59
    const { grade, words } = readabilityOf(['The cat sat on the mat.', 'The dog lay on the rug.'], NONE)
    expect(grade).toBeCloseTo(-1.45, 5)
    expect(words).toBe(12)
  })
  it('does not let labels make hard sentences look easy', () => {
    const labels = Array.from({ length: 200 }, () => 'Yes')
    expect(judge(...HARD, ...labels)).toEqual(judge(...HARD))
  })
  it('allows fifteen words a sentence and not sixteen', () => {
    const fifteen = 'one two three four five six seven eight nine ten one two three four five'
    expect(judge(`${fifteen}.`)).toEqual([])
    expect(judge(`${fifteen} six.`)).toEqual([expect.stringContaining('more than 15 words')])
  })
  it('names a hard word, but for those that have no shorter one', () => {
    expect(judge('See your rehabilitation.')).toEqual([expect.stringContaining('"rehabilitation" is a hard word')])
    expect(judge('Have a thermometer.')).toEqual([])
  })
  it('names a text of the patient’s page that nobody listed, and a function that said nothing', () => {
    expect(forgotten([], ['src/web/text/en/new.ts', 'src/web/text/en/time.ts', 'src/web/kit/store.ts'])).toEqual([
      { path: 'src/web/text/en/new.ts', says: expect.stringContaining('list it') },
    ])
    const unread: string[] = []
    const words = { odd: (each: { never: { there: string } }) => each.never.there, plain: (name: string) => name }
    expect(textsOf(words, 'made-up', unread)).toContain('Margaret')
    expect(unread).toEqual(['made-up.odd'])
  })
})

test('[PL7] every part of the patient’s page is collected, and has something to say', () => {
  const parts = patientParts()
  expect(parts.length).toBeGreaterThan(30)
  expect(parts.filter(({ texts }) => texts.length === 0)).toEqual([])
  expect(parts.flatMap(hard)).toEqual([])
})
