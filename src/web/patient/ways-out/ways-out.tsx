// The other ways out, on every step in the same place: sound only, be phoned, get help. Smaller than the one button of
// the step, and never hidden.
import { useState } from 'preact/hooks'
import type { PatientFacing } from '#contract/area'
import { phoneHref } from '#domain/phone'
import { words } from '#text/ways'
import { Button } from '../../ui/button/button.tsx'
import { Dialog } from '../../ui/dialog/dialog.tsx'
import { MicrophoneIcon, MicrophoneOffIcon, PhoneIcon } from '../../ui/icon/equipment.tsx'
import { QuestionIcon, TickIcon } from '../../ui/icon/signs.tsx'
import './ways-out.scss'
import { typed } from '../../text/typed.ts'

export interface WaysOutProps {
  support: PatientFacing['support']
  /** Null: not offered on this step. */
  soundOnly: (() => void) | null
  soundOnlyChosen?: boolean
  /** Null: the clinic has no number of this person and asks for none. Then they are told to phone. */
  phoneMe: (() => void) | null
  /** Left out: they will be phoned already. */
  phoneMeOffered?: boolean
  /** They have a place in the queue already. */
  hasPlace?: boolean
  /** Whether they have said that they cannot talk now. */
  cannotTalk?: boolean
  /** Left out where nobody could be told yet. */
  onCannotTalk?: (yes: boolean) => void
}

export function WaysOut(props: WaysOutProps) {
  const [open, setOpen] = useState<'help' | 'phone-us' | null>(null)
  const close = () => setOpen(null)
  return (
    <nav class="ways-out" aria-label={words.label}>
      <ul>
        {props.soundOnly && (
          <li>
            <button type="button" class="way" aria-pressed={props.soundOnlyChosen} onClick={props.soundOnly}>
              {props.soundOnlyChosen ? <TickIcon /> : <MicrophoneIcon />}
              <span>{props.soundOnlyChosen ? words.soundOnlyChosen : words.soundOnly}</span>
            </button>
          </li>
        )}
        {props.phoneMeOffered !== false && (
          <li>
            <button type="button" class="way" onClick={props.phoneMe ?? (() => setOpen('phone-us'))}>
              <PhoneIcon />
              <span>{words.phoneMe}</span>
            </button>
          </li>
        )}
        {props.onCannotTalk && (
          <li>
            <button
              type="button"
              class="way"
              aria-pressed={props.cannotTalk}
              onClick={() => props.onCannotTalk?.(!props.cannotTalk)}
            >
              {props.cannotTalk ? <TickIcon /> : <MicrophoneOffIcon />}
              <span>{words.cannotTalk}</span>
            </button>
          </li>
        )}
        <li>
          <button type="button" class="way" onClick={() => setOpen('help')}>
            <QuestionIcon />
            <span>{words.help}</span>
          </button>
        </li>
      </ul>
      <Dialog
        open={open === 'help'}
        title={words.helpTitle}
        onClose={close}
        actions={
          <>
            <Button onPress={close}>{words.helpClose}</Button>
            <Button kind="quiet" onPress={() => location.reload()}>
              {words.helpReload}
            </Button>
          </>
        }
      >
        <p>{props.hasPlace ? words.helpPlace : words.helpTyped}</p>
        <p>{words.helpAsk}</p>
        <p>{words.helpAgain}</p>
        <p>{words.helpHide}</p>
        <SupportContacts support={props.support} before={words.helpPhone} without={words.helpNoPhone} />
      </Dialog>
      <Dialog
        open={open === 'phone-us'}
        title={words.phoneUsTitle}
        onClose={close}
        actions={<Button onPress={close}>{words.helpClose}</Button>}
      >
        <SupportContacts support={props.support} before={words.phoneUs} without={words.phoneUsNoNumber} />
      </Dialog>
    </nav>
  )
}

export interface SupportContactsProps {
  support: PatientFacing['support']
  /** Stands before the number. */
  before: string
  /** Said where there is no way at all; null: nothing is. */
  without: string | null
}

/** A number that a phone dials, an address to write to. Other words, or nothing, where there is neither. */
export function SupportContacts({ support: { phone, email }, before, without }: SupportContactsProps) {
  if (!phone && !email) return without ? <p>{without}</p> : null
  return (
    <div class="support">
      {phone && (
        <p>
          {before}{' '}
          <a class="support-way" href={phoneHref(phone)}>
            {typed(phone)}
          </a>
        </p>
      )}
      {email && (
        <p>
          {phone ? words.orWrite : words.write}{' '}
          <a class="support-way" href={`mailto:${email}`}>
            {typed(email)}
          </a>
        </p>
      )}
    </div>
  )
}
