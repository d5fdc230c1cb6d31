// All that is known of one appointment, and what can be done with it, over the page on which it was pressed.
import type { AppointmentView } from '#contract/appointment'
import type { PlanView } from '#contract/plan'
import { words as texts } from '#text/appointments'
import { words as people } from '#text/people'
import { Button } from '../../../ui/button/button.tsx'
import { Dialog } from '../../../ui/dialog/dialog.tsx'
import { birthOf, nameOf } from '../../console/person-words.ts'
import type { AppointmentActions } from '../appointment-actions.ts'
import { Actions, Changes, Standing, WithWhom } from './appointment-facts.tsx'
import { NotDone } from './not-done.tsx'

const words = texts.details

interface DetailsDialogProps {
  model: AppointmentActions
  appointment: AppointmentView
  today: string
  sends: boolean
  planOf: (planId: string) => PlanView | null
  onDay: (date: string) => void
}

export function DetailsDialog({ model, appointment: one, today, sends, planOf, onDay }: DetailsDialogProps) {
  const { patient } = one
  const reach = [patient?.phone, patient?.email].filter(Boolean)
  return (
    <Dialog open title={patient ? nameOf(patient) : texts.detailsGone} onClose={model.close}>
      <NotDone doing={model.doing} />
      <p class="appointment-when">
        <strong>{texts.dayAndTime(one.date, one.time)}</strong> <span class="soft">{texts.minutes(one.minutes)}</span>
      </p>
      <div class="appointment-standing">
        <Standing one={one} sends={sends} planOf={planOf} model={model} />
      </div>
      <dl class="appointment-details">
        {patient && (
          <>
            <dt>{texts.form.birth}</dt>
            <dd>{birthOf(patient, today) ?? people.noBirthDate}</dd>
            <dt>{words.reach}</dt>
            <dd>
              {reach.map((way) => (
                <bdi key={way}>{way}</bdi>
              ))}
            </dd>
          </>
        )}
        <dt>{texts.form.practitioner}</dt>
        <dd>
          <WithWhom one={one} />
        </dd>
        <dt>{texts.form.area}</dt>
        <dd>
          <bdi>{one.areaName}</bdi>
        </dd>
        {patient?.reason && (
          <>
            <dt>{texts.form.reason}</dt>
            <dd dir="auto">{patient.reason}</dd>
          </>
        )}
        {(one.movedFrom !== null || one.cancelledBy) && (
          <>
            <dt>{words.changes}</dt>
            <dd>
              <Changes one={one} />
            </dd>
          </>
        )}
      </dl>
      <Actions one={one} model={model}>
        <Button
          kind="quiet"
          size="small"
          onPress={() => {
            model.close()
            onDay(one.date)
          }}
        >
          {words.day}
        </Button>
      </Actions>
    </Dialog>
  )
}
