// Waiting with the page closed: who is told, how, and once.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { PatientView, QueueVisit } from '#contract/visit'
import { openMailbox } from '../../../test/carriers/mailbox.ts'
import { type Clinic, inNewArea, openClinic, openConsole, waitingPatient } from '../../../test/clinic.ts'
import type { Page } from '../../../test/page.ts'
import { guest } from '../../../test/people.ts'
import { deleteWhatIsDue } from '../../../test/retention.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { openNotifications } from '../notifications/service.ts'
import { setOptOut } from '../platform/opt-outs.ts'
import { openVisitService } from './service.ts'
import { openSnapshots } from './snapshots.ts'

const email = openMailbox()
/** Whoever posts to it says of a message that it was not delivered. */
const sms = {
  ...openMailbox(),
  receive: ({ body }: { body: Readonly<Record<string, unknown>> }) => [
    { kind: 'failed' as const, reference: String(body.reference), fault: 'no such number' },
  ],
}
const HOUR = 60 * 60_000
let server: TestServer
let people: Clinic
let clinic: Clinic
let console: Page
beforeAll(async () => {
  server = await startTestServer({ channels: { email, sms } })
  people = await openClinic(server)
})
beforeEach(async () => {
  clinic = await inNewArea(people)
  await server.sql('update areas set own = own || $2 where id = $1', [clinic.area.id, { recall: true }])
  console = await openConsole(clinic.here)
})
afterAll(() => server.close())

const MOBILE = '07700 900123'
const LANDLINE = '0161 496 0000'
const deps = () => server.served().deps
type Waiting = Awaited<ReturnType<typeof waitingPatient>>

const ask = (person: Waiting, phone: string | null) =>
  person.call<PatientView>('PUT', '/api/patient/visit/recall', { phone })
const tell = ({ visitId }: Waiting, toldAt: number | null) =>
  clinic.here.call('POST', `/api/staff/visits/${visitId}/recall`, { toldAt })
const inQueue = ({ visitId }: Waiting, recall: QueueVisit['recall']) =>
  console.hear('queue', ({ news }) =>
    news.visits.some((visit) => visit.id === visitId && JSON.stringify(visit.recall) === JSON.stringify(recall)),
  )
const texts = ({ visitId }: Waiting) =>
  server.sql<{ id: string; body: string; recipient: string; state: string }>(
    "select id, body, recipient, state from notifications where kind = 'recall' and about_id = $1 order by created_at",
    [visitId],
  )
const statusOf = async ({ visitId }: Waiting) =>
  (await server.sql<{ status: string }>('select status from visits where id = $1', [visitId]))[0]?.status
async function send(person: Waiting): Promise<void> {
  await openNotifications(deps()).sendDue()
  await expect.poll(async () => (await texts(person)).map(({ state }) => state), { timeout: 30_000 }).toEqual(['sent'])
}

test('[RC1] where the area does not offer it, asking is refused and nothing is kept', async () => {
  const person = await waitingPatient(clinic)
  expect((await ask(person, MOBILE)).status).toBe(200)
  await server.sql('update areas set own = own || $2 where id = $1', [clinic.area.id, { recall: false }])
  const other = await waitingPatient(clinic)
  const reply = await ask(other, MOBILE)
  expect([reply.status, reply.code]).toEqual([409, 'visit/no-recall'])
  expect((await tell(other, null)).code).toBe('visit/no-recall')
  expect(await texts(other)).toEqual([])
})

test('[RC2] a mobile is written to, any other number is phoned, and so is one that wants no messages', async () => {
  const person = await waitingPatient(clinic)
  const { body } = await ask(person, MOBILE)
  expect([body.recall, body.phone]).toEqual([{ by: 'text', toldAt: null }, MOBILE])
  await inQueue(person, { by: 'text', toldAt: null })
  expect((await ask(person, LANDLINE)).body.recall?.by).toBe('phone')
  expect((await ask(person, 'no number')).code).toBe('arrival/phone-not-valid')
  await setOptOut(deps(), 'sms', '+447700900789', 'stop')
  expect((await ask(person, '07700 900789')).body.recall?.by).toBe('phone')
})

test('[RC3] they keep their place for eight hours, and may change their mind', async () => {
  const closed = await waitingPatient(clinic)
  const changed = await waitingPatient(clinic)
  await ask(closed, MOBILE)
  await ask(changed, MOBILE)
  expect((await ask(changed, null)).body.recall).toBeUndefined()
  const both = [closed.visitId, changed.visitId]
  await server.sql('update visits set away_since = $2 where id = any($1)', [both, server.clock.now()])
  const round = () => openVisitService(deps(), openSnapshots(deps())).giveUpOnLongAway()
  server.clock.advance(2 * HOUR + 1)
  await round()
  expect([await statusOf(closed), await statusOf(changed)]).toEqual(['waiting', 'ended'])
  server.clock.advance(6 * HOUR)
  await round()
  expect(await statusOf(closed)).toBe('ended')
})

test('[RC4] [RC5] one press writes once, without a word of who they are', async () => {
  const person = await waitingPatient(clinic)
  await ask(person, MOBILE)
  const at = server.clock.now().getTime()
  expect((await tell(person, null)).status).toBe(200)
  await inQueue(person, { by: 'text', toldAt: at })
  expect((await tell(person, null)).status).toBe(200)
  const [text, ...more] = await texts(person)
  expect(more).toEqual([])
  expect(text?.recipient).toBe('+447700900123')
  await send(person)
  const sent = sms.arrived.at(-1)?.text ?? ''
  expect(sent).toContain(`/at/${clinic.area.slug}`)
  for (const trace of person.traces) expect(sent).not.toContain(trace)
  server.clock.advance(60_000)
  await tell(person, at)
  expect(await texts(person)).toHaveLength(2)
})

test('[RC5] a message that was held up does not go any more', async () => {
  const person = await waitingPatient(clinic)
  await ask(person, MOBILE)
  await tell(person, null)
  server.clock.advance(15 * 60_000 + 1)
  await openNotifications(deps()).sendDue()
  expect((await texts(person)).map(({ state }) => state)).toEqual(['queued'])
})

test('[RC4] who is phoned gets no message, and the queue keeps when they were phoned', async () => {
  const person = await waitingPatient(clinic)
  await ask(person, LANDLINE)
  await tell(person, null)
  await inQueue(person, { by: 'phone', toldAt: server.clock.now().getTime() })
  expect(await texts(person)).toEqual([])
})

test('[RC6] a message that was not delivered: the queue says that somebody phones', async () => {
  const person = await waitingPatient(clinic)
  await ask(person, MOBILE)
  await tell(person, null)
  await send(person)
  const [{ id = '' } = {}] = await texts(person)
  await guest(server).call('POST', '/api/open/carrier/sms', { reference: id })
  await inQueue(person, { by: 'phone', toldAt: null })
})

test('[RC7] the message goes with the details of the visit', async () => {
  const person = await waitingPatient(clinic)
  await ask(person, MOBILE)
  await tell(person, null)
  await person.call('POST', '/api/patient/visit/leave', {})
  expect(await texts(person)).toHaveLength(1)
  server.clock.advance(48 * HOUR)
  await deleteWhatIsDue(server)
  expect(await texts(person)).toEqual([])
})
