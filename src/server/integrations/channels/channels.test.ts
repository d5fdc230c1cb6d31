import { createHmac, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type CarrierServer,
  NOTIFY,
  notifyManner,
  startCarrier,
  type Trouble,
  TWILIO,
  twilioManner,
  WEBHOOK_SECRET,
  webhookManner,
} from '../../../../test/carriers/carrier-server.ts'
import { openMailbox } from '../../../../test/carriers/mailbox.ts'
import { SMPP, type SmppServer, startSmpp } from '../../../../test/carriers/smpp-server.ts'
import { startSmtp, type TestSmtp } from '../../../../test/carriers/smtp-server.ts'
import { openNotify } from './notify.ts'
import { type Callback, type Channel, keptHere, type Message } from './port.ts'
import { openSmpp } from './smpp.ts'
import { openSmtp } from './smtp.ts'
import { openTwilio } from './twilio.ts'
import { openWebhook } from './webhook.ts'

const FROM = 'Harbour Health <video@harbour.example>'
const CALLBACK_TOKEN = 'a-token-for-callbacks'
/** A port that fetch does not forbid, and on which nobody listens. */
const NOWHERE = 'http://127.0.0.1:60999'
const LINK = `http://localhost:3000/v/${'x'.repeat(43)}`

const email = (change: Partial<Message> = {}): Message => ({
  ...{ id: randomUUID(), channel: 'email', to: 'priya@harbour.example', subject: 'Your sign-in at Hälsocentralen' },
  text: `Dear Zoë,\n\n${LINK}\n\nŁódź.`,
  ...change,
})
const sms = (change: Partial<Message> = {}): Message => ({
  ...{ id: randomUUID(), channel: 'sms', to: '+447700900123', subject: '' },
  text: `Your appointment is on Monday. ${LINK} Łódź`,
  ...change,
})

let smtp: TestSmtp
let centre: SmppServer
const servers: { webhook?: CarrierServer; notify?: CarrierServer; twilio?: CarrierServer } = {}
beforeAll(async () => {
  smtp = await startSmtp({
    refused: 'nobody@harbour.example',
    full: 'full@harbour.example',
    silent: 'cut@harbour.example',
  })
  centre = await startSmpp()
  servers.webhook = await startCarrier(webhookManner)
  servers.notify = await startCarrier(notifyManner)
  servers.twilio = await startCarrier(twilioManner)
})
afterAll(async () => {
  await Promise.all([smtp, centre, ...Object.values(servers)].map((server) => server.close()))
})

type Read = Pick<Message, 'to' | 'subject' | 'text'>
interface How {
  /** At an address where nobody listens. */
  readonly nowhere?: boolean
  readonly patience?: { readonly patienceMs?: number }
}
interface Case {
  readonly name: string
  readonly message: (change?: Partial<Message>) => Message
  open(how?: How): Channel
  read(): Read[]
  /** What the message meets: trouble of the server, or an address that stands for it. */
  trouble(trouble: Trouble): Partial<Message>
}

/** For a carrier that never answers. */
const IMPATIENT = { patienceMs: 300 }
const at = (name: keyof typeof servers) => servers[name] as CarrierServer
const byHttp = (name: keyof typeof servers) => ({
  read: () => at(name).taken.map(({ to, subject, text }) => ({ to, subject, text })),
  trouble: (trouble: Trouble) => {
    at(name).next(trouble)
    return {}
  },
})

const webhook = ({ nowhere = false, patience = {} }: How = {}) =>
  openWebhook({ url: nowhere ? NOWHERE : at('webhook').url, secret: WEBHOOK_SECRET, ...patience })
const notify = ({ nowhere = false, patience = {} }: How = {}) =>
  openNotify({ url: nowhere ? NOWHERE : at('notify').url, ...NOTIFY, callbackToken: CALLBACK_TOKEN, ...patience })
const twilio = ({ nowhere = false, patience = {} }: How = {}) =>
  openTwilio({ url: nowhere ? NOWHERE : at('twilio').url, ...TWILIO, callbackUrl: null, ...patience })

