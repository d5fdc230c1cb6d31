// Asks who cancels and why, before an appointment is cancelled.
import { useState } from 'preact/hooks'
import type { AppointmentView, CancelBody } from '#contract/appointment'
import { words as texts } from '#text/appointments'
import { useStore } from '../../../kit/store.ts'
import { Button } from '../../../ui/button/button.tsx'
import { Dialog } from '../../../ui/dialog/dialog.tsx'
import { SelectField } from '../../../ui/select-field/select-field.tsx'
import { TextField } from '../../../ui/text-field/text-field.tsx'
import { nameOf } from '../../console/person-words.ts'
import type { AppointmentActions } from '../appointment-actions.ts'
import { NotDone } from './not-done.tsx'

const words = texts.cancelling

export function CancelDialog({ model, appointment }: { model: AppointmentActions; appointment: AppointmentView }) {
  const doing = useStore(model.doing.request)
  const [by, setBy] = useState<CancelBody['by']>('patient')
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const cancel = () => {
    if (reason.trim()) void model.cancel({ by, reason })
    else setMissing(true)
  }
  return (
    <Dialog
      open
      title={words.title(appointment.patient ? nameOf(appointment.patient) : '')}
      onClose={model.close}
      actions={
        <>
          <Button kind="danger" busy={doing.kind === 'busy' && texts.form.saving} onPress={cancel}>
            {words.save}
          </Button>
          <Button kind="quiet" onPress={model.close}>
            {texts.form.back}
          </Button>
        </>
      }
    >
      <NotDone doing={model.doing} />
      <SelectField
        id="by"
        label={words.by}
        value={by}
        options={[
          { value: 'patient', label: words.patient },
          { value: 'clinic', label: words.clinic },
        ]}
        onChange={setBy}
      />
      <TextField
        id="why"
        label={words.reason}
        value={reason}
        error={missing && !reason.trim() ? words.reasonMissing : null}
        maxLength={200}
        spellcheck
        onInput={setReason}
      />
    </Dialog>
  )
}
