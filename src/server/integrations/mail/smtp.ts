// The post over SMTP. A mail server elsewhere must offer TLS, because letters carry links that open doors; one on this
// machine need not.
import { createTransport } from 'nodemailer'
import type { Delivery, Mail } from './port.ts'

export interface SmtpSettings {
  /** `smtp://` (STARTTLS) or `smtps://`, with name and password where the server wants them. */
  readonly url: string
  /** `Hillside Health <video@hillside.example>` or the address alone. */
  readonly from: string
}

const ANSWER_MS = 20_000
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

export function openSmtp({ url, from }: SmtpSettings): Mail {
  const { hostname, searchParams } = new URL(url)
  const tlsIsSaid = searchParams.has('requireTLS') || searchParams.has('ignoreTLS')
  const transport = createTransport({
    url,
    ...(tlsIsSaid ? {} : { requireTLS: !LOOPBACK.test(hostname) }),
    connectionTimeout: ANSWER_MS,
    greetingTimeout: ANSWER_MS,
    socketTimeout: ANSWER_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = /@([^@>\s]+)>?\s*$/.exec(from)?.[1] ?? 'bedside.invalid'
  return {
    sends: true,
    async deliver({ id, to, subject, text }) {
      try {
        await transport.sendMail({
          from,
          // As an object: a name or a comma in it makes no second receiver.
          to: { name: '', address: to },
          subject,
          text,
          messageId: `<${id}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
        return { kind: 'sent' }
      } catch (error) {
        return failed(error)
      }
    },
    close: () => transport.close(),
  }
}

function failed(error: unknown): Delivery {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  const answer = typeof responseCode === 'number' ? responseCode : null
  const name = typeof code === 'string' ? code : 'unknown'
  // A name or password that is refused gets mended here; an address that is refused does not.
  const lasting = answer !== null && answer >= 500 && (name === 'EENVELOPE' || name === 'EMESSAGE')
  return { kind: 'failed', fault: answer === null ? name : `${name} ${answer}`, lasting }
}
