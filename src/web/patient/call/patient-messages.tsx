// Messages over the foot of the picture: the newest from the clinic until it is hidden or answered, and all of them when
// asked for. The face stays visible above.
import { useState } from 'preact/hooks'
import { words } from '#text/call'
import { MessageList } from '../../call/messages/message-list.tsx'
import type { CallMessage } from '../../call/messages/message-queue.ts'
import { ChevronDownIcon, CrossIcon } from '../../ui/icon/signs.tsx'
import { MessageIcon } from '../../ui/icon/work.tsx'
import './patient-messages.scss'
import { typed } from '../../text/typed.ts'

export interface PatientMessagesProps {
  messages: readonly CallMessage[]
  /** The clinic's message that was on screen last, before the call. */
  seen?: (() => string | null) | undefined
  /** Nothing covers the words that say so: what came is shown after it. */
  onHold: boolean
  /** Null: there are no earlier ones. */
  onEarlier: (() => Promise<void>) | null
}

export function PatientMessages({ messages, seen, onHold, onEarlier }: PatientMessagesProps) {
  const [open, setOpen] = useState(false)
  const [readUpTo, setReadUpTo] = useState(() => readBefore(messages, seen?.() ?? null))
  const newest = messages.at(-1)
  const list = (
    <section class="patient-messages patient-messages-open" aria-label={words.messages.title}>
      <div class="patient-messages-head">
        <h2>{words.messages.title}</h2>
        <button
          type="button"
          class="patient-messages-button"
          onClick={() => {
            setOpen(false)
            setReadUpTo(newest?.id ?? null)
          }}
        >
          <ChevronDownIcon />
          <span>{words.messages.close}</span>
        </button>
      </div>
      <MessageList messages={messages} side="patient" empty={words.messages.none} onEarlier={onEarlier} />
    </section>
  )

  const unread = readUpTo === null ? (messages.findLast(({ from }) => from === 'clinic') ?? newest) : newest
  const show = !open && !onHold && unread && newest?.id !== readUpTo ? unread : null
  return (
    <>
      {open && list}
      <div class="patient-messages">
        {/* Always there, so that what comes into it is said. */}
        <div class="call-said" role="status">
          {show && (
            <div class="patient-messages-newest">
              <p>
                <strong>{show.from === 'patient' ? words.messages.you : typed(show.authorName)}</strong>
                <span class="patient-messages-text">{show.text}</span>
                {show.status === 'sending' && <em>{words.messages.sending}</em>}
              </p>
              <button
                type="button"
                class="patient-messages-button"
                aria-label={words.messages.dismiss}
                onClick={() => setReadUpTo(newest?.id ?? null)}
              >
                <CrossIcon size={20} />
              </button>
            </div>
          )}
        </div>
        {!open && messages.length > 0 && (
          <button type="button" class="call-plain-button patient-messages-all" onClick={() => setOpen(true)}>
            <MessageIcon size={20} />
            <span>{words.messages.all(messages.length)}</span>
          </button>
        )}
      </div>
    </>
  )
}

/** Up to which message all was read: the newest, unless the clinic's last one never was on screen. */
export function readBefore(messages: readonly CallMessage[], seen: string | null): string | null {
  const ofClinic = messages.findLast(({ from }) => from !== 'patient')
  return ofClinic && ofClinic.id !== seen ? null : (messages.at(-1)?.id ?? null)
}
