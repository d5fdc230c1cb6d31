// Everything that is done about a member of staff, one after the other: the audit says who did what to whom.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OutboxView } from '#contract/outbox'
import type { PeopleView } from '#contract/people-admin'
import type { JoinReply } from '#contract/visit'
import { act, type Clinic, openClinic } from '../clinic.ts'
import { guest, PASSWORD, patient, practitioner, type StaffPerson } from '../people.ts'
import { answerResets } from '../resets.ts'
import { startTestServer, type TestServer } from '../server.ts'
import { type AuditLine, lastLine, linesSince } from './written.ts'

let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  server = await startTestServer()
  clinic = await openClinic(server)
})
afterAll(() => server.close())

const told = ({ who_kind, who_id, action, subject_kind, subject_id }: AuditLine) => ({
  by: who_id ?? who_kind,
  action,
  to: `${subject_kind} ${subject_id}`,
})

/** Who did what to whom while `work` was done. */
async function during<T>(work: () => Promise<T>): Promise<[T, ReturnType<typeof told>[]]> {
  const before = await lastLine(server)
  const value = await work()
  return [value, (await linesSince(server, before)).map(told)]
}

const written = async (work: () => Promise<unknown>) => (await during(work))[1]
const people = '/api/staff/people'
const nothing = { name: 'Jo Newcomer', title: '', organisationRole: null, memberships: [] }
const email = () => `jo.${randomUUID().slice(0, 8)}@harbour.example`

/** The letter that went to `to` last, with what stands after `#` in its link. */
async function letterTo(administrator: StaffPerson, to: string) {
  const { body } = await administrator.call<OutboxView>('GET', '/api/staff/outbox')
  const letter = body.messages.find((each) => each.to === to)
  return { id: letter?.id ?? '', token: letter?.link?.split('#')[1] ?? '' }
}

test('[AU1] every change of a person names that person, from the invitation to the handing over of what they left', async () => {
  const { administrator } = clinic
  const by = administrator.me.personId
  const to = email()
  const [invited, inviting] = await during(() =>
    administrator.call<PeopleView>('POST', people, { ...nothing, email: to }),
  )
  const id = invited.body.people.find((each) => each.email === to)?.id
  const line = { by, action: 'people.write', to: `person ${id}` }
  expect(inviting).toEqual([line])
  for (const verb of ['invite-again', 'deactivate', 'reactivate', 'withdraw'])
    expect(await written(() => administrator.call('POST', `${people}/${id}/${verb}`, {})), verb).toEqual([line])

  const leaver = await practitioner(server, administrator, 'Greta Solberg', [clinic.area])
  const subject = await patient(server, clinic.area)
  const joined = await act(leaver, subject.visitId, 'join', { pageId: randomUUID(), callId: null })
  const { noteId } = (joined.body as unknown as JoinReply).view
  await leaver.call('PUT', `/api/staff/notes/${noteId}`, { text: 'Better.', revision: 0 })
  await act(leaver, subject.visitId, 'end')
  const theirs = { ...line, to: `person ${leaver.me.personId}` }
  const changed = { ...nothing, name: 'Greta Solberg-Lie' }
  expect(await written(() => administrator.call('PUT', `${people}/${leaver.me.personId}`, changed))).toEqual([theirs])
  await administrator.call('POST', `${people}/${leaver.me.personId}/deactivate`, {})
  const heir = clinic.colleague.me.personId
  expect(
    await written(() => administrator.call('POST', `${people}/${leaver.me.personId}/hand-over`, { to: heir })),
  ).toEqual([theirs, { ...line, to: `person ${heir}` }, { ...line, to: `note ${noteId}` }])
})

test('[AU1] a one-time link names whose it is: opened, used, asked for and shown; an unknown one is nobody’s', async () => {
  const { administrator, colleague } = clinic
  const by = administrator.me.personId
  const to = email()
  await administrator.call('POST', people, { ...nothing, email: to })
  const [{ id: letterId, token }, shown] = await during(() => letterTo(administrator, to))
  const [{ person_id: id }] = (await server.sql<{ person_id: string }>(
    'select person_id from notifications where id = $1',
    [letterId],
  )) as [{ person_id: string }]
  // Whoever is shown a link could follow it; that the outbox was read is said as well.
  expect(shown).toContainEqual({ by, action: 'outbox.read', to: `person ${id}` })
  expect(shown[0]?.to).toMatch(/^organisation /)
  const used = { by: 'guest', action: 'session.by-link', to: `person ${id}` }
  expect(await written(() => guest(server).call('POST', '/api/open/link', { token }))).toEqual([used])
  const password = 'kettle lemon bridge'
  expect(await written(() => guest(server).call('POST', '/api/open/link/password', { token, password }))).toEqual([
    used,
  ])
  expect(await written(() => guest(server).call('POST', '/api/open/link', { token }))).toEqual([
    { ...used, to: 'null null' },
  ])
  expect(await written(() => letterTo(administrator, to))).not.toContainEqual(
    expect.objectContaining({ to: `person ${id}` }),
  )

  // The asking itself names nobody: it does the same for every address.
  const asked = await written(async () => {
    await guest(server).call('POST', '/api/open/reset', { email: colleague.me.email })
    await guest(server).call('POST', '/api/open/reset', { email: 'nobody@harbour.example' })
    await answerResets(server)
  })
  expect(asked).toEqual([
    { ...used, to: 'null null' },
    { ...used, to: 'null null' },
    { by: 'system', action: 'password-link.send', to: `person ${colleague.me.personId}` },
  ])
})

test('[AU1] a message that is sent again names to whom it goes', async () => {
  const { administrator, colleague, messageId } = clinic
  await server.sql('update notifications set person_id = $2 where id = $1', [messageId, colleague.me.personId])
  const [first] = await written(() => administrator.call('POST', `/api/staff/outbox/${messageId}/send-again`, {}))
  expect(first).toEqual({
    by: administrator.me.personId,
    action: 'outbox.read',
    to: `person ${colleague.me.personId}`,
  })
})

test('[AU1] a visit that is taken from somebody who may not hold it any more names the visit and that person', async () => {
  const leaver = await practitioner(server, clinic.administrator, 'Ivo Hartmann', [clinic.area])
  const subject = await patient(server, clinic.area)
  await act(leaver, subject.visitId, 'join', { pageId: randomUUID(), callId: null })
  const before = await lastLine(server)
  await clinic.administrator.call('POST', `${people}/${leaver.me.personId}/deactivate`, {})
  await expect
    .poll(async () => (await linesSince(server, before)).map(told).slice(1))
    .toEqual([
      { by: 'system', action: 'visit.hand-back', to: `visit ${subject.visitId}` },
      { by: 'system', action: 'visit.hand-back', to: `person ${leaver.me.personId}` },
    ])
})

test('[AU1] who sets an organisation up, and who signs in and out, is named', async () => {
  const [first] = (await linesSince(server, 0)).filter(({ action, subject_kind }) => {
    return action === 'setup.run' && subject_kind === 'person'
  })
  expect(first?.subject_id).toBe(clinic.administrator.me.personId)
  const person = await practitioner(server, clinic.administrator, 'Una Byrne', [clinic.area])
  const lines = await written(async () => {
    await guest(server).call('POST', '/api/open/sign-in', { email: person.me.email, password: PASSWORD })
    await person.call('POST', '/api/staff/sign-out-everywhere', {})
  })
  const to = `person ${person.me.personId}`
  expect(lines).toEqual([
    { by: 'guest', action: 'session.start', to },
    { by: person.me.personId, action: 'session.end', to },
  ])
})
