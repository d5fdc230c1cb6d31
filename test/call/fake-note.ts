// A note for tests: the server's own rules, behind a network that a test can break, and a clock that it moves.
import type { NoteView } from '#contract/note'
import { type NoteState as StoredNote, saveNote, signNote } from '#domain/note'
import { Problem } from '#domain/problem'
import { Refusal } from '../../src/web/net/api.ts'
import type { KeptNote, NoteKeeper } from '../../src/web/staff/call/note/note-kept.ts'
import { createNoteModel, type NoteModel } from '../../src/web/staff/call/note/note-model.ts'
import type { NoteWriting } from '../../src/web/staff/call/note/note-state.ts'
import { fakeTime } from './fake-time.ts'

/** `text` is what the server has, `kept` what this tab kept. */
export function fakeNote(text = '', kept: KeptNote | null = null) {
  let stored: StoredNote = { status: 'draft', revision: text ? 1 : 0, text }
  let savedAt = 1000
  let copy = kept
  const calls: string[] = []
  const network: { mode: 'up' | 'down' | 'lost answers' | 'too long'; during?: (call: string) => void } = { mode: 'up' }
  const view = (): NoteView => ({
    id: 'note',
    visitId: 'visit',
    patient: { firstName: 'Jean', lastName: 'Thornbury', dateOfBirth: '1948-03-12' },
    areaName: 'Falls clinic',
    timeZone: 'Europe/London',
    consultationStartedAt: 0,
    status: stored.status,
    text: stored.text,
    revision: stored.revision,
    savedAt,
    signedAt: stored.status === 'signed' ? savedAt : null,
    deletedAfter: null,
  })
  async function answer(call: string, change: () => StoredNote): Promise<NoteView> {
    calls.push(call)
    network.during?.(call)
    if (network.mode === 'down') throw new Refusal('offline')
    if (network.mode === 'too long' && call !== 'load') throw new Refusal('request/too-large')
    try {
      stored = change()
    } catch (error) {
      if (error instanceof Problem) throw new Refusal(error.code, error.detail)
      throw error
    }
    savedAt++
    if (network.mode === 'lost answers') throw new Refusal('offline')
    return view()
  }
  const server = {
    load: () => answer('load', () => stored),
    save: (typed: string, revision: number) =>
      answer(`save ${typed} from ${revision}`, () => saveNote(stored, typed, revision)),
    sign: () => answer('sign', () => signNote(stored)),
  }
  const keeper: NoteKeeper = {
    read: () => copy,
    write: (next) => {
      copy = next
    },
    forget: () => {
      copy = null
    },
  }
  const time = fakeTime()
  return {
    calls,
    network,
    time,
    keeper,
    open: () => createNoteModel(server, keeper, time.later),
    stored: () => stored,
    kept: () => copy,
    elsewhere: (typed: string) => {
      stored = saveNote(stored, typed, stored.revision)
    },
    signElsewhere: () => {
      stored = signNote(stored)
    },
  }
}

/** The note while it is written; throws when it is not. */
export const writing = (note: NoteModel): NoteWriting => {
  const state = note.state.get()
  if (state.kind !== 'writing') throw new Error(`not writing but ${state.kind}`)
  return state
}
export const type = (note: NoteModel, text: string) => note.actions.get().write?.(text)
