// The page of a day's appointments: a list in time order, and what can be done with each.
import { useEffect } from 'preact/hooks'
import type { AppointmentView } from '#contract/appointment'
import type { PlanView } from '#contract/plan'
import { words } from '#text/appointments'
import { words as forms } from '#text/forms-staff'
import { words as people } from '#text/people'
import { words as problems } from '#text/problems'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { Spinner } from '../../ui/spinner/spinner.tsx'
import { Tag, type TagTone } from '../../ui/tag/tag.tsx'
import { birthOf, nameOf } from '../console/person-words.ts'
import { SendFormDialog } from '../forms/send-form.tsx'
import type { PlanCatalogue } from '../plans/plan-catalogue-model.ts'
import { ReadinessLine } from '../readiness/readiness-line.tsx'
import { sideOf } from '../readiness/sides.ts'
import type { AppointmentsModel } from './appointments-model.ts'
import { CancelDialog } from './parts/cancel-dialog.tsx'
import { FormDialog } from './parts/form-dialog.tsx'
import { NotDone } from './parts/not-done.tsx'
import { OptedOutDialog } from './parts/opted-out-dialog.tsx'
import { PreparedTag } from './parts/prepared-tag.tsx'
import './appointments.scss'

export interface AppointmentsProps {
  model: AppointmentsModel
  plans: PlanCatalogue
}

export function Appointments({ model, plans }: AppointmentsProps) {
  const state = useStore(model.state)
  const dialog = useStore(model.dialog)
  useEffect(() => void model.load(), [model])
  const view = state.kind === 'loaded' ? state.view : null
  useStore(plans.state)
  return (
    <div class="work-page appointments stack-s">
      <div class="appointments-head">
        <h1>{words.title}</h1>
        <div class="appointments-steps">
          {view && view.areas.length > 0 && (
            <Button kind="secondary" href="/staff/appointments/list">
              {words.addList}
            </Button>
          )}
          <Button onPress={view?.areas.length ? model.add : null}>{words.add}</Button>
        </div>
      </div>
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
      <Came model={model} open={dialog !== null} />
      {state.kind === 'loading' && <Spinner words={words.loading} large />}
      {state.kind === 'refused' && (
        <Notice
          kind="error"
          title={words.failed}
          live="assertive"
          actions={<Button onPress={() => void model.load()}>{words.again}</Button>}
        >
          <p>{problems[state.refusal.code](state.refusal.detail)}</p>
        </Notice>
      )}
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
      {view && dialog?.kind === 'form' && <FormDialog model={model} dialog={dialog} view={view} plans={plans} />}
      {dialog?.kind === 'forms' && (
        <SendFormDialog
          model={dialog.forms}
          patientName={dialog.appointment.patient?.firstName ?? ''}
          onClose={model.close}
        />
      )}
      {dialog?.kind === 'opted-out' && <OptedOutDialog model={model} appointment={dialog.appointment} />}
      {dialog?.kind === 'cancel' && <CancelDialog model={model} appointment={dialog.appointment} />}
    </div>
  )
}

/** What came of the last press, unless a dialog says it. */
function Came({ model, open }: { model: AppointmentsModel; open: boolean }) {
  const told = useStore(model.told)
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

const TONES: Record<AppointmentView['status'], TagTone> = {
  booked: 'neutral',
  arrived: 'accent',
  seen: 'good',
  cancelled: 'neutral',
  'did-not-attend': 'amber',
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
  const booked = one.status === 'booked'
  return (
    <li class={booked ? 'appointment' : 'appointment appointment-over'}>
      <p class="appointment-time">
        <strong>{one.time}</strong>
        <span class="soft small">{words.minutes(one.minutes)}</span>
      </p>
      <div class="appointment-who">
        <strong>{patient ? <bdi translate={false}>{nameOf(patient)}</bdi> : words.detailsGone}</strong>
        {patient && <span class="soft">{birthOf(patient, today)}</span>}
        {patient?.reason && <span dir="auto">{patient.reason}</span>}
      </div>
      <div class="appointment-facts small">
        <span>{one.practitioner ? <bdi translate={false}>{one.practitioner.name}</bdi> : words.team}</span>
        {several && <bdi class="soft">{one.areaName}</bdi>}
        {patient && <bdi class="soft">{[patient.phone, patient.email].filter(Boolean).join(', ')}</bdi>}
        {one.movedFrom !== null && <span class="soft">{words.movedFrom(people.dayAndTime(one.movedFrom))}</span>}
        {one.cancelledBy && (
          <span>{[words.cancelled[one.cancelledBy], patient?.cancelReason].filter(Boolean).join(': ')}</span>
        )}
      </div>
      <div class="appointment-state">
        <Tag tone={TONES[one.status]}>{words.statuses[one.status]}</Tag>
        {booked && <PreparedTag link={one.link} preparation={one.preparation} />}
        {booked && one.preparation.equipment && (
          <ReadinessLine patient={sideOf('patient', one.preparation.equipment, planOf(one.preparation.planId))} />
        )}
        <Sent one={one} sends={sends} />
      </div>
      {booked && patient && <Actions one={one} name={nameOf(patient)} model={model} />}
    </li>
  )
}

/** Its message waits for the morning. */
const waits = ({ message }: AppointmentView) => (message?.waitsUntil ?? 0) > Date.now() + 60_000

/** What became of the last message to the patient. */
function Sent({ one, sends }: { one: AppointmentView; sends: boolean }) {
  const { message, landline, optedOut, patient } = one
  return (
    <>
      {message && (
        <span
          class={
            message.state === 'failed' || message.state === 'uncertain' ? 'small appointment-warning' : 'soft small'
          }
        >
          {!sends && message.state === 'queued'
            ? words.messageKept(message.channel)
            : message.waitsUntil !== null && waits(one)
              ? words.messageWaits(message.channel, people.dayAndTime(message.waitsUntil))
              : words.message(message.channel, message.state)}
        </span>
      )}
      {optedOut.map((channel) => (
        <span key={channel} class="small appointment-warning">
          {words.optedOut[channel]}
        </span>
      ))}
      {landline && !patient?.email && <span class="small appointment-warning">{words.landline}</span>}
    </>
  )
}

function Actions({ one, name, model }: { one: AppointmentView; name: string; model: AppointmentsModel }) {
  const quiet = { kind: 'quiet', size: 'small' } as const
  return (
    <fieldset class="appointment-actions" aria-label={words.actions(name)}>
      <Button {...quiet} onPress={() => void model.copyLink(one)}>
        {words.copyLink}
      </Button>
      <Button {...quiet} onPress={() => void model.sendLink(one)}>
        {one.link === 'none' ? words.newLink : words.sendAgain}
      </Button>
      {waits(one) && (
        <Button {...quiet} onPress={() => void model.sendNow(one)}>
          {words.sendNow}
        </Button>
      )}
      <Button {...quiet} onPress={() => model.startForms(one)}>
        {forms.send}
      </Button>
      <Button {...quiet} onPress={() => model.startMove(one)}>
        {words.move}
      </Button>
      <Button {...quiet} onPress={() => void model.miss(one)}>
        {words.miss}
      </Button>
      <Button {...quiet} onPress={() => model.startCancel(one)}>
        {words.cancel}
      </Button>
    </fieldset>
  )
}
