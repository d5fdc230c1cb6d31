// A carrier of paper: messages that were delivered can be read, and what shall go wrong can be said. It passes the same
// contract as the real ones.
import type { Channel, Delivery, Message } from '../../src/server/integrations/channels/port.ts'

export interface Mailbox extends Channel {
  readonly arrived: readonly Message[]
  /** What becomes of the next messages instead, one each. */
  next(...deliveries: Delivery[]): void
}

export function openMailbox(): Mailbox {
  const arrived: Message[] = []
  const told: Delivery[] = []
  return {
    sends: true,
    arrived,
    next: (...deliveries) => void told.push(...deliveries),
    async deliver(message) {
      const instead = told.shift()
      if (instead) return instead
      const right = message.channel === 'email' ? /^[^@\s]+@[^@\s]+$/ : /^\+\d{7,15}$/
      if (!right.test(message.to)) return { kind: 'failed', fault: 'no such address', lasting: true }
      arrived.push({ ...message, subject: message.subject.replace(/\s+/g, ' ') })
      return { kind: 'sent', reference: message.id }
    },
    close() {},
  }
}
