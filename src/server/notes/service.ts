// Practitioners' notes: a draft that saves as it is typed, signed, then kept until filed or until its retention ends.
// A save that was answered is on disk; a save that began from an older text is refused and changes nothing.
import type { NoteView } from '#contract/note'
import { saveNote, signNote } from '#domain/note'
import { Problem } from '#domain/problem'
import type { Deps } from '../deps.ts'
import { endSitting, sit } from '../platform/audit/sittings.ts'
import * as store from './store.ts'

export interface NoteService {
  list(personId: string): Promise<NoteView[]>
  read(noteId: string): Promise<NoteView>
  save(noteId: string, text: string, revision: number): Promise<NoteView>
  sign(noteId: string): Promise<NoteView>
  /** Deletes a signed note that its author has copied into the record. */
  filed(noteId: string): Promise<void>
}

const DAY_MS = 24 * 60 * 60 * 1000

export function openNoteService({ db, now }: Deps): NoteService {
  const read = async (noteId: string) => {
    const row = await store.noteById(db, noteId)
    if (!row) throw new Problem('note/not-found')
    return view(row)
  }

  return {
    read,
    list: async (personId) => (await store.notesOf(db, personId)).map(view),
    async save(noteId, text, revision) {
      await db.transaction(async (tx) => {
        const row = await store.lockNote(tx, noteId)
        if (!row) throw new Problem('note/not-found')
        const next = saveNote(row, text, revision)
        if (next !== row) await store.updateNote(tx, noteId, { text, revision: next.revision, savedAt: now() })
        await sit(tx)
      })
      return read(noteId)
    },
    async sign(noteId) {
      await db.transaction(async (tx) => {
        const row = await store.lockNote(tx, noteId)
        if (!row) throw new Problem('note/not-found')
        const next = signNote(row)
        if (next !== row) await store.updateNote(tx, noteId, { status: 'signed', signedAt: now() })
        await endSitting(tx, 'note', noteId)
      })
      return read(noteId)
    },
    async filed(noteId) {
      await db.transaction(async (tx) => {
        const row = await store.lockNote(tx, noteId)
        if (!row) throw new Problem('note/not-found')
        if (row.status !== 'signed') throw new Problem('note/not-signed')
        await store.deleteNote(tx, noteId)
      })
    },
  }
}

function view({
  note,
  visitId,
  startedAt,
  areaName,
  timeZone,
  signedNoteDays,
  begunBy,
}: store.NoteWithPlace): NoteView {
  return {
    id: note.id,
    visitId,
    patient: { firstName: note.firstName, lastName: note.lastName, dateOfBirth: note.dateOfBirth },
    areaName,
    timeZone,
    ...(begunBy === null ? {} : { begunBy }),
    consultationStartedAt: startedAt.getTime(),
    status: note.status,
    text: note.text,
    revision: note.revision,
    savedAt: note.savedAt.getTime(),
    signedAt: note.signedAt?.getTime() ?? null,
    deletedAfter: note.signedAt ? note.signedAt.getTime() + signedNoteDays * DAY_MS : null,
  }
}
