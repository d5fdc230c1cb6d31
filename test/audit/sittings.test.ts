import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { NoteView } from '#contract/note'
import type { JoinReply } from '#contract/visit'
import { endQuietSittings } from '../../src/server/platform/audit/sittings.ts'
import { act, type Clinic, openClinic } from '../clinic.ts'
import { patient, type StaffPerson, signIn } from '../people.ts'
import { serverForThisTest, type TestServer } from '../server.ts'
import { lastLine, linesSince } from './written.ts'

const MINUTE = 60_000

interface Writing {
  readonly server: TestServer
  readonly clinic: Clinic
  readonly noteId: string
  /** Saves `times` times, ten seconds apart, as somebody types. */
  type(times: number, as?: StaffPerson): Promise<void>
  written(): Promise<{ who: string | null; times: number | null; from: Date; until: Date | null }[]>
}

async function writing(): Promise<Writing> {
  const server = await serverForThisTest()
  const clinic = await openClinic(server)
  const person = await patient(server, clinic.area)
  const { body } = await act(clinic.here, person.visitId, 'join', { pageId: randomUUID(), callId: null })
  const { noteId } = (body as unknown as JoinReply).view
  const before = await lastLine(server)
  let revision = 0
  return {
    server,
    clinic,
    noteId,
    async type(times, as = clinic.here) {
      for (let time = 0; time < times; time++) {
        server.clock.advance(10_000)
        const saved = await as.call<NoteView>('PUT', `/api/staff/notes/${noteId}`, { text: `t${revision}`, revision })
        expect(saved.status).toBe(200)
        revision = saved.body.revision
      }
    },
    async written() {
      const rows = await linesSince(server, before)
      return rows
        .filter(({ action, subject_id }) => action === 'note.write' && subject_id === noteId)
        .map(({ who_id, times, at, until }) => ({ who: who_id, times, from: at, until }))
    },
  }
}

const quiet = ({ server }: Writing) => endQuietSittings(server.served().deps.db, server.clock.now())

test('[AU18] a note that saves itself as it is typed is one sitting: a row at its first save, one at its end', async () => {
  const it = await writing()
  const who = it.clinic.here.me.personId
  await it.type(1)
  const from = it.server.clock.now()
  // The first save is written down by the time that it is answered.
  expect(await it.written()).toEqual([{ who, times: null, from, until: null }])
  await it.type(40)
  const until = it.server.clock.now()
  await quiet(it)
  expect(await it.written()).toHaveLength(1)
  it.server.clock.advance(5 * MINUTE)
  await quiet(it)
  expect(await it.written()).toEqual([
    { who, times: null, from, until: null },
    { who, times: 41, from, until },
  ])
  await quiet(it)
  await it.type(1)
  expect(await it.written()).toHaveLength(3)
})

test('[AU18] a sitting outlives a stop of the server, and signing ends it', async () => {
  const it = await writing()
  await it.type(3)
  await it.server.restart()
  await it.type(3)
  expect(await it.written()).toHaveLength(1)
  await it.clinic.here.call('POST', `/api/staff/notes/${it.noteId}/sign`, {})
  expect((await it.written()).map(({ times }) => times).sort()).toEqual([6, null, null])
  expect(await it.server.sql('select 1 from audit_sittings')).toEqual([])
})

test('[AU18] another author begins a sitting of their own', async () => {
  const it = await writing()
  const [here, colleague] = [it.clinic.here.me.personId, it.clinic.colleague.me.personId]
  await it.type(2)
  await it.server.sql('update notes set author_id = $1 where id = $2', [colleague, it.noteId])
  await it.type(2, await signIn(it.server, it.clinic.colleague.me.email))
  expect((await it.written()).map(({ who, times }) => [who, times])).toEqual(
    expect.arrayContaining([
      [here, null],
      [here, 2],
      [colleague, null],
    ]),
  )
  expect(await it.written()).toHaveLength(3)
})

test('[AU18] a save that was refused is no part of a sitting, and has a row of its own', async () => {
  const it = await writing()
  await it.type(2)
  const stale = { text: 'from an older text', revision: 0 }
  expect((await it.clinic.here.call('PUT', `/api/staff/notes/${it.noteId}`, stale)).code).toBe('note/changed-elsewhere')
  expect(await it.written()).toHaveLength(2)
  expect(await it.server.sql('select times from audit_sittings')).toEqual([{ times: 2 }])
})
