// Twilio's Programmable Messaging: text messages by one POST, and callbacks that prove themselves by a signature over the
// address they were sent to and all they say (twilio.com/docs/usage/security).
import { createHmac } from 'node:crypto'
import type { CarrierReport } from '#domain/notification'
import type { Callback, Channel } from './port.ts'
import { post, refused, same } from './post.ts'

export interface TwilioSettings {
  readonly url: string
  /** `AC…` */
  readonly account: string
  readonly token: string
  /** A number of ours as `+44…`, a name, or a messaging service (`MG…`). */
  readonly from: string
  /** Where Twilio reports what became of a message; null: it does not. */
  readonly callbackUrl: string | null
  readonly patienceMs?: number
}

export function openTwilio({ url, account, token, from, callbackUrl, patienceMs }: TwilioSettings): Channel {
  const address = `${url}/2010-04-01/Accounts/${encodeURIComponent(account)}/Messages.json`
  const authorization = `Basic ${Buffer.from(`${account}:${token}`).toString('base64')}`

  const isTwilios = ({ url: called, header, body }: Callback) => {
    const said = Object.keys(body)
      .sort()
      .map((name) => `${name}${String(body[name])}`)
      .join('')
    const expected = createHmac('sha1', token)
      .update(called + said)
      .digest('base64')
    return same(expected, header('x-twilio-signature') ?? '')
  }

  return {
    sends: true,
    async deliver({ to, text }) {
      const form = new URLSearchParams({ To: to, Body: text })
      form.set(/^MG[0-9a-f]{32}$/.test(from) ? 'MessagingServiceSid' : 'From', from)
      if (callbackUrl) form.set('StatusCallback', callbackUrl)
      const headers = { 'content-type': 'application/x-www-form-urlencoded', authorization }
      const answer = await post(address, headers, form.toString(), patienceMs)
      if ('kind' in answer) return answer
      const code = typeof answer.body?.code === 'number' ? answer.body.code : null
      if (answer.status !== 201) return refused('twilio', answer, code)
      return { kind: 'sent', reference: typeof answer.body?.sid === 'string' ? answer.body.sid : null }
    },
    receive: (callback) => (isTwilios(callback) ? reportsOf(callback) : null),
    close() {},
  }
}

function reportsOf({ body }: Callback): CarrierReport[] {
  const { MessageSid: reference, MessageStatus: status, ErrorCode: code } = body
  if (typeof reference !== 'string') return []
  // What came in has a status as well, and a text.
  const { From: from, Body: text } = body
  if (typeof from === 'string' && typeof text === 'string') return [{ kind: 'came-in', from, text }]
  if (status === 'delivered') return [{ kind: 'delivered', reference }]
  if (status !== 'undelivered' && status !== 'failed') return []
  const fault = typeof code === 'string' && /^\d{1,6}$/.test(code) ? `twilio ${code}` : `twilio ${status}`
  return [{ kind: 'failed', reference, fault }]
}
