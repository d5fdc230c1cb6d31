// The note's three requests.
import type { NoteView } from '#contract/note'
import { call } from '../../../net/api.ts'
import type { NoteServer } from './note-model.ts'

export function createNoteServer(noteId: string, request: typeof call = call): NoteServer {
  const url = `/api/staff/notes/${noteId}`
  return {
    load: () => request<NoteView>('GET', url),
    save: (text, revision) => request<NoteView>('PUT', url, { text, revision }),
    sign: () => request<NoteView>('POST', `${url}/sign`, {}),
  }
}
