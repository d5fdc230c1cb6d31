import { describe, expect, test } from 'vitest'
import { addLine, removeLine, replaceLine } from './note-lines.ts'

const TYPED = 'Fell on Monday.\nWalks with a stick.'
const LINE = 'Walking aid: a stick.'

describe('[CS33] lines of the checklist in the note', () => {
  test.each([
    ['an empty note', '', LINE],
    ['after what is typed', TYPED, `${TYPED}\n${LINE}`],
    ['after an open last line', `${TYPED}\n`, `${TYPED}\n${LINE}`],
  ])('[CS33] a line goes to its own line: %s', (_, before, after) => {
    expect(addLine(before, LINE)).toBe(after)
  })

  test('[CS33] taking it out leaves what was typed before and after, to the letter', () => {
    const after = `${addLine(TYPED, LINE)}\nPain 4/10.`
    expect(removeLine(after, LINE)).toBe(`${TYPED}\nPain 4/10.`)
    expect(removeLine(addLine(TYPED, LINE), LINE)).toBe(TYPED)
  })

  test('[CS33] a line that was changed since belongs to who changed it', () => {
    const changed = `${TYPED}\nWalking aid: a stick, too long for her.`
    expect(removeLine(changed, LINE)).toBe(changed)
    expect(replaceLine(changed, LINE, 'Walking aid: a frame.')).toBe(changed)
  })

  test('[CS33] of two equal lines the later goes', () => {
    expect(removeLine(`${LINE}\nx\n${LINE}`, LINE)).toBe(`${LINE}\nx`)
  })

  test('[CS33] another value takes the place of the first', () => {
    expect(replaceLine(`${TYPED}\n${LINE}\nEnd.`, LINE, 'Walking aid: a frame.')).toBe(
      `${TYPED}\nWalking aid: a frame.\nEnd.`,
    )
  })

  test('[CS33] an item without words writes nothing', () => {
    expect(addLine(TYPED, '')).toBe(TYPED)
    expect(removeLine(`${TYPED}\n`, '')).toBe(`${TYPED}\n`)
  })
})
