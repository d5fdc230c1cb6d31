// A phone, drawn, that shows a message as its receiver's would: a text message in a bubble, an e-mail below its subject.
import type { ComponentChildren } from 'preact'
import { words } from '#text/drawn-phone'
import './drawn-phone.scss'

export interface DrawnPhoneProps {
  channel: 'email' | 'sms'
  /** Whom it comes from. */
  from: string
  /** Of an e-mail. */
  subject?: string
  children: ComponentChildren
}

export function DrawnPhone({ channel, from, subject, children }: DrawnPhoneProps) {
  return (
    <figure class={`drawn-phone drawn-phone-${channel}`} aria-label={words.label[channel]}>
      <div class="drawn-phone-screen">
        <p class="drawn-phone-from">{from}</p>
        {channel === 'email' && <p class="drawn-phone-subject">{subject}</p>}
        <div class="drawn-phone-text">{children}</div>
      </div>
    </figure>
  )
}
