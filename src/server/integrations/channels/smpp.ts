// SMPP 3.4, which telephone companies and hospitals' aggregators speak: one connection that stays, over which text messages
// go in parts and what became of them comes back. A part that was handed over and not answered leaves doubt.
import { randomInt } from 'node:crypto'
import smpp, { type Pdu, type Session } from 'smpp'
import type { CarrierReport } from '#domain/notification'
import { smsParts } from '#domain/sms-length'
import type { Channel, Delivery } from './port.ts'
import { reportOf, STATUS } from './smpp-codes.ts'

export interface SmppSettings {
  /** `smpp://host:2775`, or `ssmpp://host:3550` over TLS. */
  readonly url: string
  readonly systemId: string
  readonly password: string
  /** A number as `+44…` or a short one, or a name of at most 11 letters. */
  readonly from: string
  readonly patienceMs?: number
}

const PATIENCE_MS = 15_000
const ENQUIRE_MS = 30_000
const RECONNECT_MS = 5_000
/** A receipt may be here before it is written down that its message went. */
const REPORT_TRIES = 5
const REPORT_PAUSE_MS = 1_000

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms).unref())

type Answer = Pdu | 'silent' | 'hung up' | 'not sent'

export function openSmpp(settings: SmppSettings): Channel {
  const { url, systemId, password, from, patienceMs = PATIENCE_MS } = settings
  let session: Promise<Session | Delivery> | null = null
  let ended = false
  let listener: ((report: CarrierReport) => Promise<boolean>) | null = null

  /** Of one request: its answer, or that the line was cut, or that there was none in time. */
  const ask = (line: Session, send: (answered: (pdu: Pdu) => void) => boolean) =>
    new Promise<Answer>((resolve) => {
      const done = (answer: Answer) => {
        clearTimeout(timer)
        line.off('close', cut)
        resolve(answer)
      }
      const cut = () => done('hung up')
      const timer = setTimeout(() => done('silent'), patienceMs)
      line.once('close', cut)
      if (!send(done)) done('not sent')
    })

  const hear = async (line: Session, pdu: Pdu) => {
    const report = reportOf(pdu)
    for (let tries = 0; report && listener && tries < REPORT_TRIES; tries += 1) {
      const known = await listener(report).catch(() => null)
      // Not written down here: whoever sent it sends it again.
      if (known === null) return
      if (known) break
      await pause(REPORT_PAUSE_MS)
    }
    line.send(pdu.response())
  }

  const connect = async (): Promise<Session | Delivery> => {
    const line = smpp.connect({ url, auto_enquire_link_period: ENQUIRE_MS, servername: new URL(url).hostname })
    let fault = 'ECONNRESET'
    line.on('error', (error: { code?: unknown }) => {
      if (typeof error.code === 'string') fault = error.code
      line.destroy()
    })
    line.on('close', () => {
      session = null
      if (listener) void keepConnected()
    })
    line.on('deliver_sm', (pdu: Pdu) => void hear(line, pdu))
    const opened = new Promise<boolean>((resolve) => {
      line.once(url.startsWith('ssmpp:') ? 'secureConnect' : 'connect', () => resolve(true))
      line.once('close', () => resolve(false))
      setTimeout(() => resolve(false), patienceMs).unref()
    })
    const bound = (await opened)
      ? await ask(line, (answered) => line.bind_transceiver({ system_id: systemId, password }, answered))
      : 'not sent'
    if (typeof bound !== 'string' && bound.command_status === STATUS.ok) return line
    line.destroy()
    session = null
    const code = typeof bound === 'string' ? fault : `smpp ${bound.command_status}`
    return { kind: 'failed', fault: code, lasting: false }
  }

  const line = () => {
    session ??= connect()
    return session
  }

  /** For what comes back: also while nothing is to be sent. */
  const keepConnected = async () => {
    if (ended) return
    const found = await line()
    if (!('kind' in found) || ended) return
    await pause(RECONNECT_MS)
    if (!session) void keepConnected()
  }

  const deliver = async (to: string, text: string): Promise<Delivery> => {
    const found = await line()
    if ('kind' in found) return found
    const { coding, parts } = smsParts(text)
    const mark = randomInt(256)
    let reference: string | null = null
    for (const [at, part] of parts.entries()) {
      const last = at === parts.length - 1
      const fields = {
        ...address('source', from),
        ...address('dest', to),
        data_coding: coding === 'gsm-7' ? 0 : 8,
        // Its parts arrive together or not at all, as good as always: what became of the last one is asked for.
        registered_delivery: last ? 1 : 0,
        short_message:
          parts.length === 1
            ? { message: part }
            : { udh: Buffer.from([5, 0, 3, mark, parts.length, at + 1]), message: part },
      }
      const answer = await ask(found, (answered) => found.submit_sm(fields, answered))
      if (answer === 'not sent' && at === 0) return { kind: 'failed', fault: 'ECONNRESET', lasting: false }
      if (typeof answer === 'string') return { kind: 'uncertain', fault: `smpp ${answer}` }
      if (answer.command_status !== STATUS.ok) {
        const fault = `smpp ${answer.command_status}`
        if (at > 0) return { kind: 'uncertain', fault }
        return { kind: 'failed', fault, lasting: STATUS.lasting.includes(answer.command_status) }
      }
      reference = answer.message_id ?? null
    }
    return { kind: 'sent', reference }
  }

  return {
    sends: true,
    deliver: ({ to, text }) => deliver(to, text),
    onReport(heard) {
      listener = heard
      void keepConnected()
    },
    close() {
      ended = true
      listener = null
      void session?.then((found) => {
        if (!('kind' in found)) found.destroy()
      })
    },
  }
}

/** The kind of a number (TON) and its plan (NPI): with the country, a short one, or a name. */
function address(which: 'source' | 'dest', text: string): Record<string, unknown> {
  const name = which === 'source' ? 'source_addr' : 'destination_addr'
  const [ton, npi] = text.startsWith('+') ? [1, 1] : /^\d+$/.test(text) ? [3, 1] : [5, 0]
  return { [name]: text.replace(/^\+/, ''), [`${which}_addr_ton`]: ton, [`${which}_addr_npi`]: npi }
}
