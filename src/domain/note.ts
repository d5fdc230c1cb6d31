// A practitioner's note: a draft that saves as it is typed, then signed. Pure.
import { Problem } from './problem.ts'

export interface NoteState {
  readonly status: 'draft' | 'signed'
  /** Counts saves; a writer names the revision they started from. */
  readonly revision: number
  readonly text: string
}

/** Characters in a note: about 25 printed pages; more is a pasted document. */
export const LONGEST_NOTE = 100_000

/** The note after a save that began from `revision`. Throws `note/changed-elsewhere` or `note/already-signed`. */
export function saveNote(note: NoteState, text: string, revision: number): NoteState {
  if (note.status === 'signed') throw new Problem('note/already-signed')
  // The same text again is the answer to a save whose reply was lost: it is no conflict.
  if (note.text === text) return note
  if (revision !== note.revision) throw new Problem('note/changed-elsewhere', { revision: note.revision })
  return { status: 'draft', text, revision: note.revision + 1 }
}

/** The signed note. Throws `note/empty` when there is nothing to sign; signing twice changes nothing. */
export function signNote(note: NoteState): NoteState {
  if (note.status === 'signed') return note
  if (!note.text.trim()) throw new Problem('note/empty')
  return { ...note, status: 'signed' }
}
