// All notes of this practitioner that are still here: those to sign first, then the signed ones until they are deleted.
import type { NoteList, NoteView } from '#contract/note'
import type { ApiCall } from '../../kit/api-call.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'
import type { OpenNote } from './open-note.ts'

export type NotesState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | {
      readonly kind: 'loaded'
      readonly drafts: readonly NoteView[]
      readonly signed: readonly NoteView[]
      /** Drafts without a word: nothing to sign. */
      readonly empty: readonly NoteView[]
    }

export interface NotesModel {
  readonly state: Readable<NotesState>
  /** Notes to sign; null until known. For the badge in the header. */
  readonly toSign: Readable<number | null>
  load(): Promise<void>
  /** The note's own page. It stays open behind other pages until its text is with the server. */
  note(noteId: string): OpenNote
  /** Whether typed text is not with the server yet: asked before the tab closes. */
  unsaved(): boolean
}

export type OpenNoteById = (noteId: string, events: { onSigned: () => void; onFiled: () => void }) => OpenNote

export function createNotes(apiCall: ApiCall, openNote: OpenNoteById): NotesModel {
  const state = createStore<NotesState>({ kind: 'loading' })
  const toSign = createStore<number | null>(null)
  const open = new Map<string, OpenNote>()
  const show = (notes: readonly NoteView[]) => {
    const loaded = { kind: 'loaded' as const, ...inOrder(notes) }
    state.set(loaded)
    toSign.set(loaded.drafts.length)
  }

  async function load(): Promise<void> {
    try {
      const { notes } = await apiCall<NoteList>('GET', '/api/staff/notes')
      show(notes)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      // A list that was loaded stays: an older list is better than none.
      if (state.get().kind !== 'loaded') state.set({ kind: 'refused', refusal: error })
    }
  }

  function forget(noteId: string): void {
    open.delete(noteId)
    const now = state.get()
    if (now.kind === 'loaded') show([...now.drafts, ...now.empty, ...now.signed].filter((note) => note.id !== noteId))
  }

  return {
    state,
    toSign,
    load,
    note(noteId) {
      for (const [id, one] of open) if (id !== noteId && !one.writing.unsaved.get()) open.delete(id)
      const known = open.get(noteId)
      if (known) return known
      const made = openNote(noteId, { onSigned: () => void load(), onFiled: () => forget(noteId) })
      open.set(noteId, made)
      return made
    },
    unsaved: () => [...open.values()].some((one) => one.writing.unsaved.get()),
  }
}

/** Drafts by age, the longest unsigned first; signed notes by what is deleted soonest. */
export function inOrder(notes: readonly NoteView[]): { drafts: NoteView[]; empty: NoteView[]; signed: NoteView[] } {
  const isEmpty = ({ status, text }: NoteView) => status === 'draft' && text.trim() === ''
  const empty = notes.filter(isEmpty)
  const drafts = notes.filter((note) => note.status === 'draft' && !isEmpty(note))
  const signed = notes.filter((note) => note.status === 'signed')
  return {
    drafts: drafts.sort((a, b) => a.consultationStartedAt - b.consultationStartedAt),
    empty: empty.sort((a, b) => b.consultationStartedAt - a.consultationStartedAt),
    signed: signed.sort((a, b) => (a.deletedAfter ?? 0) - (b.deletedAfter ?? 0)),
  }
}
