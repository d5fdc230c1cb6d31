// Asks before a link goes to somebody who asked for no messages.
import type { AppointmentView } from '#contract/appointment'
import { words as texts } from '#text/appointments'
import { useStore } from '../../../kit/store.ts'
import { Button } from '../../../ui/button/button.tsx'
import { Dialog } from '../../../ui/dialog/dialog.tsx'
import { nameOf } from '../../console/person-words.ts'
import type { AppointmentActions } from '../appointment-actions.ts'
import { NotDone } from './not-done.tsx'

const words = texts.sendAnyway

export function OptedOutDialog({ model, appointment }: { model: AppointmentActions; appointment: AppointmentView }) {
  const doing = useStore(model.doing.request)
  return (
    <Dialog
      open
      title={words.title(appointment.patient ? nameOf(appointment.patient) : '')}
      onClose={model.close}
      actions={
        <>
          <Button
            busy={doing.kind === 'busy' && texts.form.saving}
            onPress={() => void model.sendLink(appointment, true)}
          >
            {words.send}
          </Button>
          <Button kind="quiet" onPress={model.close}>
            {texts.form.back}
          </Button>
        </>
      }
    >
      <NotDone doing={model.doing} />
      <ul>
        {appointment.optedOut.map((channel) => (
          <li key={channel}>{texts.optedOut[channel]}</li>
        ))}
      </ul>
      <p>{words.text}</p>
    </Dialog>
  )
}
