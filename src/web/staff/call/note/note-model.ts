// A practitioner's note while it is written: saves as they type, tries for as long as it takes, and never lets a late
// answer or a second window overwrite typed text. It knows nothing of the call and never waits for it.
import type { NoteView } from '#contract/note'
import { LONGEST_NOTE } from '#domain/note'
import { cleanText } from '#domain/typed-text'
import type { Later } from '../../../kit/later.ts'
import { retryWait } from '../../../kit/sender.ts'
import { createStore, type Readable } from '../../../kit/store.ts'
import { Refusal } from '../../../net/api.ts'
import type { KeptNote, NoteKeeper } from './note-kept.ts'
import { mergeNote } from './note-merge.ts'
import { NO_NOTE_ACTIONS, type NoteActions, type NoteState, type NoteWriting, notSavedReason } from './note-state.ts'

/** A pause in typing that saves. */
export const SAVE_AFTER_MS = 300
/** Somebody who types without a pause is saved at least this often. */
export const SAVE_AT_LEAST_MS = 2000

export interface NoteModel {
  readonly state: Readable<NoteState>
  readonly actions: Readable<NoteActions>
  /** True while typed text is not acknowledged: closing the tab now would leave it in this tab's storage only. */
  readonly unsaved: Readable<boolean>
  /** Tries at once: the connection is back. */
  retryNow(): void
}

export interface NoteServer {
  load(): Promise<NoteView>
  save(text: string, revision: number): Promise<NoteView>
  sign(): Promise<NoteView>
}

