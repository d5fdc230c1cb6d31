// A post of paper: letters that were delivered can be read, and what shall go wrong can be said. It passes the same
// contract as the real one.
import type { Delivery, Letter, Mail } from '../../src/server/integrations/mail/port.ts'

export interface Mailbox extends Mail {
  readonly arrived: readonly Letter[]
  /** What becomes of the next letters instead, one each. */
  next(...deliveries: Delivery[]): void
}

export function openMailbox(): Mailbox {
  const arrived: Letter[] = []
  const told: Delivery[] = []
  return {
    sends: true,
    arrived,
    next: (...deliveries) => void told.push(...deliveries),
    async deliver(letter) {
      const instead = told.shift()
      if (instead) return instead
      if (!/^[^@\s]+@[^@\s]+$/.test(letter.to)) return { kind: 'failed', fault: 'EENVELOPE', lasting: true }
      arrived.push({ ...letter, subject: letter.subject.replace(/\s+/g, ' ') })
      return { kind: 'sent' }
    },
    close() {},
  }
}
