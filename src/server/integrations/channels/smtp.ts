// E-mails over SMTP. A mail server elsewhere must offer TLS, because they carry links that open doors; one on this machine
// need not. Once the server has begun to take a text and then falls silent, nobody knows whether it has it.
import { createTransport } from 'nodemailer'
import type { Channel, Delivery } from './port.ts'

export interface SmtpSettings {
  /** `smtp://` (STARTTLS) or `smtps://`, with name and password where the server wants them. */
  readonly url: string
  /** `Hillside Health <video@hillside.example>` or the address alone. */
  readonly from: string
}

const ANSWER_MS = 20_000
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

export function openSmtp({ url, from }: SmtpSettings): Channel {
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
  /** Messages whose text the server has begun to take. */
  const begun = new Set<string>()
  transport.use('stream', (mail, done) => {
    const { message, data } = mail
    const createReadStream = message.createReadStream.bind(message)
    message.createReadStream = (options) => {
      const stream = createReadStream(options)
      const pipe = stream.pipe.bind(stream)
      // Called once the server has said that the text may come.
      stream.pipe = (...to) => {
        begun.add(String(data.messageId))
        return pipe(...to)
      }
      return stream
    }
    done()
  })
  const domain = /@([^@>\s]+)>?\s*$/.exec(from)?.[1] ?? 'bedside.invalid'
  return {
    sends: true,
    async deliver({ id, to, subject, text, oneClick, calendar }) {
      const messageId = `<${id}@${domain}>`
      try {
        await transport.sendMail({
          from,
          // As an object: a name or a comma in it makes no second receiver.
          to: { name: '', address: to },
          subject,
          text,
          messageId,
          ...(calendar
            ? { icalEvent: { content: calendar, method: methodOf(calendar), filename: 'appointment.ics' } }
            : {}),
          headers: {
            'Auto-Submitted': 'auto-generated',
            // RFC 8058: one press in the mail program, and no page.
            ...(oneClick && {
              'List-Unsubscribe': `<${oneClick}>`,
              'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
            }),
          },
        })
        return { kind: 'sent', reference: null }
      } catch (error) {
        return failed(error, begun.has(messageId))
      } finally {
        begun.delete(messageId)
      }
    },
    close: () => transport.close(),
  }
}

/** Also in the type of the part: by it a mail program takes a cancellation for one. */
const methodOf = (calendar: string) => /^METHOD:(\w+)/m.exec(calendar)?.[1] ?? 'PUBLISH'

function failed(error: unknown, textBegun: boolean): Delivery {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  const answer = typeof responseCode === 'number' ? responseCode : null
  const name = typeof code === 'string' ? code : 'unknown'
  if (answer === null && textBegun) return { kind: 'uncertain', fault: name }
  // A name or password that is refused gets mended here; an address that is refused does not.
  const lasting = answer !== null && answer >= 500 && (name === 'EENVELOPE' || name === 'EMESSAGE')
  return { kind: 'failed', fault: answer === null ? name : `${name} ${answer}`, lasting }
}
