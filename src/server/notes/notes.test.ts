import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { NoteList, NoteView } from '#contract/note'
import { act, type Clinic, join, openClinic, openConsole } from '../../../test/clinic.ts'
import { type PatientPerson, patient } from '../../../test/people.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'

let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer()
  clinic = await openClinic(server)
})
afterAll(() => server.close())

const DAY = 24 * 60 * 60_000

/** A patient who is being seen, and the note that goes with it. */
async function begun(by = clinic.here): Promise<{ person: PatientPerson; noteId: string }> {
  const person = await patient(server, clinic.area)
  server.clock.advance(1000)
  const { view } = await join(by, await openConsole(by), person.visitId)
  return { person, noteId: view.noteId }
}

const read = (noteId: string) => clinic.here.call<NoteView>('GET', `/api/staff/notes/${noteId}`)
const save = (noteId: string, text: string, revision: number) =>
  clinic.here.call<NoteView>('PUT', `/api/staff/notes/${noteId}`, { text, revision })
const sign = (noteId: string) => clinic.here.call<NoteView>('POST', `/api/staff/notes/${noteId}/sign`, {})
const filed = (noteId: string) => clinic.here.call('POST', `/api/staff/notes/${noteId}/filed`, {})
const list = async (person = clinic.here) => (await person.call<NoteList>('GET', '/api/staff/notes')).body.notes

describe('writing', () => {
  test('[N6] a consultation begins with an empty note that carries who it is about', async () => {
    const { person, noteId } = await begun()
    const { firstName, lastName, dateOfBirth } = person.typed
    expect((await read(noteId)).body).toEqual({
      id: noteId,
      visitId: person.visitId,
      patient: { firstName, lastName, dateOfBirth },
      areaName: 'Knee clinic',
      timeZone: 'Europe/London',
      consultationStartedAt: server.clock.now().getTime(),
      status: 'draft',
      text: '',
      revision: 0,
      savedAt: server.clock.now().getTime(),
      signedAt: null,
      deletedAfter: null,
    })
  })

  test('[N1] what was answered is stored, and each save is a revision', async () => {
    const { noteId } = await begun()
    expect((await save(noteId, 'Knee', 0)).body).toMatchObject({ text: 'Knee', revision: 1 })
    expect((await save(noteId, 'Knee better', 1)).body).toMatchObject({ text: 'Knee better', revision: 2 })
    expect((await read(noteId)).body).toMatchObject({ text: 'Knee better', revision: 2 })
  })

  test('[N2] a save from an older text is refused, names the newest revision, and changes nothing', async () => {
    const { noteId } = await begun()
    await save(noteId, 'From the first page', 0)
    const reply = await save(noteId, 'From the second page', 0)
    expect([reply.status, reply.code]).toEqual([409, 'note/changed-elsewhere'])
    expect((reply.body as unknown as { detail: unknown }).detail).toEqual({ revision: 1 })
    expect((await read(noteId)).body.text).toBe('From the first page')
  })

  test('[N2] of two saves at once from one text, one is stored and the other refused', async () => {
    const { noteId } = await begun()
    const replies = await Promise.all(['one', 'two', 'three'].map((text) => save(noteId, text, 0)))
    const stored = replies.filter(({ status }) => status === 200)
    expect(stored).toHaveLength(1)
    expect((await read(noteId)).body).toMatchObject({ text: stored[0]?.body.text, revision: 1 })
  })

  test('[N3] the same save again, as after a lost answer, is answered and changes nothing', async () => {
    const { noteId } = await begun()
    const first = await save(noteId, 'Knee better', 0)
    const second = await save(noteId, 'Knee better', 0)
    expect([second.status, second.body]).toEqual([200, first.body])
  })

  test('[N3] [PR5] so is one whose text held what no table can hold', async () => {
    const { noteId } = await begun()
    const text = 'pasted\0 from \udc00 elsewhere'
    expect((await save(noteId, text, 0)).body).toMatchObject({ text: 'pasted from \ufffd elsewhere', revision: 1 })
    expect((await save(noteId, text, 0)).body.revision).toBe(1)
  })

  test('[N1] 100,000 characters in any script fit; one more does not', async () => {
    const { noteId } = await begun()
    expect((await save(noteId, '字'.repeat(100_000), 0)).status).toBe(200)
    expect((await save(noteId, '字'.repeat(100_001), 1)).code).toBe('request/invalid')
  })

  test('[N7] the end of the visit, or another consultation, takes no note away', async () => {
    const { person, noteId } = await begun()
    await save(noteId, 'First part', 0)
    await act(clinic.here, person.visitId, 'send-back')
    server.clock.advance(1000)
    const again = await join(clinic.here, await openConsole(clinic.here), person.visitId)
    expect(again.view.noteId).not.toBe(noteId)
    await act(clinic.here, person.visitId, 'end')
    expect((await save(noteId, 'First part, finished after the end', 1)).status).toBe(200)
    expect((await read(again.view.noteId)).body.text).toBe('')
  })
})

describe('signing and filing', () => {
  test('[N4] a signed note says when it was signed and when it will be deleted', async () => {
    const { noteId } = await begun()
    await save(noteId, 'Knee better', 0)
    const signedAt = server.clock.now().getTime()
    expect((await sign(noteId)).body).toMatchObject({ status: 'signed', signedAt, deletedAfter: signedAt + 30 * DAY })
    server.clock.advance(1000)
    expect((await sign(noteId)).body.signedAt).toBe(signedAt)
  })

  test('[N4] an empty note cannot be signed', async () => {
    const { noteId } = await begun()
    await save(noteId, ' \n ', 0)
    expect((await sign(noteId)).code).toBe('note/empty')
  })

  test('[N5] nothing changes a signed note', async () => {
    const { noteId } = await begun()
    await save(noteId, 'Knee better', 0)
    await sign(noteId)
    expect((await save(noteId, 'Knee worse', 1)).code).toBe('note/already-signed')
    expect((await read(noteId)).body).toMatchObject({ text: 'Knee better', revision: 1 })
  })

  test('[N8] a note that was copied into the record is deleted here; a draft is not', async () => {
    const { noteId } = await begun()
    await save(noteId, 'Knee better', 0)
    expect((await filed(noteId)).code).toBe('note/not-signed')
    await sign(noteId)
    expect((await filed(noteId)).status).toBe(200)
    expect((await read(noteId)).code).toBe('note/not-found')
    expect(await server.sql('select 1 from notes where id = $1', [noteId])).toEqual([])
    expect((await filed(noteId)).code).toBe('note/not-found')
  })
})

test('[N9] the list holds all of mine and nobody else’s: drafts first, the newest first', async () => {
  const { colleague } = clinic
  const before = (await list()).length
  const made = [await begun(), await begun(), await begun(), await begun(colleague)]
  const [oldest, signed, newest] = made.map(({ noteId }) => noteId)
  await save(signed ?? '', 'Done', 0)
  await sign(signed ?? '')
  const mine = (await list()).map(({ id }) => id)
  expect(mine).toHaveLength(before + 3)
  expect(mine.indexOf(newest ?? '')).toBeLessThan(mine.indexOf(oldest ?? ''))
  expect(mine.indexOf(oldest ?? '')).toBeLessThan(mine.indexOf(signed ?? ''))
  expect((await list(colleague)).map(({ id }) => id)).toEqual([made[3]?.noteId])
})
