// Hands messages to a server of the operator's own, signed: `Bedside-Signature: t=<seconds>,v1=<HMAC-SHA256 of
// "<seconds>.<body>", hex>`. `id` is the same at each try: a receiver that has it already answers 200 and does nothing. A text
// message that came in is handed over as `source_number` and `message`, signed over "<seconds>.<source_number>.<message>".
import { createHmac } from 'node:crypto'
import type { Callback, Channel } from './port.ts'
import { post, refused, same } from './post.ts'

export interface WebhookSettings {
  readonly url: string
  readonly secret: string
  /** Unset: the present moment. */
  readonly now?: () => Date
  readonly patienceMs?: number
}

/** What is overheard cannot be sent again after this. */
const SIGNED_FOR_S = 5 * 60

export function openWebhook({ url, secret, now = () => new Date(), patienceMs }: WebhookSettings): Channel {
  const sign = (text: string) => createHmac('sha256', secret).update(text).digest('hex')
  const seconds = () => Math.floor(now().getTime() / 1000)

  const isSigned = ({ header }: Callback, said: string) => {
    const [, at = '', given = ''] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header('bedside-signature') ?? '') ?? []
    return Math.abs(seconds() - Number(at)) <= SIGNED_FOR_S && same(sign(`${at}.${said}`), given)
  }

  return {
    sends: true,
    receive(callback) {
      const { source_number: from, message: text } = callback.body
      if (typeof from !== 'string' || typeof text !== 'string' || !isSigned(callback, `${from}.${text}`)) return null
      return [{ kind: 'came-in', from, text }]
    },
    async deliver({ id, channel, to, subject, text, oneClick, calendar }) {
      const body = JSON.stringify({
        id,
        channel,
        to,
        subject,
        text,
        ...(oneClick && { oneClick }),
        ...(calendar && { calendar }),
      })
      const at = seconds()
      const signature = sign(`${at}.${body}`)
      const headers = { 'content-type': 'application/json', 'bedside-signature': `t=${at},v1=${signature}` }
      const answer = await post(url, headers, body, patienceMs)
      if ('kind' in answer) return answer
      if (answer.status < 200 || answer.status > 299) return refused('webhook', answer)
      return { kind: 'sent', reference: null }
    },
    close() {},
  }
}
