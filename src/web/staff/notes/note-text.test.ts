// The one text that "Copy the note" copies.
import { expect, test } from 'vitest'
import { noteText } from './note-text.ts'

const at = new Date(2026, 10, 30, 14, 2).getTime()
const note = {
  patient: { firstName: 'Jean', lastName: 'Thornbury', dateOfBirth: '1948-03-12' },
  ...{ areaName: 'Falls clinic', startedAt: at, text: 'Walks well.\n', signedAt: at + 18 * 60_000 },
}

test('[N11] a copied note says whose it is, when it was, and who signed it when', () => {
  expect(noteText(note, { name: 'Tomasz Nowak', title: 'Physiotherapist' })).toBe(
    [
      'Jean Thornbury, born 12 March 1948',
      'Visit, Falls clinic, 30 November 2026, 14:02',
      '',
      'Walks well.',
      '',
      'Signed by Tomasz Nowak, Physiotherapist, 30 November 2026, 14:20',
    ].join('\n'),
  )
})

test('[N11] a draft says that it is not signed; what is not known is left out; a handed-over note names who held it', () => {
  const draft = {
    ...{ ...note, signedAt: null, begunBy: 'Priya Nair' },
    patient: { firstName: 'Jean', lastName: '', dateOfBirth: '' },
  }
  const text = noteText(draft, { name: 'Tomasz Nowak', title: '' })
  expect(text).toContain('Jean\nVisit')
  expect(text).toContain('Held by Priya Nair')
  expect(text).toContain('Not signed yet. Written by Tomasz Nowak')
})
