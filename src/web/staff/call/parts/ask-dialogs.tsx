// The two questions before a step that cannot simply be taken back: ending, and sending back to waiting.
import { useState } from 'preact/hooks'
import { SENT_BACK_REASONS, type SentBackReason } from '#domain/sent-back'
import { words } from '#text/practitioner-call'
import { Button } from '../../../ui/button/button.tsx'
import { RadioGroup } from '../../../ui/choice/radio-group.tsx'
import { Dialog } from '../../../ui/dialog/dialog.tsx'
import type { Beside } from '../practitioner-beside.ts'
import { LeftOpen } from './left-open.tsx'

export interface AskProps {
  open: boolean
  name: string
  /** Null: not possible now. */
  act: (() => void) | null
  onClose: () => void
}

export function AskEnd({ open, name, act, beside, onClose }: AskProps & { beside: Beside }) {
  return (
    <Dialog
      open={open}
      title={words.endDialog.title}
      onClose={onClose}
      actions={
        <Answers act={act} onClose={onClose} kind="danger" yes={words.endDialog.end} no={words.endDialog.keep} />
      }
    >
      <p>{words.endDialog.text(name)}</p>
      <p>{words.endDialog.note}</p>
      <LeftOpen beside={beside} after={false} />
    </Dialog>
  )
}

interface AskSendBackProps extends Omit<AskProps, 'act'> {
  act: ((reason?: SentBackReason) => void) | null
}

export function AskSendBack({ open, name, act, onClose }: AskSendBackProps) {
  const [reason, setReason] = useState<SentBackReason | 'none'>('none')
  const { reasons } = words.sendBackDialog
  return (
    <Dialog
      open={open}
      title={words.sendBackDialog.title(name)}
      onClose={onClose}
      actions={
        <Answers
          act={act && (() => act(reason === 'none' ? undefined : reason))}
          onClose={onClose}
          kind="primary"
          yes={words.sendBackDialog.send}
          no={words.sendBackDialog.keep}
        />
      }
    >
      <p>{words.sendBackDialog.text}</p>
      <RadioGroup
        id="send-back-why"
        label={words.sendBackDialog.why(name)}
        value={reason}
        options={(['none', ...SENT_BACK_REASONS] as const).map((value) => ({ value, label: reasons[value] }))}
        onChange={setReason}
      />
      <p>{words.sendBackDialog.note}</p>
    </Dialog>
  )
}

interface AnswersProps {
  act: (() => void) | null
  onClose: () => void
  kind: 'danger' | 'primary'
  yes: string
  no: string
}

function Answers({ act, onClose, kind, yes, no }: AnswersProps) {
  const press = () => {
    act?.()
    onClose()
  }
  return (
    <>
      <Button kind={kind} onPress={act && press}>
        {yes}
      </Button>
      <Button kind="secondary" onPress={onClose}>
        {no}
      </Button>
    </>
  )
}
