// The note's three requests. A request that hangs counts as no answer: saving must go on when the network swallows one.
import type { NoteView } from '#contract/note'
import { call, Refusal } from '../../net/api.ts'
import type { NoteServer } from './note-model.ts'

/** A save takes some milliseconds; after this long nothing is coming. */
const LONGEST_ANSWER_MS = 10_000

export function createNoteServer(noteId: string, request: typeof call = call): NoteServer {
  const url = `/api/staff/notes/${noteId}`
  async function timely(method: 'GET' | 'POST' | 'PUT', address: string, body?: unknown): Promise<NoteView> {
    const signal = AbortSignal.timeout(LONGEST_ANSWER_MS)
    try {
      return await request<NoteView>(method, address, body, signal)
    } catch (error) {
      if (signal.aborted) throw new Refusal('offline')
      throw error
    }
  }
  return {
    load: () => timely('GET', url),
    save: (text, revision) => timely('PUT', url, { text, revision }),
    sign: () => timely('POST', `${url}/sign`, {}),
  }
}
