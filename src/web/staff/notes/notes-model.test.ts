import { describe, expect, it } from 'vitest'
import type { NoteView } from '#contract/note'
import { fakeAsk, idOf } from '../../../../test/staff/fake-connection.ts'
import { Refusal } from '../../net/api.ts'
import { createNotes } from './notes-model.ts'
import { openNote } from './open-note.ts'

const note = (count: number, more: Partial<NoteView> = {}): NoteView => ({
  id: idOf(count),
  visitId: idOf(100 + count),
  patient: { firstName: 'Margaret', lastName: 'Ellis', dateOfBirth: '1948-03-03' },
  timeZone: 'Europe/London',
  areaName: 'Physiotherapy',
  consultationStartedAt: count,
  status: 'draft',
  text: 'Walks well.',
  revision: 1,
  savedAt: 1,
  signedAt: null,
  deletedAfter: null,
  ...more,
})
const signed = (count: number, deletedAfter: number) => note(count, { status: 'signed', signedAt: 2, deletedAfter })
const settle = () => new Promise<void>((resolve) => setTimeout(resolve))

function notebook(notes: NoteView[]) {
  const server = fakeAsk({ 'GET /api/staff/notes': { notes } })
  const kept = new Map<string, string>()
  const book = createNotes(server.apiCall, (noteId, events) => {
    const found = () => notes.find((one) => one.id === noteId)
    return openNote(noteId, {
      apiCall: server.apiCall,
      server: {
        async load() {
          const here = found()
          if (!here) throw new Refusal('note/not-found')
          return here
        },
        save: async (text, revision) => note(1, { text, revision: revision + 1 }),
        sign: async () => signed(1, 99),
      },
      keeper: { read: () => null, write: ({ text }) => kept.set(noteId, text), forget: () => kept.delete(noteId) },
      later: () => () => {},
      ...events,
    })
  })
  return { server, book }
}

describe('notes', () => {
  it('[D29] those to sign first, the longest unsigned at the top; then the soonest deleted', async () => {
    const { book } = notebook([signed(1, 50), note(5), note(3), signed(2, 40)])
    await book.load()
    const state = book.state.get()
    if (state.kind !== 'loaded') throw new Error('not loaded')
    expect(state.drafts.map((one) => one.id)).toEqual([idOf(3), idOf(5)])
    expect(state.signed.map((one) => one.id)).toEqual([idOf(2), idOf(1)])
    expect(book.toSign.get()).toBe(2)
  })

  it('a list that was loaded stays when the server is out of reach', async () => {
    const { book, server } = notebook([note(1)])
    await book.load()
    server.replies['GET /api/staff/notes'] = new Refusal('offline')
    await book.load()
    expect(book.state.get().kind).toBe('loaded')
  })

  it('[D30] a draft cannot be deleted here', async () => {
    const { book } = notebook([note(1)])
    const open = book.note(idOf(1))
    await settle()
    expect(open.about.get()).toMatchObject({ kind: 'here', note: { status: 'draft' } })
    expect(open.file()).toBeNull()
  })

  it('[D30] a signed note is deleted here once it is in the record, and leaves the list', async () => {
    const { book, server } = notebook([signed(1, 50), note(2)])
    await book.load()
    const open = book.note(idOf(1))
    await settle()
    expect(await open.file()?.()).toBe(true)
    expect(server.asked.at(-1)).toEqual({ method: 'POST', url: `/api/staff/notes/${idOf(1)}/filed`, body: {} })
    expect(book.state.get()).toMatchObject({ signed: [], drafts: [{ id: idOf(2) }] })
  })

  it('[D30] a refused deletion leaves the note where it is', async () => {
    const { book, server } = notebook([signed(1, 50)])
    await book.load()
    server.replies[`POST /api/staff/notes/${idOf(1)}/filed`] = new Refusal('offline')
    const open = book.note(idOf(1))
    await settle()
    expect(await open.file()?.()).toBe(false)
    expect(book.state.get()).toMatchObject({ signed: [{ id: idOf(1) }] })
  })

  it('a note that is no longer here says so', async () => {
    const { book } = notebook([])
    const open = book.note(idOf(9))
    await settle()
    expect(open.about.get()).toEqual({ kind: 'gone' })
  })

  it('a note with unsaved text stays open behind another', async () => {
    const { book } = notebook([note(1), note(2)])
    const first = book.note(idOf(1))
    await settle()
    first.writing.actions.get().write?.('Walks very well.')
    expect(book.unsaved()).toBe(true)
    book.note(idOf(2))
    expect(book.note(idOf(1))).toBe(first)
  })

  it('[N10] a draft without a word is no note to sign, and stands apart', async () => {
    const { book } = notebook([note(1), note(2, { text: ' \n' }), note(3, { text: '' })])
    await book.load()
    expect(book.toSign.get()).toBe(1)
    expect(book.state.get()).toMatchObject({ drafts: [{ id: idOf(1) }], empty: [{ id: idOf(3) }, { id: idOf(2) }] })
  })
})
