// What kind of telephone a number leads to. The country decides what a number without its own means.
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

const COUNTRY = 'GB'

/** With the country in front; null where no text message gets there: it is none, or a landline's. */
export function mobileOf(phone: string): string | null {
  const number = parsePhoneNumberFromString(phone, COUNTRY)
  if (!number?.isPossible() || number.ext) return null
  // A number of no known kind may be new.
  return isLandline(phone) ? null : number.number
}

export function isLandline(phone: string): boolean {
  const kind = parsePhoneNumberFromString(phone, COUNTRY)?.getType()
  return kind === 'FIXED_LINE'
}
