// GOV.UK Notify (docs.notifications.service.gov.uk/rest-api): one signed token and one POST for each message. The text stands
// in a template of ours there that holds nothing but ((text)), and ((subject)) for e-mails.
import { SignJWT } from 'jose'
import type { CarrierReport } from '#domain/notification'
import type { Callback, Channel, Message } from './port.ts'
import { type Answer, post, refused, same } from './post.ts'

export interface NotifySettings {
  readonly url: string
  /** `<name>-<service id>-<secret>`; the last two are UUIDs. */
  readonly key: string
  readonly smsTemplate: string | null
  readonly emailTemplate: string | null
  /** What Notify sends with its callbacks as a bearer token; null: callbacks are not believed. */
  readonly callbackToken: string | null
  readonly now?: () => Date
  readonly patienceMs?: number
}

const UUID = 36

export function openNotify(settings: NotifySettings): Channel {
  const { url, key, callbackToken, now = () => new Date(), patienceMs } = settings
  const serviceId = key.slice(-2 * UUID - 1, -UUID - 1)
  const secret = new TextEncoder().encode(key.slice(-UUID))

  const token = () =>
    new SignJWT()
      .setProtectedHeader({ typ: 'JWT', alg: 'HS256' })
      .setIssuer(serviceId)
      .setIssuedAt(Math.floor(now().getTime() / 1000))
      .sign(secret)

  const bodyOf = ({ id, channel, to, subject, text }: Message) =>
    channel === 'sms'
      ? { phone_number: to, template_id: settings.smsTemplate, personalisation: { text }, reference: id }
      : {
          email_address: to,
          template_id: settings.emailTemplate,
          personalisation: { subject, text },
          reference: id,
        }

  return {
    sends: true,
    async deliver(message) {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${await token()}` }
      const body = JSON.stringify(bodyOf(message))
      const answer = await post(`${url}/v2/notifications/${message.channel}`, headers, body, patienceMs)
      if ('kind' in answer) return answer
      if (answer.status !== 201) return refused('notify', answer, errorOf(answer))
      return { kind: 'sent', reference: typeof answer.body?.id === 'string' ? answer.body.id : null }
    },
    receive(callback) {
      const given = /^Bearer (.+)$/.exec(callback.header('authorization') ?? '')?.[1]
      if (!callbackToken || !given || !same(callbackToken, given)) return null
      return reportsOf(callback)
    },
    close() {},
  }
}

/** The name of the first error, such as `BadRequestError`. */
function errorOf({ body }: Answer): string | null {
  const [first] = Array.isArray(body?.errors) ? (body.errors as unknown[]) : []
  const name = (first as { error?: unknown } | undefined)?.error
  return typeof name === 'string' && /^\w{1,40}$/.test(name) ? name : null
}

function reportsOf({ body }: Callback): CarrierReport[] {
  const { id: reference, status, source_number: from, message: text } = body
  if (typeof from === 'string' && typeof text === 'string') return [{ kind: 'came-in', from, text }]
  if (typeof reference !== 'string' || typeof status !== 'string') return []
  if (status === 'delivered') return [{ kind: 'delivered', reference }]
  return /^(permanent|temporary|technical)-failure$/.test(status)
    ? [{ kind: 'failed', reference, fault: `notify ${status}` }]
    : []
}
