import { describe, expect, test } from 'vitest'
import { type NoteState, saveNote, signNote } from './note.ts'
import type { ProblemCode } from './problem.ts'

const draft: NoteState = { status: 'draft', revision: 3, text: 'Knee better.' }
const signed: NoteState = { ...draft, status: 'signed' }
const refusal = (code: ProblemCode) => expect.objectContaining({ code })

describe('saving', () => {
  test('[N1] a save that began from the newest text is the next revision', () => {
    expect(saveNote(draft, 'Knee better. Review in May.', 3)).toEqual({
      status: 'draft',
      revision: 4,
      text: 'Knee better. Review in May.',
    })
  })

  test.each([2, 0, 4])(
    '[N2] a save that began from revision %i, not the newest, is refused and names the newest',
    (from) => {
      expect(() => saveNote(draft, 'Something else', from)).toThrow(
        expect.objectContaining({ code: 'note/changed-elsewhere', detail: { revision: 3 } }),
      )
    },
  )

  test('[N3] the same text again, whose answer was lost, changes nothing and is no conflict', () => {
    expect(saveNote(draft, 'Knee better.', 2)).toBe(draft)
  })

  test('[N1] a note may be emptied again', () => expect(saveNote(draft, '', 3).text).toBe(''))

  test('[N5] a signed note takes no more text, not even its own', () => {
    expect(() => saveNote(signed, 'More', 3)).toThrow(refusal('note/already-signed'))
    expect(() => saveNote(signed, signed.text, 3)).toThrow(refusal('note/already-signed'))
  })
})

describe('signing', () => {
  test('[N4] a draft with text is signed as it stands', () => {
    expect(signNote(draft)).toEqual({ ...draft, status: 'signed' })
  })

  test.each(['', '   ', '\n\t '])('[N4] there is nothing to sign in %j', (text) => {
    expect(() => signNote({ ...draft, text })).toThrow(refusal('note/empty'))
  })

  test('[N5] signing twice changes nothing', () => expect(signNote(signed)).toBe(signed))
})
