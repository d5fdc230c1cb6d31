// The page of a day's appointments: a list in time order, and what can be done with each.
import { useEffect } from 'preact/hooks'
import type { AppointmentView } from '#contract/appointment'
import type { PlanView } from '#contract/plan'
import { words } from '#text/appointments'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { birthOf } from '../console/person-words.ts'
import { LoadState } from '../parts/load-state.tsx'
import type { PlanCatalogue } from '../plans/plan-catalogue-model.ts'
import type { AppointmentsModel } from './appointments-model.ts'
import { Actions, Changes, NameOf, Standing, WithWhom } from './parts/appointment-facts.tsx'
import { Came, Dialogs } from './parts/dialogs.tsx'
import { PageHead } from './parts/page-head.tsx'
import './appointments.scss'

export interface AppointmentsProps {
  model: AppointmentsModel
  plans: PlanCatalogue
}

export function Appointments({ model, plans }: AppointmentsProps) {
  const state = useStore(model.state)
  useEffect(() => void model.load(), [model])
  const view = state.kind === 'loaded' ? state.view : null
  useStore(plans.state)
  return (
    <div class="work-page appointments stack-s">
      <PageHead look="day" model={model} desk={view} />
      {view && (
        <div class="appointments-day">
          <h2>{view.date === view.today ? `${words.today}, ${words.day(view.date)}` : words.day(view.date)}</h2>
          <div class="appointments-steps">
            <Button kind="secondary" size="small" onPress={() => model.step(-1)}>
              {words.earlier}
            </Button>
            <Button
              kind="secondary"
              size="small"
              onPress={view.date === view.today ? null : () => void model.load(view.today)}
            >
              {words.today}
            </Button>
            <Button kind="secondary" size="small" onPress={() => model.step(1)}>
              {words.later}
            </Button>
            <label>
              <span class="visually-hidden">{words.chooseDay}</span>
              <input
                class="field-box"
                type="date"
                value={view.date}
                onChange={({ currentTarget: { value } }) => void (value && model.load(value))}
              />
            </label>
          </div>
        </div>
      )}
      <Came model={model} />
      <LoadState state={state} words={words} onAgain={() => void model.load()} />
      {view && view.appointments.length === 0 && (
        <div class="appointments-empty stack-s">
          <h3>{words.emptyTitle}</h3>
          <p>{view.areas.length > 0 ? words.emptyText : words.noAreas}</p>
        </div>
      )}
      {view && view.appointments.length > 0 && (
        <ul class="appointments-list" aria-label={words.list}>
          {view.appointments.map((one) => (
            <Row
              key={one.id}
              one={one}
              today={view.today}
              several={view.areas.length > 1}
              sends={view.sends}
              planOf={plans.find}
              model={model}
            />
          ))}
        </ul>
      )}
      <Dialogs model={model} desk={view} plans={plans} onDay={(date) => void model.load(date)} />
    </div>
  )
}

interface RowProps {
  one: AppointmentView
  today: string
  several: boolean
  sends: boolean
  planOf: (planId: string) => PlanView | null
  model: AppointmentsModel
}

function Row({ one, today, several, sends, planOf, model }: RowProps) {
  const { patient } = one
  return (
    <li class={one.status === 'booked' ? 'appointment' : 'appointment appointment-over'}>
      <p class="appointment-time">
        <strong>{one.time}</strong>
        <span class="soft small">{words.minutes(one.minutes)}</span>
      </p>
      <div class="appointment-who">
        <strong>
          <NameOf one={one} />
        </strong>
        {patient && <span class="soft">{birthOf(patient, today)}</span>}
        {patient?.reason && <span dir="auto">{patient.reason}</span>}
      </div>
      <div class="appointment-facts small">
        <span>
          <WithWhom one={one} />
        </span>
        {several && <bdi class="soft">{one.areaName}</bdi>}
        {patient && <bdi class="soft">{[patient.phone, patient.email].filter(Boolean).join(', ')}</bdi>}
        <Changes one={one} />
      </div>
      <div class="appointment-state">
        <Standing one={one} sends={sends} planOf={planOf} model={model} />
      </div>
      <Actions one={one} model={model} />
    </li>
  )
}
