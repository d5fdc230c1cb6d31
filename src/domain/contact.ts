// How a patient is reached when the call is cut off, and where help would be sent: as the practitioner confirmed it with
// them. Pure.
import { phoneOf } from './arrival.ts'
import { tidyLine } from './typed-text.ts'

export interface Contact {
  readonly phone: string
  readonly phoneConfirmedAt: Date | null
  /** Where the patient is at this moment, in their words. */
  readonly address: string
  readonly addressConfirmedAt: Date | null
}

export interface TypedContact {
  readonly phone: string
  readonly phoneConfirmed: boolean
  readonly address: string
  readonly addressConfirmed: boolean
}

/**
 * The contact after the practitioner sent `typed` at `now`. A confirmation keeps its time for as long as what was confirmed
 * stays the same; nothing typed is nothing confirmed. Throws `arrival/phone-not-valid`.
 */
export function nextContact(before: Contact, typed: TypedContact, now: Date): Contact {
  const phone = phoneOf(typed.phone, 'optional')
  const address = tidyLine(typed.address)
  const confirmed = (wanted: boolean, value: string, was: string, since: Date | null) =>
    wanted && value ? ((value === was ? since : null) ?? now) : null
  return {
    phone,
    phoneConfirmedAt: confirmed(typed.phoneConfirmed, phone, before.phone, before.phoneConfirmedAt),
    address,
    addressConfirmedAt: confirmed(typed.addressConfirmed, address, before.address, before.addressConfirmedAt),
  }
}
