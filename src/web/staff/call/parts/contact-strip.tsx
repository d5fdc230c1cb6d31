// How the patient is reached when the call is cut off, where help would be sent, and who is with them: in sight throughout,
// each with whether it was confirmed.
import type { VisitContact } from '#contract/consultation'
import { phoneHref } from '#domain/phone'
import { words } from '#text/practitioner-call'
import { PhoneIcon } from '../../../ui/icon/equipment.tsx'
import { drawn } from '../../../ui/icon/line.tsx'
import { QuestionIcon, TickCircleIcon } from '../../../ui/icon/signs.tsx'
import { PenIcon, PeopleIcon } from '../../../ui/icon/work.tsx'
import './contact-strip.scss'
import { typed } from '../../../text/typed.ts'

export interface ContactStripProps {
  contact: VisitContact
  name: string
  onConfirm: (what: 'phone' | 'address') => void
  onChange: () => void
}

const PlaceIcon = drawn(
  <>
    <path d="M12 21.5c-4.5-5-7-8.4-7-11.5a7 7 0 0 1 14 0c0 3.1-2.5 6.5-7 11.5z" />
    <circle cx="12" cy="10" r="2.5" />
  </>,
)

export function ContactStrip({ contact, name, onConfirm, onChange }: ContactStripProps) {
  const { phone, phoneConfirmedAt, address, addressConfirmedAt, companions, companionsAnswer } = contact
  return (
    <section class="contact-strip" aria-label={words.contact.label(name)}>
      <div class="contact-item">
        <PhoneIcon size={20} />
        <span class="visually-hidden">{words.contact.phone}: </span>
        {phone ? <a href={phoneHref(phone)}>{typed(phone)}</a> : <span>{words.contact.noPhone}</span>}
        {phone && <Mark at={phoneConfirmedAt} />}
        {phone && phoneConfirmedAt === null && (
          <Confirm label={words.contact.confirmPhone} press={() => onConfirm('phone')} />
        )}
      </div>
      <div class="contact-item contact-item-long">
        <PlaceIcon size={20} />
        <span class="visually-hidden">{words.contact.address}: </span>
        <span class="contact-clip" title={typed(address) || undefined}>
          {typed(address) || words.contact.noAddress}
        </span>
        {address && <Mark at={addressConfirmedAt} />}
        {address && addressConfirmedAt === null && (
          <Confirm label={words.contact.confirmAddress} press={() => onConfirm('address')} />
        )}
      </div>
      {companions.length > 0 && (
        <div class="contact-item contact-item-long">
          <PeopleIcon size={20} />
          <span class="visually-hidden">{words.contact.withThem}: </span>
          <span class="contact-clip">
            {companions
              .map((one) => (one.onCamera ? typed(one.name) : `${typed(one.name)} (${words.contact.offCamera})`))
              .join(' · ')}
          </span>
          <span class={companionsAnswer === 'agreed' ? 'contact-mark contact-mark-confirmed' : 'contact-mark'}>
            {companionsAnswer === 'agreed' ? <TickCircleIcon size={20} /> : <QuestionIcon size={20} />}
            <span class="contact-mark-word">{words.contact.companionsSaid[companionsAnswer ?? 'asked']}</span>
          </span>
        </div>
      )}
      <button type="button" class="contact-change" aria-label={words.contact.changeLong} onClick={onChange}>
        <PenIcon size={20} />
        <span>{words.contact.change}</span>
      </button>
    </section>
  )
}

function Mark({ at }: { at: number | null }) {
  return (
    <span class={at === null ? 'contact-mark' : 'contact-mark contact-mark-confirmed'}>
      {at === null ? <QuestionIcon size={20} /> : <TickCircleIcon size={20} />}
      <span class="contact-mark-word">
        {at === null ? words.contact.notConfirmed : `${words.contact.confirmed} ${words.time(at)}`}
      </span>
    </span>
  )
}

function Confirm({ label, press }: { label: string; press: () => void }) {
  return (
    <button type="button" class="contact-confirm" aria-label={label} onClick={press}>
      {words.contact.confirm}
    </button>
  )
}
