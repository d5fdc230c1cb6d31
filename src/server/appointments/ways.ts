// How a patient is reached: by text message where the number may be a mobile's, or else by e-mail. The country decides what a
// number without its own means.
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { ChannelName } from '#domain/notification'
import type { Channels } from '../deps.ts'

const COUNTRY = 'GB'

export interface Way {
  readonly channel: ChannelName
  readonly to: string
}

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

interface Reach {
  readonly phone: string
  readonly email: string
}

/** In the order in which they are tried. */
export function allWays({ phone, email }: Reach): Way[] {
  const mobile = mobileOf(phone)
  return [
    ...(mobile ? [{ channel: 'sms' as const, to: mobile }] : []),
    ...(email ? [{ channel: 'email' as const, to: email }] : []),
  ]
}

/** Those that somebody carries. Where no carrier is set up at all, every way leads to the outbox. */
export function waysTo(reach: Reach, channels: Channels): Way[] {
  const all = allWays(reach)
  const nobodySends = !channels.email.sends && !channels.sms.sends
  return nobodySends ? all : all.filter(({ channel }) => channels[channel].sends)
}
