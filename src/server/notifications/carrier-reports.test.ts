import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OutboxView } from '#contract/outbox'
import { NOTIFY, notifyManner, startCarrier } from '../../../test/carriers/carrier-server.ts'
import { type Clinic, openClinic } from '../../../test/clinic.ts'
import { guest } from '../../../test/people.ts'
import { booked } from '../../../test/scenarios.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { openNotify } from '../integrations/channels/notify.ts'
import { queueNotification } from '../platform/notifications.ts'
import { openNotifications } from './service.ts'

const TOKEN = 'a-token-for-callbacks'
let carrier: Awaited<ReturnType<typeof startCarrier>>
let server: TestServer
let clinic: Clinic
beforeAll(async () => {
  carrier = await startCarrier(notifyManner)
  const notify = openNotify({ url: carrier.url, ...NOTIFY, callbackToken: TOKEN })
  server = await startTestServer({ channels: { sms: notify } })
  clinic = await openClinic(server)
})
afterAll(async () => {
  await server.close()
  await carrier.close()
})

const shown = async () => {
  const { body } = await clinic.administrator.call<OutboxView>('GET', '/api/staff/outbox')
  return body.messages.find(({ kind }) => kind === 'moved')
}
const report = (body: object, authorization = `Bearer ${TOKEN}`) =>
  guest(server).call('POST', '/api/open/carrier/sms', body, { authorization })

test('[CH6] [CH7] a text to a patient is sent, read by no administrator, and delivered once its carrier says so', async () => {
  const { deps } = server.served()
  const appointmentId = await booked(clinic)
  const [row] = await server.sql<{ id: string }>('select organisation_id as id from people where id = $1', [
    clinic.administrator.me.personId,
  ])
  const id = await queueNotification(deps.db, deps, {
    ...{ kind: 'moved', channel: 'sms', appointmentId, organisationId: row?.id ?? '' },
    ...{ to: '+447700900123', subject: '', text: 'Your appointment was moved.', link: null },
  })
  await openNotifications(deps).sendDue()
  // The invitation of the booking goes beside it.
  const taken = carrier.taken.find((one) => one.id === id)
  expect(taken).toMatchObject({ to: '+447700900123', text: 'Your appointment was moved.' })
  expect(await shown()).toMatchObject({ kind: 'moved', to: '…123', text: null, state: { kind: 'sent' } })

  const delivered = { id: `notify-${id}`, status: 'delivered' }
  expect((await report(delivered, 'Bearer another')).code).toBe('access/not-allowed')
  expect((await shown())?.state.kind).toBe('sent')
  expect((await report(delivered)).status).toBe(200)
  expect((await shown())?.state.kind).toBe('delivered')
  // What comes late or twice changes nothing.
  expect((await report({ id: `notify-${id}`, status: 'permanent-failure' })).status).toBe(200)
  expect((await report({ id: 'unknown', status: 'delivered' })).status).toBe(200)
  expect((await shown())?.state.kind).toBe('delivered')
  expect((await guest(server).call('POST', '/api/open/carrier/email', delivered)).code).toBe('request/not-found')
})
