// What is known of an appointment, and what can be done with it: in the row of its day and in its details alike.
import type { ComponentChildren } from 'preact'
import type { AppointmentView } from '#contract/appointment'
import type { PlanView } from '#contract/plan'
import { words } from '#text/appointments'
import { words as forms } from '#text/forms-staff'
import { words as people } from '#text/people'
import { Button } from '../../../ui/button/button.tsx'
import { Tag, type TagTone } from '../../../ui/tag/tag.tsx'
import { nameOf } from '../../console/person-words.ts'
import { ReadinessLine } from '../../readiness/readiness-line.tsx'
import { sideOf } from '../../readiness/sides.ts'
import type { AppointmentActions } from '../appointment-actions.ts'
import { PhotosBefore } from './photos-before.tsx'
import { PreparedTag } from './prepared-tag.tsx'

const TONES: Record<AppointmentView['status'], TagTone> = {
  booked: 'neutral',
  arrived: 'accent',
  seen: 'good',
  cancelled: 'neutral',
  'did-not-attend': 'amber',
}

export function NameOf({ one: { patient } }: { one: AppointmentView }) {
  return patient ? <bdi translate={false}>{nameOf(patient)}</bdi> : words.detailsGone
}

export function WithWhom({ one: { practitioner } }: { one: AppointmentView }) {
  return practitioner ? <bdi translate={false}>{practitioner.name}</bdi> : words.team
}

export function StatusTag({ status }: Pick<AppointmentView, 'status'>) {
  return <Tag tone={TONES[status]}>{words.statuses[status]}</Tag>
}

/** From where it was moved, and why it was cancelled. */
export function Changes({ one }: { one: AppointmentView }) {
  return (
    <>
      {one.movedFrom !== null && <span class="soft">{words.movedFrom(people.dayAndTime(one.movedFrom))}</span>}
      {one.cancelledBy && (
        <span>{[words.cancelled[one.cancelledBy], one.patient?.cancelReason].filter(Boolean).join(': ')}</span>
      )}
    </>
  )
}

interface StandingProps {
  one: AppointmentView
  sends: boolean
  planOf: (planId: string) => PlanView | null
  model: AppointmentActions
}

/** How it stands: its status, how far the patient is with getting ready, the photos they sent, and what became of the last message. */
export function Standing({ one, sends, planOf, model }: StandingProps) {
  const booked = one.status === 'booked'
  return (
    <>
      <StatusTag status={one.status} />
      {booked && <PreparedTag link={one.link} preparation={one.preparation} />}
      {booked && one.preparation.equipment && (
        <ReadinessLine patient={sideOf('patient', one.preparation.equipment, planOf(one.preparation.planId))} />
      )}
      {booked && one.patient && <PhotosBefore one={one} name={nameOf(one.patient)} model={model} />}
      <Sent one={one} sends={sends} />
    </>
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

/** `children`: other ways, before these. */
export function Actions(props: { one: AppointmentView; model: AppointmentActions; children?: ComponentChildren }) {
  const { one, model } = props
  const quiet = { kind: 'quiet', size: 'small' } as const
  const open = one.status === 'booked' && one.patient
  if (!open && !props.children) return null
  return (
    <fieldset class="appointment-actions" aria-label={words.actions(one.patient ? nameOf(one.patient) : '')}>
      {props.children}
      {open && (
        <>
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
        </>
      )}
    </fieldset>
  )
}
