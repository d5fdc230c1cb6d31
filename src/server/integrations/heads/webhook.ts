// Sends each head to another server, signed: `Bedside-Signature: t=<seconds>,v1=<HMAC-SHA256 of "<seconds>.<body>", hex>`.
import { createHmac } from 'node:crypto'
import type { HeadKeeper } from './port.ts'

const PATIENCE_MS = 10_000

export function headWebhook(url: string, secret: string): HeadKeeper {
  return {
    name: 'webhook',
    async keep(head) {
      const body = JSON.stringify(head)
      const seconds = Math.floor(Date.parse(head.at) / 1000)
      const signature = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')
      const reply = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'bedside-signature': `t=${seconds},v1=${signature}` },
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
      await reply.body?.cancel()
      if (!reply.ok) throw new Error('the webhook did not take it')
    },
  }
}
