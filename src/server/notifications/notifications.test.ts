import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OutboxView } from '#contract/outbox'
import { LINK_MARK } from '#domain/notification'
import { openMailbox } from '../../../test/carriers/mailbox.ts'
import { type StaffPerson, sampleAdministrator, setUp } from '../../../test/people.ts'
import { deleteWhatIsDue } from '../../../test/retention.ts'
import { serverForThisTest, startTestServer, type TestServer } from '../../../test/server.ts'
import { queueEmail } from '../platform/notifications.ts'
import { openNotifications } from './service.ts'
import { claimDue, setSending } from './store.ts'

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

const round = (server: TestServer) => openNotifications(server.served().deps).sendDue()

describe('[OB1] without a mail server', () => {
  let server: TestServer
  let ada: StaffPerson
  beforeAll(async () => {
    server = await startTestServer()
    ada = await setUp(server)
  })
  afterAll(() => server.close())

  test('every message stays where administrators read it, with a link that they can follow while it lasts', async () => {
    await put(server, ada)
    await round(server)
    const { sends, messages: letters } = await outboxOf(ada)
    expect(sends).toEqual({ email: false, sms: false })
    expect(letters[0]).toMatchObject({ to: 'jo@harbour.example', link: URL, state: { kind: 'kept' } })
    server.clock.advance(60 * MINUTE)
    expect((await outboxOf(ada)).messages[0]).toMatchObject({ link: null, state: { kind: 'overtaken' } })
  })

  test('an administrator of another organisation reads their own', async () => {
    await put(server, ada)
    const other = await sampleAdministrator(server)
    expect((await outboxOf(other)).messages).toEqual([])
  })

  test('[OB4] the link lies sealed in the database', async () => {
    await put(server, ada)
    const rows = await server.sql<{ all: string }>('select notifications::text as all from notifications')
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(row.all).not.toContain('a-secret')
    for (const line of server.logLines) expect(line).not.toContain('a-secret')
  })

  test('[OB6] a message goes after thirty days, its link as soon as it is over', async () => {
    await put(server, ada, { lasts: MINUTE })
    server.clock.advance(MINUTE + 1)
    await deleteWhatIsDue(server)
    const over = 'select 1 from notifications where link is not null and link_ends_at < $1'
    expect(await server.sql(over, [server.clock.now()])).toEqual([])
    server.clock.advance(31 * 24 * 60 * MINUTE)
    await deleteWhatIsDue(server)
    expect(await server.sql('select 1 from notifications')).toEqual([])
  })
})

describe('[OB3] with a mail server', () => {
  async function open() {
    const mail = openMailbox()
    const server = await serverForThisTest({ channels: { email: mail } })
    return { mail, server, ada: await setUp(server) }
  }

  test('a message is sent once, and its link is forgotten and shown to no administrator', async () => {
    const { mail, server, ada } = await open()
    await put(server, ada)
    expect((await outboxOf(ada)).messages[0]).toMatchObject({ link: null })
    await Promise.all([round(server), round(server), round(server)])
    expect(mail.arrived.map(({ text }) => text)).toEqual([`Dear Jo,\n\n${URL}`])
    expect((await outboxOf(ada)).messages[0]).toMatchObject({ link: null, state: { kind: 'sent' } })
    expect(await server.sql('select 1 from notifications where link is not null')).toEqual([])
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
    const state = (await outboxOf(ada)).messages[0]?.state
    expect(state).toMatchObject({ kind: 'on-its-way', failures: 1, fault: 'EAUTH 535' })
    const pause = state?.kind === 'on-its-way' ? state.nextTryAt - server.clock.now().getTime() : 0
    expect(pause).toBeGreaterThanOrEqual(MINUTE)
    expect(pause).toBeLessThanOrEqual(1.2 * MINUTE)
    server.clock.advance(1.2 * MINUTE)
    await round(server)
    expect(mail.arrived).toHaveLength(1)
  })

  test('one that never will arrive fails at once, until an administrator sends it again', async () => {
    const { mail, server, ada } = await open()
    mail.next({ kind: 'failed', fault: 'EENVELOPE 550', lasting: true })
    await put(server, ada, { link: false })
    await round(server)
    const given = (await outboxOf(ada)).messages[0]
    expect(given?.state).toEqual({ kind: 'failed', fault: 'EENVELOPE 550' })
    server.clock.advance(10 * 60 * MINUTE)
    await round(server)
    expect(mail.arrived).toEqual([])
    await ada.call('POST', `/api/staff/outbox/${given?.id}/send-again`, {})
    await round(server)
    expect(mail.arrived).toHaveLength(1)
    expect((await ada.call('POST', `/api/staff/outbox/${given?.id}/send-again`, {})).code).toBe(
      'notification/not-found',
    )
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
    const now = server.clock.now()
    const until = new Date(now.getTime() + 5 * MINUTE)
    expect(await claimDue(server.served().deps.db, ['email'], now, until, 20)).toHaveLength(1)
    await round(server)
    expect(mail.arrived).toEqual([])
    server.clock.advance(5 * MINUTE)
    await round(server)
    expect(mail.arrived).toHaveLength(1)
  })

  test('[CH1] one whose sender died in the middle is uncertain, and goes again only when somebody says so', async () => {
    const { mail, server, ada } = await open()
    const { db } = server.served().deps
    await put(server, ada, { link: false })
    const now = server.clock.now()
    const until = new Date(now.getTime() + 5 * MINUTE)
    const [row] = await claimDue(db, ['email'], now, until, 20)
    // Of two that hold the same row, one sends it.
    if (row) expect(await Promise.all([1, 2].map(() => setSending(db, row, until, now)))).toContain(false)
    server.clock.advance(5 * MINUTE)
    await round(server)
    await round(server)
    expect(mail.arrived).toEqual([])
    const [message] = (await outboxOf(ada)).messages
    expect(message?.state).toEqual({ kind: 'uncertain', fault: 'interrupted' })
    await ada.call('POST', `/api/staff/outbox/${message?.id}/send-again`, {})
    await round(server)
    expect(mail.arrived).toHaveLength(1)
  })

  test('[CH1] one that was handed over without an answer is uncertain, until somebody says that it arrived', async () => {
    const { mail, server, ada } = await open()
    mail.next({ kind: 'uncertain', fault: 'ETIMEDOUT' })
    await put(server, ada, { link: false })
    await round(server)
    server.clock.advance(60 * MINUTE)
    await round(server)
    expect(mail.arrived).toEqual([])
    const [message] = (await outboxOf(ada)).messages
    expect(message?.state).toEqual({ kind: 'uncertain', fault: 'ETIMEDOUT' })
    const { body } = await ada.call<OutboxView>('POST', `/api/staff/outbox/${message?.id}/arrived`, {})
    expect(body.messages[0]?.state).toMatchObject({ kind: 'delivered' })
  })

  test('[OB7] the sample clinic’s messages never leave', async () => {
    const { mail, server } = await open()
    const amara = await sampleAdministrator(server)
    await put(server, amara)
    await round(server)
    expect(mail.arrived).toEqual([])
    expect(await outboxOf(amara)).toMatchObject({
      sends: { email: false },
      messages: [{ link: URL, state: { kind: 'kept' } }],
    })
  })
})
