// The person chosen in the queue: who, how they can be reached, what works at their end, and what was written.
import type { ComponentChildren } from 'preact'
import type { QueueVisit } from '#contract/visit'
import { dateIn } from '#domain/area'
import { words as texts } from '#text/console'
import { words as people } from '#text/people'
import { Button } from '../../../ui/button/button.tsx'
import { CameraIcon, CameraOffIcon, MicrophoneIcon, MicrophoneOffIcon } from '../../../ui/icon/equipment.tsx'
import { CrossIcon } from '../../../ui/icon/signs.tsx'
import { Notice } from '../../../ui/notice/notice.tsx'
import { PhoneLink } from '../../parts/phone-link.tsx'
import { ArrivalAnswers } from '../arrival-answers.tsx'
import type { ConsoleModel } from '../console-model.ts'
import { birthOf, nameOf, wasWithWords } from '../person-words.ts'
import { minutesBetween, type QueueLine } from '../queue-line.ts'
import { quietWords } from '../quiet-words.ts'
import { RecallNotice } from './recall.tsx'
import { StateTag } from './state-tag.tsx'
import { Thread } from './thread.tsx'

const words = texts.person

export interface PersonProps {
  line: QueueLine
  now: number
  console: ConsoleModel
  /** Null: nothing to do, or the server is out of reach. */
  onAct: (() => void) | null
  onRemove: (() => void) | null
  reachable: boolean
  /** Null where the frame has its own way to close. */
  onClose: (() => void) | null
  /** What the visit is for, with which device, and how ready both are; null for those who see first names alone. */
  plan: ComponentChildren | null
}

export function Person({ line, now, console, onAct, onRemove, reachable, onClose, plan }: PersonProps) {
  const { visit } = line
  const quiet = quietWords(visit)
  return (
    <div class="person">
      {onClose && (
        <div class="person-head">
          <h2>{nameOf(visit)}</h2>
          <button type="button" class="person-close" aria-label={words.close} onClick={onClose}>
            <CrossIcon size={20} />
          </button>
        </div>
      )}
      <p class="person-state">
        <StateTag line={line} />
        <span class="soft small">{line.place.name}</span>
      </p>
      {visit.phoneMe && visit.status === 'waiting' && (
        <Notice kind="warning" title={words.phoneMe}>
          {visit.phone && <PhoneLink phone={visit.phone} />}
        </Notice>
      )}
      {visit.recall && visit.status === 'waiting' && plan !== null && (
        <RecallNotice visit={visit} recall={visit.recall} actions={console.about(visit)} reachable={reachable} />
      )}
      {quiet && (
        <Notice kind="warning" title={quiet.short}>
          <p>{quiet.text}</p>
        </Notice>
      )}
      {visit.wasWith && <p>{wasWithWords(visit.wasWith)}</p>}
      <Facts line={line} now={now} whole={plan !== null} />
      <ArrivalAnswers answers={visit.answers} />
      {line.action && (
        <Button
          wide
          kind={line.state.kind === 'away' ? 'secondary' : 'primary'}
          label={line.action === 'join' ? texts.joinLong(nameOf(visit)) : texts.returnLong(nameOf(visit))}
          onPress={onAct}
        >
          {line.action === 'join' ? texts.join : texts.mine.return}
        </Button>
      )}
      {plan}
      {plan !== null && (
        <Thread
          key={visit.id}
          messages={visit.messages}
          onEarlier={visit.earlierMessages ? () => console.showEarlier(visit) : null}
          draft={console.replyTo(visit.id)}
          writable={reachable}
        />
      )}
      {plan !== null && visit.status === 'waiting' && (
        <p class="person-remove">
          <Button kind="quiet" size="small" class="button-harm" onPress={onRemove}>
            {words.remove}
          </Button>
        </p>
      )}
    </div>
  )
}

function Facts({ line: { visit, place, waited }, now, whole }: { line: QueueLine; now: number; whole: boolean }) {
  return (
    <dl class="person-facts">
      {whole && <Fact name={words.born}>{birthOf(visit, dateIn(now, place.timeZone)) ?? people.noBirthDate}</Fact>}
      {whole && <Fact name={words.phone}>{visit.phone ? <PhoneLink phone={visit.phone} /> : words.noPhone}</Fact>}
      <Fact name={words.arrived}>{words.arrivedAt(people.time(visit.arrivedAt), people.longWait(waited))}</Fact>
      {visit.practitioner && (
        <Fact name={words.seenBy}>{words.seenSince(visit.practitioner.name, people.time(visit.since))}</Fact>
      )}
      {visit.awaySince !== null && (
        <Fact name={words.away}>
          {words.awaySince(people.time(visit.awaySince), people.longWait(minutesBetween(visit.awaySince, now)))}
        </Fact>
      )}
      <Fact name={words.equipment}>
        <Equipment visit={visit} />
      </Fact>
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Equipment({ visit }: { visit: QueueVisit }) {
  return (
    <>
      <span class="person-device">
        {visit.picture === 'works' ? <CameraIcon size={20} /> : <CameraOffIcon size={20} />}
        {words.picture[visit.picture]}
      </span>
      <span class="person-device">
        {visit.sound === 'works' ? <MicrophoneIcon size={20} /> : <MicrophoneOffIcon size={20} />}
        {words.sound[visit.sound]}
      </span>
    </>
  )
}
