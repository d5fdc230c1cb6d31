// A phone consultation in the place of the picture: the number, what to say first, tries without an answer, and the way to
// video, which both have to want.
import type { ConsultationView } from '#contract/visit'
import { phoneHref } from '#domain/phone'
import { words } from '#text/phone-practitioner'
import { words as callWords } from '#text/practitioner-call'
import { useStore } from '../../../kit/store.ts'
import { typed } from '../../../text/typed.ts'
import { Button } from '../../../ui/button/button.tsx'
import { PhoneIcon } from '../../../ui/icon/equipment.tsx'
import { CopyButton } from '../../parts/copy-button.tsx'
import type { CallActions, PractitionerCallModel } from '../practitioner-state.ts'
import './phone-stage.scss'

export interface PhoneStageProps {
  model: PractitionerCallModel
  view: ConsultationView
  name: string
  /** Nothing of the patient is shown. */
  locked: boolean
}

export function PhoneStage({ model, view, name, locked }: PhoneStageProps) {
  const actions = useStore(model.actions)
  const contact = useStore(model.beside.contact.contact)
  const phone = contact?.phone ?? view.patient.phone
  const noAnswers = view.phoning?.noAnswers ?? []
  const last = noAnswers.at(-1)
  return (
    <section class="stage phone-stage" aria-label={words.label(name)}>
      {view.status === 'on-hold' ? (
        <div class="phone-stage-card">
          <p class="stage-title">{words.hold.title(name)}</p>
          <p class="stage-hint">{words.hold.text(name)}</p>
          <Button onPress={locked ? null : actions.resume}>{words.hold.resume}</Button>
        </div>
      ) : (
        <div class="phone-stage-card">
          <p class="stage-title">{words.title(name)}</p>
          <p class="stage-hint">{words.nothingSent}</p>
          {!locked && (
            <>
              {phone ? <CallBack phone={phone} again={noAnswers.length > 0} /> : <p>{words.noNumber(name)}</p>}
              <div class="phone-stage-script">
                <h2>{words.script}</h2>
                <ol>
                  {words.scriptLines.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ol>
              </div>
              <div class="phone-stage-row">
                <Button kind="secondary" onPress={actions.noAnswer}>
                  {words.noAnswer}
                </Button>
                <p role="status">{last !== undefined && words.tries(noAnswers.length, callWords.time(last))}</p>
              </div>
              <Video actions={actions} name={name} ask={view.phoning?.videoAsk ?? null} />
            </>
          )}
        </div>
      )}
    </section>
  )
}

function CallBack({ phone, again }: { phone: string; again: boolean }) {
  return (
    <div class="phone-stage-number">
      <a class="phone-stage-link" href={phoneHref(phone)} aria-label={(again ? words.callAgain : words.call)(phone)}>
        <PhoneIcon size={32} />
        <span>{typed(phone)}</span>
      </a>
      <CopyButton text={phone}>{words.copy}</CopyButton>
    </div>
  )
}

type VideoAsk = NonNullable<ConsultationView['phoning']>['videoAsk']

function Video({ actions, name, ask }: { actions: CallActions; name: string; ask: VideoAsk }) {
  const said =
    ask === 'practitioner'
      ? words.asked(name)
      : ask === 'patient'
        ? words.wanted(name)
        : ask === 'declined'
          ? words.declined(name)
          : words.askVideoHint(name)
  return (
    <div class="phone-stage-row">
      {ask !== 'practitioner' && (
        <Button kind={ask === 'patient' ? 'primary' : 'secondary'} onPress={actions.askVideo}>
          {ask === 'patient' ? words.toVideo : words.askVideo}
        </Button>
      )}
      <p role="status">{said}</p>
    </div>
  )
}
