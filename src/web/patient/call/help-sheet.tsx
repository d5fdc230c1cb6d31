// Help in the call: what mends most things first, then what can be told to the practitioner by one press, and the ways out.
import { useState } from 'preact/hooks'
import { phoneHref } from '#domain/phone'
import { words } from '#text/call-help'
import { Button } from '../../ui/button/button.tsx'
import { Dialog } from '../../ui/dialog/dialog.tsx'
import { MicrophoneOffIcon, PhoneIcon } from '../../ui/icon/equipment.tsx'
import { RefreshIcon } from '../../ui/icon/signs.tsx'
import { MessageIcon, SettingsIcon } from '../../ui/icon/work.tsx'
import './help-sheet.scss'

export interface HelpSheetProps {
  name: string
  /** The clinic's number; empty: there is none. */
  phone: string
  restart: (() => void) | null
  tell: (message: string) => void
  type: () => void
  /** Null: they have said so. */
  cannotTalk: (() => void) | null
  phoneMe: () => void
  devices: () => void
  onClose: () => void
}

export function HelpSheet(props: HelpSheetProps) {
  const [told, setTold] = useState<'hear' | 'see' | null>(null)
  const tell = (what: 'hear' | 'see') => () => {
    props.tell(words.message[what])
    setTold(what)
  }
  return (
    <Dialog
      open
      title={words.title}
      onClose={props.onClose}
      actions={
        <Button kind="secondary" onPress={props.onClose}>
          {words.close}
        </Button>
      }
    >
      <div class="help-sheet">
        {props.restart && (
          <div>
            <Button wide icon={<RefreshIcon />} onPress={props.restart}>
              {words.restart}
            </Button>
            <p class="soft small">{words.restartHint}</p>
          </div>
        )}
        <Button wide kind="secondary" onPress={told === 'hear' ? null : tell('hear')}>
          {words.cannotHear}
        </Button>
        <Button wide kind="secondary" onPress={told === 'see' ? null : tell('see')}>
          {words.cannotSee}
        </Button>
        <p class="help-sheet-told" role="status">
          {told && words.told(props.name)} {told === 'hear' && words.volume}
        </p>
        <Button wide kind="secondary" icon={<MessageIcon />} onPress={props.type}>
          {words.type}
        </Button>
        {props.cannotTalk && (
          <Button wide kind="secondary" icon={<MicrophoneOffIcon />} onPress={props.cannotTalk}>
            {words.cannotTalk}
          </Button>
        )}
        <Button wide kind="secondary" icon={<PhoneIcon />} onPress={props.phoneMe}>
          {words.phoneMe}
        </Button>
        {props.phone && (
          <Button wide kind="secondary" icon={<PhoneIcon />} href={phoneHref(props.phone)}>
            {words.clinic(props.phone)}
          </Button>
        )}
        <Button wide kind="quiet" icon={<SettingsIcon />} onPress={props.devices}>
          {words.devices}
        </Button>
      </div>
    </Dialog>
  )
}
