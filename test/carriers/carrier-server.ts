// A real HTTP server on this machine that takes messages as a carrier's documentation says it does: it checks the signature
// or the token and every field, and answers as they do. What shall go wrong can be said.
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { jwtVerify } from 'jose'

export interface Taken {
  readonly id: string
  readonly channel: 'email' | 'sms'
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** `silent`: takes the message and never answers. `hung up`: takes it and cuts the line. */
export type Trouble = 400 | 403 | 429 | 500 | 502 | 'silent' | 'hung up'

export interface CarrierServer {
  readonly url: string
  readonly taken: readonly Taken[]
  /** What the next message meets. */
  next(trouble: Trouble): void
  close(): Promise<void>
}

/** What it takes a request for, or with which words it refuses it. */
type Read = (request: IncomingMessage, body: string) => Promise<Taken | { status: number; body: object }>

interface Manner {
  readonly read: Read
  accept(taken: Taken): { status: number; body: object }
  refuse(status: number): object
}

export const WEBHOOK_SECRET = 'a-secret-of-the-webhook'

export const webhookManner: Manner = {
  async read({ headers }, body) {
    const [, t = '', v1 = ''] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['bedside-signature'])) ?? []
    const right = createHmac('sha256', WEBHOOK_SECRET).update(`${t}.${body}`).digest('hex') === v1
    if (!right || Math.abs(Date.now() / 1000 - Number(t)) > 300) return { status: 403, body: {} }
    return JSON.parse(body) as Taken
  },
  accept: () => ({ status: 200, body: {} }),
  refuse: () => ({}),
}

const SERVICE = 'a1b2c3d4-1111-4000-8000-000000000000'
const SECRET = 'a1b2c3d4-2222-4000-8000-000000000000'
export const NOTIFY = {
  key: `bedside-${SERVICE}-${SECRET}`,
  smsTemplate: 'a1b2c3d4-3333-4000-8000-000000000000',
  emailTemplate: 'a1b2c3d4-4444-4000-8000-000000000000',
}

const notifyError = (status: number, error: string) => ({
  status_code: status,
  errors: [{ error, message: 'Words that may quote the message' }],
})

/** docs.notifications.service.gov.uk/rest-api: sending, and its errors. */
export const notifyManner: Manner = {
  async read({ headers, method, url }, body) {
    const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? ''
    const verified = await jwtVerify(token, new TextEncoder().encode(SECRET), {
      issuer: SERVICE,
      algorithms: ['HS256'],
      maxTokenAge: 30,
    }).catch(() => null)
    if (!verified) return { status: 403, body: notifyError(403, 'AuthError') }
    const said = JSON.parse(body) as Record<string, unknown>
    const personalisation = said.personalisation as Record<string, string>
    const bad = { status: 400, body: notifyError(400, 'BadRequestError') }
    if (method !== 'POST' || headers['content-type'] !== 'application/json') return bad
    const known = ['phone_number', 'email_address', 'template_id', 'personalisation', 'reference']
    if (Object.keys(said).some((name) => !known.includes(name))) return bad
    const shared = { id: String(said.reference), text: personalisation.text ?? '' }
    if (url === '/v2/notifications/sms' && said.template_id === NOTIFY.smsTemplate && said.phone_number)
      return { ...shared, channel: 'sms', to: String(said.phone_number), subject: '' }
    if (url === '/v2/notifications/email' && said.template_id === NOTIFY.emailTemplate && said.email_address)
      return { ...shared, channel: 'email', to: String(said.email_address), subject: personalisation.subject ?? '' }
    return bad
  },
  accept: ({ id, text }) => ({ status: 201, body: { id: `notify-${id}`, reference: id, content: { body: text } } }),
  refuse: (status) =>
    notifyError(status, { 400: 'BadRequestError', 403: 'AuthError', 429: 'RateLimitError' }[status] ?? 'Exception'),
}

export const TWILIO = {
  account: `AC${'0'.repeat(32)}`,
  token: 'a-token-of-twilio-32-characters',
  from: '+441632960000',
}

/** twilio.com/docs/messaging/api/message-resource: creating one. */
export const twilioManner: Manner = {
  async read({ headers, method, url }, body) {
    const expected = `Basic ${Buffer.from(`${TWILIO.account}:${TWILIO.token}`).toString('base64')}`
    if (headers.authorization !== expected) return { status: 401, body: { code: 20003, status: 401 } }
    const form = new URLSearchParams(body)
    const right =
      method === 'POST' &&
      url === `/2010-04-01/Accounts/${TWILIO.account}/Messages.json` &&
      headers['content-type'] === 'application/x-www-form-urlencoded' &&
      (form.get('From') === TWILIO.from || /^MG[0-9a-f]{32}$/.test(form.get('MessagingServiceSid') ?? '')) &&
      /^\+\d{7,15}$/.test(form.get('To') ?? '') &&
      form.get('Body')
    if (!right) return { status: 400, body: { code: 21211, status: 400 } }
    return { id: '', channel: 'sms', to: form.get('To') ?? '', subject: '', text: form.get('Body') ?? '' }
  },
  accept: () => ({ status: 201, body: { sid: `SM${'1'.repeat(32)}`, status: 'queued' } }),
  refuse: (status) => ({ code: { 400: 21211, 403: 20003, 429: 20429 }[status] ?? 20500, message: 'Words', status }),
}

export async function startCarrier({ read, accept, refuse }: Manner): Promise<CarrierServer> {
  const taken: Taken[] = []
  const troubles: Trouble[] = []
  const answer = (reply: ServerResponse, status: number, body: object) =>
    reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  const server = createServer(async (request, reply) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const trouble = troubles.shift()
    if (typeof trouble === 'number') return answer(reply, trouble, refuse(trouble))
    const found = await read(request, Buffer.concat(chunks).toString('utf8'))
    if ('status' in found) return answer(reply, found.status, found.body)
    taken.push(found)
    if (trouble === 'silent') return
    if (trouble === 'hung up') return request.socket.destroy()
    const { status, body } = accept(found)
    answer(reply, status, body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    taken,
    next: (trouble) => void troubles.push(trouble),
    async close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
