// What a screen can know and do about a note that is being written. Types and one pure table of actions; no saving here.
import type { Refusal } from '../../../net/api.ts'

export type NotSavedReason = 'offline' | 'signed-out' | 'too-long' | 'gone' | 'fault'

export type Saving =
  /** `at` by the server's clock, ms since the epoch; null while nothing was ever saved. */
  | { readonly kind: 'saved'; readonly at: number | null }
  | { readonly kind: 'saving' }
  | { readonly kind: 'not-saved'; readonly reason: NotSavedReason }

export interface NoteWriting {
  readonly kind: 'writing'
  readonly text: string
  readonly saving: Saving
  /** Text of another window that was saved meanwhile; saving rests until the person has chosen. */
  readonly other: { readonly text: string; readonly savedAt: number } | null
  readonly signing: 'no' | 'asked' | 'failed'
}

export type NoteState =
  /** Until the first answer: the text area waits for it, at most a moment. */
  | { readonly kind: 'opening' }
  | NoteWriting
  /** `leftOver` was typed here and is not in the note that was signed elsewhere. */
  | { readonly kind: 'signed'; readonly text: string; readonly signedAt: number; readonly leftOver: string | null }

/** Null: not possible now. */
export interface NoteActions {
  readonly write: ((text: string) => void) | null
  readonly sign: (() => void) | null
  readonly keepMine: (() => void) | null
  readonly takeOther: (() => void) | null
  readonly keepBoth: (() => void) | null
  readonly dropLeftOver: (() => void) | null
}

export const NO_NOTE_ACTIONS: NoteActions = {
  write: null,
  sign: null,
  keepMine: null,
  takeOther: null,
  keepBoth: null,
  dropLeftOver: null,
}

export function notSavedReason(code: Refusal['code']): NotSavedReason {
  if (code === 'offline') return 'offline'
  if (code === 'access/sign-in-needed' || code === 'session/locked') return 'signed-out'
  if (code === 'request/too-large' || code === 'request/invalid') return 'too-long'
  if (code === 'note/not-found' || code === 'access/not-allowed') return 'gone'
  return 'fault'
}
