// A real SMPP server on this machine, as telephone companies run one: it knows who may come, puts parts together again,
// hands over receipts and what comes in. What shall go wrong can be said.
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import smpp, { type Pdu, type Session } from 'smpp'
import type { Trouble } from './carrier-server.ts'

export const SMPP = { systemId: 'bedside', password: 'secret08', from: '+441632960000' }

interface Taken {
  readonly to: string
  readonly from: string
  readonly text: string
  readonly parts: number
  readonly coding: number
  /** Of its last part. */
  readonly id: string
}

export interface SmppServer {
  readonly url: string
  readonly taken: readonly Taken[]
  /** How often somebody came. */
  readonly binds: () => number
  /** What the next parts meet, one each; null: nothing. */
  next(...troubles: (Trouble | null)[]): void
  /** To everybody who is there; resolves once one has answered. */
  deliver(fields: Record<string, unknown>): Promise<void>
  /** Cuts every line. */
  cut(): void
  close(): Promise<void>
}

const STATUS: Partial<Record<Trouble, number>> = { 400: 0x0b, 403: 0x45, 429: 0x58, 500: 0x08 }
const textOf = (message: string | Buffer | undefined) =>
  typeof message === 'string' ? message : (message?.toString('latin1') ?? '')

export async function startSmpp(): Promise<SmppServer> {
  const taken: Taken[] = []
  const troubles: (Trouble | null)[] = []
  const sessions = new Set<Session>()
  const partly = new Map<string, string[]>()
  let [binds, ids] = [0, 0]

  const submitted = (session: Session, pdu: Pdu) => {
    const trouble = troubles.shift() ?? null
    if (trouble === 'silent') return
    if (trouble === 'hung up' || trouble === 502) return session.destroy()
    const status = trouble === null ? 0 : STATUS[trouble]
    if (status) return session.send(pdu.response({ command_status: status }))
    ids += 1
    const id = `smpp-${ids}`
    const { udh } = pdu.short_message ?? {}
    const [, , mark = 0, count = 1, at = 1] = udh?.[0] ?? []
    const key = `${pdu.destination_addr} ${mark}`
    const parts = partly.get(key) ?? []
    parts[at - 1] = textOf(pdu.short_message?.message)
    partly.set(key, parts)
    if (parts.filter((part) => part !== undefined).length === count) {
      partly.delete(key)
      const [to, from] = [`+${pdu.destination_addr}`, pdu.source_addr ?? '']
      taken.push({ to, from, text: parts.join(''), parts: count, coding: pdu.data_coding ?? 0, id })
    }
    return session.send(pdu.response({ message_id: id }))
  }

  const server = smpp.createServer((session) => {
    session.on('error', () => session.destroy())
    session.on('bind_transceiver', (pdu: Pdu) => {
      const right = pdu.system_id === SMPP.systemId && pdu.password === SMPP.password
      if (right) {
        binds += 1
        sessions.add(session)
      }
      session.send(pdu.response(right ? { system_id: 'centre' } : { command_status: 0x0e }))
    })
    session.on('enquire_link', (pdu: Pdu) => session.send(pdu.response()))
    session.on('submit_sm', (pdu: Pdu) => submitted(session, pdu))
    session.on('close', () => sessions.delete(session))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `smpp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    binds: () => binds,
    next: (...next) => void troubles.push(...next),
    deliver: (fields) =>
      new Promise((resolve) => {
        for (const session of sessions) session.deliver_sm(fields, () => resolve())
      }),
    cut() {
      for (const session of sessions) session.destroy()
    },
    async close() {
      for (const session of sessions) session.destroy()
      server.close()
    },
  }
}
