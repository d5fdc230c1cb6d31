// A real mail server on this machine that keeps what it gets, and refuses what it is told to refuse.
import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface ReceivedLetter {
  readonly from: string
  readonly to: readonly string[]
  /** As it came over the line. */
  readonly raw: string
  readonly header: (name: string) => string | null
  readonly text: string
}

export interface TestSmtp {
  /** With name and password, for a client on this machine. */
  readonly url: string
  readonly port: number
  readonly letters: readonly ReceivedLetter[]
  close(): Promise<void>
}

export const SMTP_NAME = 'bedside'
export const SMTP_PASSWORD = 'a secret of the post'

/** `refused`: addresses it has never heard of. `full`: those whose letters it takes later. `silent`: it takes theirs and cuts the line. */
export async function startSmtp(
  settings: { refused?: string; full?: string; silent?: string } = {},
): Promise<TestSmtp> {
  const letters: ReceivedLetter[] = []
  const server = new SMTPServer({
    authOptional: false,
    // Its own certificate is nobody's: a client on this machine goes without.
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    disableReverseLookup: true,
    onAuth({ username, password }, _, done) {
      if (username === SMTP_NAME && password === SMTP_PASSWORD) done(null, { user: username })
      else done(Object.assign(new Error('not you'), { responseCode: 535 }))
    },
    onRcptTo({ address }, _, done) {
      if (address === settings.refused) done(Object.assign(new Error('no such person'), { responseCode: 550 }))
      else if (address === settings.full) done(Object.assign(new Error('later'), { responseCode: 452 }))
      else done()
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8')
        const from = envelope.mailFrom ? envelope.mailFrom.address : ''
        letters.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw, ...parts(raw) })
        if (settings.silent && letters.at(-1)?.to.includes(settings.silent)) closeLines()
        else done()
      })
    },
  })
  const closeLines = () => {
    for (const line of lines) line.destroy()
  }
  const lines = new Set<Socket>()
  server.server.on('connection', (line: Socket) => {
    lines.add(line)
    line.once('close', () => lines.delete(line))
  })
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://${SMTP_NAME}:${encodeURIComponent(SMTP_PASSWORD)}@127.0.0.1:${port}`,
    port,
    letters,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function parts(raw: string): Pick<ReceivedLetter, 'header' | 'text'> {
  const at = raw.indexOf('\r\n\r\n')
  const head = raw.slice(0, at).replace(/\r\n[ \t]+/g, ' ')
  const header = (name: string) => {
    const found = new RegExp(`^${name}: (.*)$`, 'im').exec(head)
    return found?.[1] === undefined ? null : words(found[1])
  }
  const body = raw.slice(at + 4)
  // Of a letter with several parts the first holds its words, with a head of its own.
  const boundary = /^content-type: multipart\/.*boundary="?([^";]+)/im.exec(head)?.[1]
  if (boundary) return { header, text: parts(body.split(`--${boundary}`)[1]?.replace(/^\r\n/, '') ?? '').text }
  const encoding = header('content-transfer-encoding')
  const text =
    encoding === 'base64'
      ? Buffer.from(body, 'base64').toString('utf8')
      : encoding === 'quoted-printable'
        ? quoted(body.replace(/=\r\n/g, ''))
        : body
  return { header, text: text.replace(/\r\n/g, '\n').trim() }
}

/** RFC 2047. */
function words(value: string): string {
  return value
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, coded: string) =>
      kind.toUpperCase() === 'B' ? Buffer.from(coded, 'base64').toString('utf8') : quoted(coded.replaceAll('_', ' ')),
    )
}

function quoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
