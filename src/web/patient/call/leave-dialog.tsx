// Asks once whether the patient means to leave. Staying is the safe answer and the main button.
import { useState } from 'preact/hooks'
import { words } from '#text/call'
import { Button } from '../../ui/button/button.tsx'
import { Dialog } from '../../ui/dialog/dialog.tsx'
import { Notice } from '../../ui/notice/notice.tsx'

export interface LeaveDialogProps {
  open: boolean
  name: string
  leave: () => Promise<void>
  onClose: () => void
}

export function LeaveDialog({ open, name, leave, onClose }: LeaveDialogProps) {
  const [doing, setDoing] = useState<'idle' | 'leaving' | 'failed'>('idle')
  const press = () => {
    setDoing('leaving')
    leave().then(
      () => setDoing('idle'),
      () => setDoing('failed'),
    )
  }
  return (
    <Dialog
      open={open}
      title={words.patient.leave.title}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.patient.leave.stay}</Button>
          <Button kind="danger" onPress={press} busy={doing === 'leaving' && words.patient.leave.leaving}>
            {words.patient.leave.leave}
          </Button>
        </>
      }
    >
      <p>{words.patient.leave.text(name)}</p>
      {doing === 'failed' && (
        <Notice kind="warning" live="assertive">
          <p>{words.patient.leave.failed}</p>
        </Notice>
      )}
    </Dialog>
  )
}
