import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OutboxView } from '#contract/outbox'
import { LINK_MARK } from '#domain/letter'
import { openMailbox } from '../../../test/mail/mailbox.ts'
import { type StaffPerson, sampleAdministrator, setUp } from '../../../test/people.ts'
import { deleteWhatIsDue } from '../../../test/retention.ts'
import { serverForThisTest, startTestServer, type TestServer } from '../../../test/server.ts'
import { queueEmail } from '../platform/outbox.ts'
import { openOutboxService } from './service.ts'

const MINUTE = 60_000
const URL = 'https://video.example.org/staff/invitation#a-secret'

const outboxOf = async (person: StaffPerson) => (await person.call<OutboxView>('GET', '/api/staff/outbox')).body

async function organisationId(server: TestServer, person: StaffPerson): Promise<string> {
  const [row] = await server.sql<{ organisation_id: string }>('select organisation_id from people where id = $1', [
    person.me.personId,
  ])
  return row?.organisation_id ?? ''
}

async function put(server: TestServer, person: StaffPerson, { lasts = 60 * MINUTE, link = true } = {}) {
  const { deps } = server.served()
  const aboutId = deps.newId()
  await queueEmail(deps.db, deps, {
    organisationId: await organisationId(server, person),
    to: 'jo@harbour.example',
    subject: 'Your sign-in',
    text: link ? `Dear Jo,\n\n${LINK_MARK}` : 'Dear Jo.',
    link: link ? { url: URL, endsAt: new Date(deps.now().getTime() + lasts), aboutId } : null,
  })
}

const round = (server: TestServer) => openOutboxService(server.served().deps).sendDue()

describe('[OB1] without a mail server', () => {
  let server: TestServer
  let ada: StaffPerson
  beforeAll(async () => {
    server = await startTestServer()
    ada = await setUp(server)
  })
  afterAll(() => server.close())

  test('every letter stays where administrators read it, with a link that they can follow while it lasts', async () => {
    await put(server, ada)
    await round(server)
    const { sends, letters } = await outboxOf(ada)
    expect(sends).toBe(false)
    expect(letters[0]).toMatchObject({ to: 'jo@harbour.example', link: URL, state: { kind: 'kept' } })
    server.clock.advance(60 * MINUTE)
    expect((await outboxOf(ada)).letters[0]).toMatchObject({ link: null, state: { kind: 'overtaken' } })
  })

  test('an administrator of another organisation reads their own', async () => {
    await put(server, ada)
    const other = await sampleAdministrator(server)
    expect((await outboxOf(other)).letters).toEqual([])
  })

  test('[OB4] the link lies sealed in the database', async () => {
    await put(server, ada)
    const rows = await server.sql<{ all: string }>('select letters::text as all from letters')
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(row.all).not.toContain('a-secret')
    for (const line of server.logLines) expect(line).not.toContain('a-secret')
  })

  test('[OB6] a letter goes after thirty days, its link as soon as it is over', async () => {
    await put(server, ada, { lasts: MINUTE })
    server.clock.advance(MINUTE + 1)
    await deleteWhatIsDue(server)
    const over = 'select 1 from letters where link is not null and link_ends_at < $1'
    expect(await server.sql(over, [server.clock.now()])).toEqual([])
    server.clock.advance(31 * 24 * 60 * MINUTE)
    await deleteWhatIsDue(server)
    expect(await server.sql('select 1 from letters')).toEqual([])
  })
})

describe('[OB3] with a mail server', () => {
  async function open() {
    const mail = openMailbox()
    const server = await serverForThisTest({ mail })
    return { mail, server, ada: await setUp(server) }
  }

  test('a letter is sent once, and its link is forgotten and shown to no administrator', async () => {
    const { mail, server, ada } = await open()
    await put(server, ada)
    expect((await outboxOf(ada)).letters[0]).toMatchObject({ link: null })
    await Promise.all([round(server), round(server), round(server)])
    expect(mail.arrived.map(({ text }) => text)).toEqual([`Dear Jo,\n\n${URL}`])
    expect((await outboxOf(ada)).letters[0]).toMatchObject({ link: null, state: { kind: 'sent' } })
    expect(await server.sql('select 1 from letters where link is not null')).toEqual([])
    await round(server)
    expect(mail.arrived).toHaveLength(1)
  })

  test('one that failed goes a minute later, and says so meanwhile', async () => {
    const { mail, server, ada } = await open()
    mail.next({ kind: 'failed', fault: 'EAUTH 535', lasting: false })
    await put(server, ada)
    await round(server)
    await round(server)
    expect(mail.arrived).toEqual([])
    const state = {
      kind: 'on-its-way',
      failures: 1,
      fault: 'EAUTH 535',
      nextTryAt: server.clock.now().getTime() + MINUTE,
    }
    expect((await outboxOf(ada)).letters[0]?.state).toEqual(state)
    server.clock.advance(MINUTE)
    await round(server)
    expect(mail.arrived).toHaveLength(1)
  })

  test('one that never will arrive is given up at once, until an administrator sends it again', async () => {
    const { mail, server, ada } = await open()
    mail.next({ kind: 'failed', fault: 'EENVELOPE 550', lasting: true })
    await put(server, ada, { link: false })
    await round(server)
    const given = (await outboxOf(ada)).letters[0]
    expect(given?.state).toEqual({ kind: 'given-up', fault: 'EENVELOPE 550' })
    server.clock.advance(10 * 60 * MINUTE)
    await round(server)
    expect(mail.arrived).toEqual([])
    await ada.call('POST', `/api/staff/outbox/${given?.id}/send-again`, {})
    await round(server)
    expect(mail.arrived).toHaveLength(1)
    expect((await ada.call('POST', `/api/staff/outbox/${given?.id}/send-again`, {})).code).toBe('letter/not-found')
  })

  test('one whose link is over is not sent any more', async () => {
    const { mail, server, ada } = await open()
    await put(server, ada, { lasts: MINUTE })
    server.clock.advance(MINUTE)
    await round(server)
    expect(mail.arrived).toEqual([])
  })

  test('one that a process took and never sent is taken by another after five minutes', async () => {
    const { mail, server, ada } = await open()
    await put(server, ada)
    const { takeDue } = await import('./store.ts')
    const now = server.clock.now()
    expect(await takeDue(server.served().deps.db, now, new Date(now.getTime() + 5 * MINUTE), 20)).toHaveLength(1)
    await round(server)
    expect(mail.arrived).toEqual([])
    server.clock.advance(5 * MINUTE)
    await round(server)
    expect(mail.arrived).toHaveLength(1)
  })

  test('[OB7] the sample clinic’s letters never leave', async () => {
    const { mail, server } = await open()
    const amara = await sampleAdministrator(server)
    await put(server, amara)
    await round(server)
    expect(mail.arrived).toEqual([])
    expect(await outboxOf(amara)).toMatchObject({ sends: false, letters: [{ link: URL, state: { kind: 'kept' } }] })
  })
})