/** There is no way to close it: it holds nothing once everything is saved, and must go on until then. */
export function createNoteModel(server: NoteServer, keeper: NoteKeeper, later: Later): NoteModel {
  const state = createStore<NoteState>({ kind: 'opening' })
  const actions = createStore<NoteActions>(NO_NOTE_ACTIONS)
  const unsaved = createStore(false)
  /** What the server last said it has; null until loaded, and again when it has changed elsewhere. */
  let acknowledged: { text: string; revision: number; savedAt: number } | null = null
  let base: number | null = null
  /** Sent and not answered. Sent again word for word before anything newer, so that a lost answer is no conflict. */
  let sent: string | null = null
  let busy = false
  let failures = 0
  let cancelPause: (() => void) | null = null
  let cancelLongest: (() => void) | null = null

  const writing = (): NoteWriting | null => {
    const now = state.get()
    return now.kind === 'writing' ? now : null
  }
  const put = (change: Partial<NoteWriting>) => {
    const now = writing()
    if (now) show({ ...now, ...change })
  }
  const isDirty = () => {
    const now = writing()
    if (!now) return false
    if (sent !== null || now.other) return true
    return acknowledged ? now.text !== acknowledged.text : now.text !== ''
  }

  function show(next: NoteState): void {
    state.set(next)
    actions.set(actionsOf(next))
    const now = writing()
    if (now && isDirty()) keeper.write({ text: now.text, base, sent })
    else if (now) keeper.forget()
    unsaved.set(isDirty())
  }

  function stopWaiting(): void {
    cancelPause?.()
    cancelLongest?.()
    cancelPause = cancelLongest = null
  }

  function saveSoon(): void {
    cancelPause?.()
    cancelPause = later(work, SAVE_AFTER_MS)
    cancelLongest ??= later(work, SAVE_AT_LEAST_MS)
  }

  function work(): void {
    stopWaiting()
    if (busy) return
    busy = true
    const done = (again: boolean) => {
      busy = false
      failures = 0
      if (again) work()
    }
    step().then(done, (error: unknown) => {
      busy = false
      failed(error)
    })
  }

  /** One request. Resolves with whether the next is due now. */
  async function step(): Promise<boolean> {
    if (!acknowledged) {
      settle(await server.load())
      return isDirty() && !writing()?.other
    }
    const now = writing()
    if (!now || now.other) return false
    if (sent !== null || now.text !== acknowledged.text) {
      sent ??= now.text
      put(now.saving.kind === 'not-saved' ? {} : { saving: { kind: 'saving' } })
      const note = await server.save(sent, acknowledged.revision)
      acknowledged = { text: sent, revision: note.revision, savedAt: note.savedAt }
      base = note.revision
      sent = null
      const clean = !isDirty()
      put({ saving: clean ? { kind: 'saved', at: note.savedAt } : { kind: 'saving' } })
      return !clean || writing()?.signing === 'asked'
    }
    // Typed and taken back, or the other text chosen: the server has it already.
    if (now.saving.kind !== 'saved') put({ saving: { kind: 'saved', at: acknowledged.savedAt } })
    if (now.signing !== 'asked') return false
    const note = await server.sign()
    const typed = writing()
    signed(note, typed && { text: typed.text, base, sent: null })
    return false
  }

  /** Lays text typed or kept here over the note as the server has it. */
  function settle(note: NoteView): void {
    const now = writing()
    const kept: KeptNote | null = now ? { text: now.text, base, sent } : keeper.read()
    if (note.status === 'signed') {
      signed(note, kept)
      return
    }
    const merge = mergeNote(kept, note)
    acknowledged = { text: note.text, revision: note.revision, savedAt: note.savedAt }
    sent = null
    if (merge.kind !== 'conflict') base = note.revision
    show({
      kind: 'writing',
      text: merge.kind === 'server' ? note.text : merge.text,
      saving: merge.kind === 'local' ? { kind: 'saving' } : { kind: 'saved', at: note.savedAt },
      other: merge.kind === 'conflict' ? { text: note.text, savedAt: note.savedAt } : null,
      signing: 'no',
    })
  }

  function signed(note: NoteView, kept: KeptNote | null): void {
    const leftOver = kept && kept.text.trim() !== '' && kept.text !== note.text ? kept.text : null
    sent = null
    if (leftOver === null) keeper.forget()
    show({ kind: 'signed', text: note.text, signedAt: note.signedAt ?? note.savedAt, leftOver })
  }

  function failed(error: unknown): void {
    failures++
    const code = error instanceof Refusal ? error.code : 'server/fault'
    const reason = notSavedReason(code)
    if (state.get().kind === 'opening') {
      // Typing begins even when the note cannot be loaded.
      const kept = keeper.read()
      base = kept?.base ?? null
      sent = kept?.sent ?? null
      show({ kind: 'writing', text: kept?.text ?? '', saving: { kind: 'saving' }, other: null, signing: 'no' })
    }
    const isStale = code === 'note/changed-elsewhere' || code === 'note/already-signed'
    if (isStale) acknowledged = null
    if (reason === 'too-long') sent = null
    if (isStale && failures === 1) {
      work()
      return
    }
    if (writing()?.signing === 'asked') put({ signing: 'failed' })
    if (acknowledged && !isDirty()) return
    put({ saving: { kind: 'not-saved', reason } })
    // Trying the same again cannot help; the next edit, or the person, does.
    if (reason === 'gone' || reason === 'too-long') return
    stopWaiting()
    cancelPause = later(work, retryWait(failures))
  }

  function write(text: string): void {
    const now = writing()
    // As the server will keep it, so that its answer is no other text.
    const next = cleanText(text).slice(0, LONGEST_NOTE)
    if (!now || next === now.text) return
    put({ text: next, signing: 'no', saving: now.saving.kind === 'saved' ? { kind: 'saving' } : now.saving })
    if (now.other) return
    // While tries fail the next one is already due; typing must not put it off.
    const wasTooLong = now.saving.kind === 'not-saved' && now.saving.reason === 'too-long'
    if (failures === 0 || wasTooLong) saveSoon()
  }

  function choose(text: string): void {
    base = acknowledged?.revision ?? base
    put({ text, other: null, saving: { kind: 'saving' } })
    work()
  }

  function actionsOf(now: NoteState): NoteActions {
    if (now.kind === 'signed') {
      if (now.leftOver === null) return NO_NOTE_ACTIONS
      const dropLeftOver = () => {
        keeper.forget()
        show({ ...now, leftOver: null })
      }
      return { ...NO_NOTE_ACTIONS, dropLeftOver }
    }
    if (now.kind === 'opening') return NO_NOTE_ACTIONS
    const other = now.other
    if (other)
      return {
        ...NO_NOTE_ACTIONS,
        write,
        keepMine: () => choose(now.text),
        takeOther: () => choose(other.text),
        keepBoth: () => choose(`${now.text}\n\n${other.text}`),
      }
    const sign = () => {
      put({ signing: 'asked' })
      work()
    }
    return { ...NO_NOTE_ACTIONS, write, sign: now.text.trim() !== '' && now.signing !== 'asked' ? sign : null }
  }

  work()
  return {
    state,
    actions,
    unsaved,
    retryNow() {
      if (failures > 0) work()
    },
  }
}
