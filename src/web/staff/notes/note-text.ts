// A note as it is copied into a record: the same text wherever it is copied from, with whom it is about, when, and by whom.
import type { NoteView } from '#contract/note'
import { words } from '#text/notes'
import { words as people } from '#text/people'
import { birthOf, nameOf } from '../console/person-words.ts'

/** Who writes. */
export interface Author {
  readonly name: string
  /** Their profession, as they are called by; may be empty. */
  readonly title: string
}

export interface CopiedNote extends Pick<NoteView, 'patient' | 'areaName' | 'begunBy' | 'signedAt' | 'text'> {
  readonly startedAt: number
}

export function noteText(note: CopiedNote, author: Author): string {
  const by = words.author(author.name, author.title)
  const moment = (at: number) => words.moment(people.date(at), people.time(at))
  const lines = [
    words.about(nameOf(note.patient), birthOf(note.patient, null) ?? ''),
    words.held(note.areaName, moment(note.startedAt)),
    ...(note.begunBy ? [words.begunByPlain(note.begunBy)] : []),
    '',
    note.text.trim(),
    '',
    note.signedAt === null ? words.notSignedBy(by) : words.signedBy(by, moment(note.signedAt)),
  ]
  return lines.join('\n')
}
