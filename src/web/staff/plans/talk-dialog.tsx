// The talk about devices, practitioner's side: questions at the left, and at the right what the rules advise, in the
// patient's words to read out and with the rule each sentence comes from. What is agreed is noted with one press.
import type { Advice, DeviceAnswers, RankedDevice } from '#domain/advice'
import { DEVICE_KINDS, type DeviceKind } from '#domain/plan'
import { words as texts } from '#text/plans-staff'
import { words as problems } from '#text/problems'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { Dialog } from '../../ui/dialog/dialog.tsx'
import { Disclosure } from '../../ui/disclosure/disclosure.tsx'
import { TickCircleIcon, TickIcon } from '../../ui/icon/signs.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { deviceReasons, readOut, toldToStaff } from './advice-words.ts'
import { AgreedWords } from './agreed-words.tsx'
import { RuleLine } from './rule-line.tsx'
import type { TalkModel } from './talk-model.ts'
import { TalkQuestions } from './talk-questions.tsx'
import './talk.scss'

const words = texts.talk

export interface TalkDialogProps {
  name: string
  model: TalkModel
  /** What the rules say to these answers. */
  advise: (answers: DeviceAnswers) => Advice | null
  reachable: boolean
  onClose: () => void
}

export function TalkDialog({ name, model, advise, reachable, onClose }: TalkDialogProps) {
  const { answers, agreed, request } = useStore(model.state)
  const advice = advise(answers)
  const agree = reachable ? model.agree : null
  return (
    <Dialog open wide firm title={words.dialogTitle(name)} onClose={onClose}>
      {request.kind === 'refused' && (
        <Notice
          kind="error"
          title={words.notSaved}
          live="assertive"
          actions={
            <Button kind="secondary" size="small" onPress={model.again}>
              {words.saveAgain}
            </Button>
          }
        >
          <p>{problems[request.refusal.code](request.refusal.detail)}</p>
        </Notice>
      )}
      <div class="talk">
        <div>
          <TalkQuestions answers={answers} onAnswer={model.answer} />
          <p class="soft small talk-saved" role="status">
            {request.kind === 'busy' && words.saving}
            {request.kind === 'done' && words.saved}
          </p>
        </div>
        <section class="talk-result" aria-label={words.result}>
          {agreed && (
            <p class="talk-agreed" role="status">
              <TickCircleIcon size={20} />
              <span>
                <AgreedWords agreed={agreed} />
              </span>
            </p>
          )}
          <Result advice={advice} agreed={agreed?.device ?? null} onAgree={agree} />
        </section>
      </div>
    </Dialog>
  )
}

interface ResultProps {
  advice: Advice | null
  agreed: DeviceKind | null
  onAgree: ((device: DeviceKind) => void) | null
}

function Result({ advice, agreed, onAgree }: ResultProps) {
  if (!advice) return <p class="soft">{words.nothingKnown}</p>
  const { offer, devices } = advice
  const out = readOut(advice)
  const told = toldToStaff(advice)
  const others = DEVICE_KINDS.filter((kind) => !devices.some(({ device }) => device === kind))
  return (
    <>
      {advice.inPerson && <Notice kind="warning" title={words.inPerson} />}
      {offer.is === 'nothing-known' && <p class="soft">{words.nothingKnown}</p>}
      {offer.is === 'no-device' && <p>{words.noDevice}</p>}
      {devices.map((ranked, place) => (
        <Ranked key={ranked.device} ranked={ranked} place={place} advice={advice} agreed={agreed} onAgree={onAgree} />
      ))}
      {out.length > 0 && (
        <div class="talk-read-out">
          <h3>{words.readOut}</h3>
          <ul class="rule-lines">
            {out.map((line) => (
              <RuleLine key={line.id} {...line} />
            ))}
          </ul>
        </div>
      )}
      {told.length > 0 && (
        <div>
          <h3>{words.forYou}</h3>
          <ul class="rule-lines small">
            {told.map((line) => (
              <RuleLine key={line.id} {...line} />
            ))}
          </ul>
        </div>
      )}
      <Disclosure summary={words.agreeOther}>
        <div class="talk-chips">
          {others.map((kind) => (
            <Button
              key={kind}
              kind="secondary"
              size="small"
              pressed={agreed === kind}
              onPress={onAgree && (() => onAgree(kind))}
            >
              {texts.kinds[kind]}
            </Button>
          ))}
        </div>
      </Disclosure>
    </>
  )
}

function Ranked({
  ranked,
  place,
  advice,
  agreed,
  onAgree,
}: ResultProps & {
  ranked: RankedDevice
  place: number
  advice: Advice
}) {
  const { device, placing } = ranked
  const { offer } = advice
  const theirs = offer.is === 'both' && offer.preferred === device
  const reasons = deviceReasons(ranked, advice)
  return (
    <article class={place === 0 ? 'talk-device talk-device-best' : 'talk-device'}>
      <p class="talk-place">{place === 0 ? words.best : theirs ? words.theirs : words.next}</p>
      <h3>{words.device(texts.kinds[device], words.placing[placing])}</h3>
      {theirs && <p class="small">{words.reasons[offer.reason]}</p>}
      {reasons.length > 0 && (
        <ul class="rule-lines small">
          {reasons.map((line) => (
            <RuleLine key={line.id} {...line} />
          ))}
        </ul>
      )}
      <Button
        kind={place === 0 ? 'primary' : 'secondary'}
        size="small"
        pressed={agreed === device}
        icon={agreed === device && <TickIcon size={20} />}
        onPress={onAgree && (() => onAgree(device))}
      >
        {words.agree(texts.kindsIn[device])}
      </Button>
    </article>
  )
}
