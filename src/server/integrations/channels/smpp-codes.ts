// What SMPP's numbers mean, and what a receipt says (SMPP 3.4, 5.1.3 and appendix B).
import type { Pdu } from 'smpp'
import type { CarrierReport } from '#domain/notification'

const INVALID_LENGTH = 0x01
const INVALID_DESTINATION = 0x0b

export const STATUS = {
  ok: 0,
  /** It would be refused again: there is no such number, or it is too long. All else gets mended. */
  lasting: [INVALID_LENGTH, INVALID_DESTINATION] as readonly number[],
}

const RECEIPT = 0x04
const IS_RECEIPT = 0x3c
/** As a number, and as receipts of the old form write it. */
const DELIVERED: readonly unknown[] = [2, 'DELIVRD']
const UNDELIVERED: readonly unknown[] = [3, 4, 5, 8, 'EXPIRED', 'DELETED', 'UNDELIV', 'REJECTD']

/** Null: nothing that matters here, such as a message that is still on its way. */
export function reportOf(pdu: Pdu): CarrierReport | null {
  const said = pdu.short_message?.message
  const text = typeof said === 'string' ? said : ''
  if (((pdu.esm_class ?? 0) & IS_RECEIPT) !== RECEIPT) {
    const from = pdu.source_addr ?? ''
    return from && text ? { kind: 'came-in', from, text } : null
  }
  const reference = pdu.receipted_message_id ?? /\bid:([^ ]{1,65})/.exec(text)?.[1]
  const state = pdu.message_state ?? /\bstat:([A-Z]{7})/.exec(text)?.[1]
  if (!reference) return null
  if (DELIVERED.includes(state)) return { kind: 'delivered', reference }
  return UNDELIVERED.includes(state) ? { kind: 'failed', reference, fault: `smpp ${state}` } : null
}
