// Decides what becomes of text typed here when the note is loaded from the server. Pure; it loses neither text.
import type { KeptNote } from './note-kept.ts'

export interface ServerNote {
  readonly text: string
  readonly revision: number
}

export type NoteMerge =
  /** The server's text counts; nothing here is unsaved. */
  | { readonly kind: 'server' }
  /** The text typed here counts and still has to be saved, from `revision`. */
  | { readonly kind: 'local'; readonly text: string; readonly revision: number }
  /** Both changed: the person chooses. */
  | { readonly kind: 'conflict'; readonly text: string }

export function mergeNote(kept: KeptNote | null, server: ServerNote): NoteMerge {
  if (!kept || kept.text === server.text) return { kind: 'server' }
  const local: NoteMerge = { kind: 'local', text: kept.text, revision: server.revision }
  if (kept.base === server.revision) return local
  // What the server has is our own earlier save, whose answer never came.
  if (kept.sent !== null && kept.sent === server.text) return local
  // Typed before the first answer: an empty note loses nothing by taking it.
  if (kept.base === null && server.text === '') return local
  // An older revision than ours: the server was put back from a copy. What was typed last is here.
  if (kept.base !== null && server.revision < kept.base) return local
  if (kept.text.trim() === '' && kept.base === null) return { kind: 'server' }
  return { kind: 'conflict', text: kept.text }
}