const mailbox = openMailbox()
const CASES: Case[] = [
  {
    name: 'SMTP',
    message: email,
    open: ({ nowhere = false } = {}) => openSmtp({ url: nowhere ? 'smtp://127.0.0.1:9' : smtp.url, from: FROM }),
    read: () => smtp.letters.map(({ to, header, text }) => ({ to: to.join(), subject: header('subject') ?? '', text })),
    trouble: (trouble) => ({
      to: `${trouble === 400 ? 'nobody' : typeof trouble === 'number' && trouble !== 502 ? 'full' : 'cut'}@harbour.example`,
    }),
  },
  { name: 'the webhook, an e-mail', message: email, open: webhook, ...byHttp('webhook') },
  { name: 'the webhook, a text message', message: sms, open: webhook, ...byHttp('webhook') },
  { name: 'GOV.UK Notify, an e-mail', message: email, open: notify, ...byHttp('notify') },
  { name: 'GOV.UK Notify, a text message', message: sms, open: notify, ...byHttp('notify') },
  { name: 'Twilio, a text message', message: sms, open: twilio, ...byHttp('twilio') },
  {
    name: 'SMPP, a text message',
    message: sms,
    open: ({ nowhere = false, patience = {} } = {}) =>
      openSmpp({ ...SMPP, url: nowhere ? 'smpp://127.0.0.1:9' : centre.url, ...patience }),
    read: () => centre.taken.map(({ to, text }) => ({ to, subject: '', text })),
    trouble(trouble) {
      centre.next(trouble)
      return {}
    },
  },
  {
    name: 'the mailbox of the tests',
    message: email,
    open: ({ nowhere = false } = {}) => {
      if (nowhere) mailbox.next({ kind: 'failed', fault: 'ECONNREFUSED', lasting: false })
      return mailbox
    },
    read: () => mailbox.arrived.map(({ to, subject, text }) => ({ to, subject, text })),
    trouble: (trouble) => {
      const uncertain = typeof trouble === 'string' || trouble === 502
      mailbox.next(
        uncertain ? { kind: 'uncertain', fault: 'x' } : { kind: 'failed', fault: 'x', lasting: trouble === 400 },
      )
      return {}
    },
  },
]

describe.each(CASES)('[OB2] [CH2] over $name', ({ message, open, read, trouble }) => {
  const meeting = async (what: Trouble) => {
    const channel = open(what === 'silent' ? { patience: IMPATIENT } : {})
    const delivery = await channel.deliver(message(trouble(what)))
    channel.close()
    return delivery
  }

  test('what was written arrives, in any script, with its link unbroken', async () => {
    const channel = open()
    const sent = message()
    expect(await channel.deliver(sent)).toMatchObject({ kind: 'sent' })
    const { to, subject, text } = sent
    expect(read().at(-1)).toEqual({ to, subject, text })
    channel.close()
  })

  test('a message that is refused fails for good; trouble of the carrier’s own is tried again', async () => {
    expect(await meeting(400)).toMatchObject({ kind: 'failed', lasting: true })
    for (const mended of [403, 429, 500] as const)
      expect(await meeting(mended), String(mended)).toMatchObject({ kind: 'failed', lasting: false })
  })

  test('silence after it was handed over is uncertain', async () => {
    for (const doubt of ['silent', 'hung up', 502] as const)
      expect(await meeting(doubt), String(doubt)).toMatchObject({ kind: 'uncertain' })
  })

  test('a carrier that cannot be reached has taken nothing', async () => {
    const channel = open({ nowhere: true })
    expect(await channel.deliver(message())).toMatchObject({ kind: 'failed', lasting: false })
    channel.close()
  })

  test('nothing that a carrier says in its refusal is repeated', async () => {
    expect(JSON.stringify(await meeting(400))).not.toMatch(/no such person|Words|@harbour/)
  })
})

