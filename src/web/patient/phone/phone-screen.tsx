// A phone consultation as the patient sees it: who phones, on which number, that camera and microphone are off, and the way
// back to video, which both have to agree to.
import { words } from '#text/phone'
import { words as times } from '#text/time'
import { words as waitingWords } from '#text/waiting'
import { useStore } from '../../kit/store.ts'
import { typed } from '../../text/typed.ts'
import { Button } from '../../ui/button/button.tsx'
import { CameraIcon, PhoneIcon } from '../../ui/icon/equipment.tsx'
import { LockIcon } from '../../ui/icon/signs.tsx'
import { PenIcon, SignOutIcon } from '../../ui/icon/work.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { Title } from '../../ui/title/title.tsx'
import type { PatientVisitModel } from '../visit-model.ts'
import { Messages } from '../waiting/messages.tsx'
import { Questions } from '../waiting/questions.tsx'
import type { WaitingModel } from '../waiting/waiting-model.ts'
import './phone-screen.scss'

export interface PhoneScreenProps {
  visit: PatientVisitModel
  waiting: WaitingModel
}

export function PhoneScreen({ visit, waiting }: PhoneScreenProps) {
  const view = useStore(visit.view)
  const { state, phone, phoning } = view
  if (state.status !== 'being-seen' && state.status !== 'on-hold') return null
  const name = state.practitionerName || words.clinic
  const onHold = state.status === 'on-hold'
  const missed = phoning?.noAnswers.at(-1)
  return (
    <div class="stack">
      <Title tab={onHold ? words.tabHold : words.tab}>{onHold ? words.titleHold(name) : words.title(name)}</Title>
      <section class="phone-now" aria-live="polite">
        <p class="phone-now-words">{phone ? words.number : words.noNumber}</p>
        {phone && (
          <p class="phone-now-number">
            <PhoneIcon size={32} />
            {typed(phone)}
          </p>
        )}
        <p>{onHold ? words.hold : words.near}</p>
        <p>{words.hidden}</p>
        <p class="phone-now-off">
          <LockIcon size={20} />
          <span>{words.off}</span>
        </p>
        <Button kind="secondary" icon={<PenIcon size={20} />} onPress={() => waiting.ask('change-number')}>
          {phone ? words.changeNumber : words.giveNumber}
        </Button>
      </section>
      {missed !== undefined && !onHold && (
        <Notice kind="warning" title={words.missedTitle(times.clock(missed))} live="polite">
          <p>{words.missedText}</p>
        </Notice>
      )}
      <Video visit={visit} waiting={waiting} name={name} ask={phoning?.videoAsk ?? null} />
      <Messages visit={visit} waiting={waiting} />
      <p class="waiting-leave">
        <Button kind="quiet" icon={<SignOutIcon size={20} />} onPress={() => waiting.ask('leave')}>
          {waitingWords.leave}
        </Button>
      </p>
      <Questions waiting={waiting} phone={phone} />
    </div>
  )
}

type VideoAsk = NonNullable<ReturnType<PatientVisitModel['view']['get']>['phoning']>['videoAsk']

interface VideoProps {
  visit: PatientVisitModel
  waiting: WaitingModel
  name: string
  ask: VideoAsk
}

function Video({ visit, waiting, name, ask }: VideoProps) {
  const { busy, refused, question } = useStore(waiting.state)
  const stay = () => visit.bePhoned(null)
  return (
    <>
      {ask === 'practitioner' ? (
        <Notice
          title={words.askTitle(name)}
          live="assertive"
          actions={
            <>
              <Button busy={busy && words.saving} onPress={waiting.useVideo}>
                {words.askYes}
              </Button>
              <Button kind="secondary" onPress={stay}>
                {words.askNo}
              </Button>
            </>
          }
        >
          <p>{words.askText}</p>
        </Notice>
      ) : ask === 'patient' ? (
        <Notice
          title={words.wantTitle}
          live="polite"
          actions={
            <Button kind="secondary" onPress={stay}>
              {words.askNo}
            </Button>
          }
        >
          <p>{words.wantText(name)}</p>
        </Notice>
      ) : (
        <p>
          <Button
            kind="secondary"
            icon={<CameraIcon size={20} />}
            busy={busy && words.saving}
            onPress={waiting.useVideo}
          >
            {words.video}
          </Button>
        </p>
      )}
      {refused && question === 'none' && (
        <Notice kind="error" live="assertive">
          <p>{refused}</p>
        </Notice>
      )}
    </>
  )
}
