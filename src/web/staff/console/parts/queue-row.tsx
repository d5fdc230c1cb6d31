// One visit as a row of the working table: who, what they last said, state, wait, and the one thing to do.
import { Component } from 'preact'
import type { PlanView } from '#contract/plan'
import { words as appointments } from '#text/appointments'
import { words } from '#text/console'
import { words as people } from '#text/people'
import { words as photos } from '#text/photos-staff'
import { words as plans } from '#text/plans-staff'
import { Button } from '../../../ui/button/button.tsx'
import { CameraOffIcon, MicrophoneOffIcon, PhoneIcon } from '../../../ui/icon/equipment.tsx'
import { MessageIcon, PhotoIcon } from '../../../ui/icon/work.tsx'
import { planName } from '../../plans/plan-words.ts'
import { ReadinessLine } from '../../readiness/readiness-line.tsx'
import { sideOf } from '../../readiness/sides.ts'
import { birthOf, nameOf, wasWithWords } from '../person-words.ts'
import type { QueueLine } from '../queue-line.ts'
import { quietWords } from '../quiet-words.ts'
import { recallFact } from '../recall-words.ts'
import { StateTag } from './state-tag.tsx'

export interface QueueRowProps {
  line: QueueLine
  /** For how old somebody is: a day more or less is nothing. */
  /** The date where they wait. */
  today: string
  /** Null while the plans are not loaded. */
  plan: PlanView | null
  chosen: boolean
  /** The one to be seen next: its button stands out among those of the others. */
  next: boolean
  /** The first of those who are with a practitioner. */
  divided: boolean
  onChoose: (visitId: string) => void
  /** Lines of several areas stand together: each says where. */
  several: boolean
  /** Joins them, or tells who closed the page that it is their turn. Null while nothing can be done: the server is out of reach. */
  onAct: ((line: QueueLine) => void) | null
}

/** Drawn again only when something of it has changed: there may be hundreds. */
export class QueueRow extends Component<QueueRowProps> {
  override shouldComponentUpdate(next: QueueRowProps): boolean {
    return (Object.keys(next) as (keyof QueueRowProps)[]).some((name) => next[name] !== this.props[name])
  }

  render(props: QueueRowProps) {
    return <Row {...props} />
  }
}

function Row({ line, today, plan, chosen, next, divided, several, onChoose, onAct }: QueueRowProps) {
  const { visit, place } = line
  const { limitedView } = place
  const name = nameOf(visit)
  const gone = line.state.kind === 'gone'
  return (
    <li
      class={`queue-row queue-${line.state.kind}${chosen ? ' queue-chosen' : ''}${line.long ? ' queue-long' : ''}${divided ? ' queue-divide' : ''}`}
      data-slide={visit.id}
    >
      <button type="button" class="queue-who" aria-expanded={chosen} disabled={gone} onClick={() => onChoose(visit.id)}>
        <strong>{name}</strong>
        {!limitedView && <span class="queue-born">{birthOf(visit, today) ?? people.noBirthDate}</span>}
      </button>
      <Facts line={line} plan={limitedView ? null : plan} several={several} />
      <div class="queue-state">
        <StateTag line={line} />
        <Wait line={line} />
      </div>
      <div class="queue-act">
        {line.recall && (
          <Button
            size="small"
            kind="secondary"
            label={words.recall.tellLong[visit.recall?.by ?? 'phone'](name)}
            onPress={onAct && (() => onAct(line))}
          >
            {words.recall.tell[visit.recall?.by ?? 'phone']}
          </Button>
        )}
        {line.action && !line.recall && (
          <Button
            size="small"
            kind={next || line.action === 'return' ? 'primary' : 'secondary'}
            label={line.action === 'join' ? words.joinLong(name) : words.returnLong(name)}
            onPress={onAct && (() => onAct(line))}
          >
            {line.action === 'join' ? words.join : words.return}
          </Button>
        )}
      </div>
    </li>
  )
}

interface FactsProps {
  line: QueueLine
  plan: PlanView | null
  several: boolean
}

function Facts({ line: { visit, lastMessage, state, place, takenBy }, plan, several }: FactsProps) {
  const { limitedView } = place
  const waits = state.kind === 'waiting' || state.kind === 'away'
  const agreed = visit.talk.agreed?.device
  const quiet = quietWords(visit)
  return (
    <div class="queue-facts">
      {(several || plan) && state.kind !== 'gone' && (
        <p class="queue-plan">
          {several && <span class="queue-area">{place.name}</span>}
          {plan && <span class="queue-plan-name">{planName(plan)}</span>}
          {agreed && <span class="queue-agreed">{plans.agreedShort(plans.kinds[agreed])}</span>}
        </p>
      )}
      {visit.appointmentAt !== undefined && (
        <span class="queue-fact">{appointments.expectedAt(people.time(visit.appointmentAt))}</span>
      )}
      {takenBy && <span class="queue-fact queue-taken">{words.takenBy(takenBy)}</span>}
      {visit.wasWith && <span class="queue-fact">{wasWithWords(visit.wasWith)}</span>}
      {waits && !limitedView && !visit.phoneMe && <ReadinessLine patient={sideOf('patient', visit.equipment, plan)} />}
      {quiet && state.kind !== 'gone' && (
        <span class="queue-fact queue-phone">
          <MicrophoneOffIcon size={20} /> {quiet.short}
        </span>
      )}
      {visit.photos !== undefined && state.kind !== 'gone' && (
        <span class="queue-fact">
          <PhotoIcon size={20} /> {photos.count(visit.photos)}
        </span>
      )}
      {waits && visit.recall && !limitedView && (
        <span class="queue-fact">{recallFact(visit.recall, state.kind === 'away')}</span>
      )}
      {waits && visit.phoneMe && (
        <span class="queue-fact queue-phone">
          <PhoneIcon size={20} /> {words.wantsPhone}
        </span>
      )}
      {waits && !visit.phoneMe && visit.picture === 'none' && (
        <span class="queue-fact">
          <CameraOffIcon size={20} /> {words.noPicture}
        </span>
      )}
      {waits && !visit.phoneMe && visit.sound === 'none' && (
        <span class="queue-fact">
          <MicrophoneOffIcon size={20} /> {words.noSound}
        </span>
      )}
      {state.kind === 'with' && (
        <span class="queue-fact">
          {state.mine ? words.seenByYou(people.time(visit.since)) : words.seenBy(state.name, people.time(visit.since))}
        </span>
      )}
      {state.kind === 'on-hold' && (
        <span class="queue-fact">
          {state.mine ? words.seenByYou(people.time(visit.since)) : words.holdBy(state.name, people.time(visit.since))}
        </span>
      )}
      {waits && lastMessage && (
        <span class="queue-message">
          {lastMessage.fromPatient ? <MessageIcon size={20} /> : <em>{words.fromClinic}</em>}{' '}
          <span>{lastMessage.text}</span>
        </span>
      )}
    </div>
  )
}

function Wait({ line }: { line: QueueLine }) {
  const { state, waited } = line
  if (state.kind !== 'waiting' && state.kind !== 'away') return null
  return (
    <div class={line.long ? 'queue-wait queue-wait-long' : 'queue-wait'}>
      <span>{people.shortWait(waited)}</span>
      {state.kind === 'away' && state.minutes > 0 && <small>{words.awayFor(people.shortWait(state.minutes))}</small>}
    </div>
  )
}
