// One note on its own page: whose it is, its text while it is still written, and its end here once it is in the record.
import type { NoteView } from '#contract/note'
import { type Action, createAction } from '../../kit/action.ts'
import type { ApiCall } from '../../kit/api-call.ts'
import type { Later } from '../../kit/later.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'
import type { NoteKeeper } from '../call/note/note-kept.ts'
import { createNoteModel, type NoteModel, type NoteServer } from '../call/note/note-model.ts'

export type NoteAbout =
  | { readonly kind: 'loading' }
  | { readonly kind: 'here'; readonly note: NoteView }
  /** Filed, or its time was over. */
  | { readonly kind: 'gone' }

export interface OpenNote {
  readonly id: string
  readonly about: Readable<NoteAbout>
  readonly writing: NoteModel
  readonly filing: Action
  /** Deletes the note here: it has been copied into the record. Null for a draft. */
  file(): (() => Promise<boolean>) | null
}

export interface OpenNotePorts {
  readonly apiCall: ApiCall
  readonly server: NoteServer
  readonly keeper: NoteKeeper
  readonly later: Later
  readonly onSigned: () => void
  readonly onFiled: () => void
}

export function openNote(id: string, ports: OpenNotePorts): OpenNote {
  const about = createStore<NoteAbout>({ kind: 'loading' })
  const filing = createAction()
  const { server } = ports
  const seen = (note: NoteView): NoteView => {
    about.set({ kind: 'here', note })
    return note
  }
  const watched: NoteServer = {
    async load() {
      try {
        return seen(await server.load())
      } catch (error) {
        if (error instanceof Refusal && error.code === 'note/not-found') about.set({ kind: 'gone' })
        throw error
      }
    },
    save: server.save,
    async sign() {
      const note = seen(await server.sign())
      ports.onSigned()
      return note
    },
  }
  async function file(): Promise<boolean> {
    const filed = await filing.run(() => ports.apiCall('POST', `/api/staff/notes/${id}/filed`, {}))
    if (filed) ports.onFiled()
    return filed
  }
  return {
    id,
    about,
    writing: createNoteModel(watched, ports.keeper, ports.later),
    filing,
    file() {
      const now = about.get()
      return now.kind === 'here' && now.note.status === 'signed' ? file : null
    },
  }
}
