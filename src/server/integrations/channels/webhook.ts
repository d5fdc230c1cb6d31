// Hands messages to a server of the operator's own, signed: `Bedside-Signature: t=<seconds>,v1=<HMAC-SHA256 of
// "<seconds>.<body>", hex>`. `id` is the same at each try: a receiver that has it already answers 200 and does nothing.
import { createHmac } from 'node:crypto'
import type { Channel } from './port.ts'
import { post, refused } from './post.ts'

export interface WebhookSettings {
  readonly url: string
  readonly secret: string
  /** Unset: the present moment. */
  readonly now?: () => Date
  readonly patienceMs?: number
}

export function openWebhook({ url, secret, now = () => new Date(), patienceMs }: WebhookSettings): Channel {
  return {
    sends: true,
    async deliver({ id, channel, to, subject, text }) {
      const body = JSON.stringify({ id, channel, to, subject, text })
      const seconds = Math.floor(now().getTime() / 1000)
      const signature = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')
      const headers = { 'content-type': 'application/json', 'bedside-signature': `t=${seconds},v1=${signature}` }
      const answer = await post(url, headers, body, patienceMs)
      if ('kind' in answer) return answer
      if (answer.status < 200 || answer.status > 299) return refused('webhook', answer)
      return { kind: 'sent', reference: null }
    },
    close() {},
  }
}
