// The glossary says each word once.
import { readFileSync } from 'node:fs'
import type { Check, Finding } from '../sources.ts'

const PATH = 'docs/glossary.md'

export const glossary: Check = () => wordsTwice(readFileSync(PATH, 'utf8'))

/** Rows of the table begin with one word or several, parted by commas; what stands in brackets is the longer or shorter form. */
export function wordsTwice(text: string): Finding[] {
  const first = new Map<string, number>()
  const found: Finding[] = []
  for (const [at, line] of text.split('\n').entries()) {
    const [, cell] = /^\| ([^|]+) \|/.exec(line) ?? []
    if (cell === undefined || cell === 'word' || cell.startsWith('---')) continue
    for (const word of cell.split(/[,()]/).map((each) => each.trim().toLowerCase())) {
      const before = first.get(word)
      if (word && before !== undefined)
        found.push({ path: PATH, line: at + 1, says: `says “${word}” again: it stands in line ${before}.` })
      else first.set(word, at + 1)
    }
  }
  return found
}
