// A number that is phoned by a press.
import { phoneHref } from '#domain/phone'
import { words as texts } from '#text/console'
import { typed } from '../../text/typed.ts'
import { PhoneIcon } from '../../ui/icon/equipment.tsx'

export function PhoneLink({ phone }: { phone: string }) {
  return (
    <a class="phone-link" href={phoneHref(phone)} aria-label={texts.person.callPhone(phone)}>
      <PhoneIcon size={20} /> {typed(phone)}
    </a>
  )
}
