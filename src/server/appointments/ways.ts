// How a patient is reached: by text message where the number may be a mobile's, or else by e-mail.
import type { ChannelName } from '#domain/notification'
import type { Channels } from '../deps.ts'
import { mobileOf } from '../platform/phone-numbers.ts'

export interface Way {
  readonly channel: ChannelName
  readonly to: string
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