describe('[OB2] a mail server', () => {
  const over = async (url: string, change?: Partial<Message>) => {
    const mail = openSmtp({ url, from: FROM })
    const delivery = await mail.deliver(email(change))
    mail.close()
    return delivery
  }

  test('gets the sender, the same number at each try, and that nobody needs to answer', async () => {
    const sent = email()
    const mail = openSmtp({ url: smtp.url, from: FROM })
    await mail.deliver(sent)
    const got = smtp.letters.at(-1)
    expect(got?.from).toBe('video@harbour.example')
    expect(got?.header('from')).toBe(FROM)
    expect(got?.header('message-id')).toBe(`<${sent.id}@harbour.example>`)
    expect(got?.header('auto-submitted')).toBe('auto-generated')
    mail.close()
  })

  test('[CH9] is told where a mail program posts that somebody wants no more, of a message that has a way out', async () => {
    const oneClick = 'https://video.harbour.example/api/open/opt-out/one-click?token=abc'
    await over(smtp.url, { oneClick })
    const got = smtp.letters.at(-1)
    expect(got?.header('list-unsubscribe')).toBe(`<${oneClick}>`)
    expect(got?.header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
    await over(smtp.url)
    expect(smtp.letters.at(-1)?.header('list-unsubscribe')).toBeNull()
  })

  test('gets no second line or receiver made of what somebody typed', async () => {
    const before = smtp.letters.length
    await over(smtp.url, { subject: 'Hello\r\nBcc: all@harbour.example' })
    const [got, ...more] = smtp.letters.slice(before)
    expect([got?.to.join(), got?.header('subject'), more]).toEqual([
      'priya@harbour.example',
      'Hello Bcc: all@harbour.example',
      [],
    ])
    expect(await over(smtp.url, { to: 'not an address' })).toMatchObject({ kind: 'failed', lasting: true })
  })

  test('that refuses the password is tried again', async () => {
    const wrong = await over(`smtp://bedside:guess@127.0.0.1:${smtp.port}`)
    expect(wrong).toMatchObject({ kind: 'failed', lasting: false, fault: 'EAUTH 535' })
  })

  test('elsewhere gets nothing over an open line', async () => {
    // Not this machine's name, so that it counts as elsewhere; it resolves to it all the same.
    const url = `smtp://bedside:x@0.0.0.0:${smtp.port}`
    expect(await over(url)).toMatchObject({ kind: 'failed', fault: expect.stringContaining('ETLS') })
  })
})

test('[CH4] a webhook that signs with another secret, or another time, is not believed', async () => {
  const url = at('webhook').url
  const before = at('webhook').taken.length
  const other = openWebhook({ url, secret: 'another-secret-entirely' })
  const old = openWebhook({ url, secret: WEBHOOK_SECRET, now: () => new Date(Date.now() - 3_600_000) })
  for (const channel of [other, old]) expect(await channel.deliver(sms())).toMatchObject({ kind: 'failed' })
  expect(at('webhook').taken).toHaveLength(before)
})

test('[CH5] Notify refuses another service’s key and an old token; Twilio another account', async () => {
  const key = NOTIFY.key.replace('2222', '9999')
  const settings = { url: at('notify').url, ...NOTIFY, callbackToken: null }
  const old = () => new Date(Date.now() - 120_000)
  for (const channel of [openNotify({ ...settings, key }), openNotify({ ...settings, now: old })])
    expect(await channel.deliver(sms())).toMatchObject({
      kind: 'failed',
      fault: 'notify 403 AuthError',
      lasting: false,
    })
  const twilios = openTwilio({ url: at('twilio').url, ...TWILIO, token: 'x', callbackUrl: null })
  expect(await twilios.deliver(sms())).toMatchObject({ kind: 'failed', fault: 'twilio 401 20003', lasting: false })
})

describe('[CH6] what a carrier reports', () => {
  const url = 'https://video.harbour.example/api/open/carrier/sms/form'
  const calledBy = (headers: Record<string, string>, body: Record<string, unknown>, to = url): Callback => ({
    ...{ url: to, body },
    header: (name) => headers[name],
  })

  test('counts from Notify with its token alone', () => {
    const from = (authorization: string, body: Record<string, unknown>) =>
      notify().receive?.(calledBy({ authorization }, body))
    const right = `Bearer ${CALLBACK_TOKEN}`
    expect(from(right, { id: 'n1', status: 'delivered' })).toEqual([{ kind: 'delivered', reference: 'n1' }])
    expect(from(right, { id: 'n1', status: 'permanent-failure' })).toEqual([
      { kind: 'failed', reference: 'n1', fault: 'notify permanent-failure' },
    ])
    for (const nothing of [{}, { id: 'n1', status: 'sending' }]) expect(from(right, nothing)).toEqual([])
    for (const wrong of ['', 'Bearer x', `Bearer ${CALLBACK_TOKEN}x`, CALLBACK_TOKEN])
      expect(from(wrong, { id: 'n1', status: 'delivered' }), wrong).toBeNull()
    const untold = openNotify({ url, ...NOTIFY, callbackToken: null })
    expect(untold.receive?.(calledBy({ authorization: 'Bearer ' }, { id: 'n1', status: 'delivered' }))).toBeNull()
  })

  test('counts from Twilio with its signature over the address and everything said', () => {
    const body = { MessageSid: 'SM1', MessageStatus: 'undelivered', ErrorCode: '30003', To: '+447700900123' }
    const said = Object.entries(body)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flat()
      .join('')
    const signature = createHmac('sha1', TWILIO.token)
      .update(url + said)
      .digest('base64')
    const from = (given: string, change = {}, to?: string) =>
      twilio().receive?.(calledBy({ 'x-twilio-signature': given }, { ...body, ...change }, to))
    expect(from(signature)).toEqual([{ kind: 'failed', reference: 'SM1', fault: 'twilio 30003' }])
    expect(from('')).toBeNull()
    expect(from(signature, { MessageStatus: 'delivered' })).toBeNull()
    expect(from(signature, { more: 'x' })).toBeNull()
    expect(from(signature, {}, `${url}?x`)).toBeNull()
  })
})

describe('[CH8] a text message that came in', () => {
  const url = 'https://video.harbour.example/api/open/carrier/sms'
  const came = (headers: Record<string, string>, body: Record<string, unknown>): Callback => ({
    ...{ url, body },
    header: (name) => headers[name],
  })
  const CAME_IN = [{ kind: 'came-in', from: '447700900123', text: 'STOP' }]

  test('counts from Notify with its token, and from Twilio with its signature', () => {
    const body = { id: 'n2', source_number: '447700900123', message: 'STOP' }
    expect(notify().receive?.(came({ authorization: `Bearer ${CALLBACK_TOKEN}` }, body))).toEqual(CAME_IN)
    expect(notify().receive?.(came({}, body))).toBeNull()
    const twilios = { MessageSid: 'SM2', SmsStatus: 'received', From: '447700900123', Body: 'STOP' }
    const said = Object.entries(twilios).sort().flat().join('')
    const signature = createHmac('sha1', TWILIO.token)
      .update(url + said)
      .digest('base64')
    expect(twilio().receive?.(came({ 'x-twilio-signature': signature }, twilios))).toEqual(CAME_IN)
    expect(twilio().receive?.(came({ 'x-twilio-signature': signature }, { ...twilios, Body: 'START' }))).toBeNull()
  })

  test('[CH10] counts over the webhook when it is signed, and not for long', () => {
    const body = { source_number: '447700900123', message: 'STOP' }
    const signed = (seconds: number, secret = WEBHOOK_SECRET, text = 'STOP') => {
      const v1 = createHmac('sha256', secret).update(`${seconds}.447700900123.${text}`).digest('hex')
      return webhook().receive?.(came({ 'bedside-signature': `t=${seconds},v1=${v1}` }, body))
    }
    const now = Math.floor(Date.now() / 1000)
    expect(signed(now)).toEqual(CAME_IN)
    for (const wrong of [
      signed(now - 3600),
      signed(now + 3600),
      signed(now, 'x'.repeat(20)),
      signed(now, undefined, 'START'),
    ])
      expect(wrong).toBeNull()
    expect(webhook().receive?.(came({}, body))).toBeNull()
  })
})

test('[OB1] without a carrier a message stays', async () => {
  expect(keptHere.sends).toBe(false)
  expect(await keptHere.deliver(email())).toEqual({ kind: 'kept' })
})
