// Whatever is open over a page of appointments, and what came of the last press.
import type { AppointmentDesk } from '#contract/appointment'
import { useStore } from '../../../kit/store.ts'
import { Notice } from '../../../ui/notice/notice.tsx'
import { SendFormDialog } from '../../forms/send-form.tsx'
import type { PlanCatalogue } from '../../plans/plan-catalogue-model.ts'
import type { AppointmentActions } from '../appointment-actions.ts'
import { CancelDialog } from './cancel-dialog.tsx'
import { DetailsDialog } from './details-dialog.tsx'
import { FormDialog } from './form-dialog.tsx'
import { NotDone } from './not-done.tsx'
import { OptedOutDialog } from './opted-out-dialog.tsx'

interface DialogsProps {
  model: AppointmentActions
  /** Null until it is known: then nothing is open. */
  desk: AppointmentDesk | null
  plans: PlanCatalogue
  onDay: (date: string) => void
}

export function Dialogs({ model, desk, plans, onDay }: DialogsProps) {
  const dialog = useStore(model.dialog)
  useStore(plans.state)
  if (!desk || !dialog) return null
  switch (dialog.kind) {
    case 'form':
      return <FormDialog model={model} dialog={dialog} desk={desk} plans={plans} />
    case 'details':
      return (
        <DetailsDialog
          model={model}
          appointment={dialog.appointment}
          today={desk.today}
          sends={desk.sends}
          planOf={plans.find}
          onDay={onDay}
        />
      )
    case 'forms':
      return (
        <SendFormDialog
          model={dialog.forms}
          patientName={dialog.appointment.patient?.firstName ?? ''}
          onClose={model.close}
        />
      )
    case 'opted-out':
      return <OptedOutDialog model={model} appointment={dialog.appointment} />
    case 'cancel':
      return <CancelDialog model={model} appointment={dialog.appointment} />
  }
}

/** What came of the last press, unless a dialog says it. */
export function Came({ model }: { model: AppointmentActions }) {
  const told = useStore(model.told)
  const open = useStore(model.dialog) !== null
  return (
    <>
      {told && (
        <Notice kind="success" title={told.text} live="polite">
          {told.url && <p class="appointments-url">{told.url}</p>}
        </Notice>
      )}
      {told?.warning && <Notice kind="warning" title={told.warning} live="polite" />}
      {!open && <NotDone doing={model.doing} />}
    </>
  )
}
