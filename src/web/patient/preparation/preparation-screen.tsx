// Getting ready before the day: three steps as a list with one big button, and each step as a page of its own.
import type { InvitationView } from '#contract/appointment'
import { nextStep, PREPARATION_STEPS, type PreparationStep, preparedOf } from '#domain/preparation'
import { words as invitation } from '#text/invitation'
import { words } from '#text/preparation'
import { useStore } from '../../kit/store.ts'
import type { LocalMedia } from '../../media/local.ts'
import { Button } from '../../ui/button/button.tsx'
import { TickCircleIcon } from '../../ui/icon/signs.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { Steps } from '../../ui/steps/steps.tsx'
import { TextArea } from '../../ui/text-area/text-area.tsx'
import { Title } from '../../ui/title/title.tsx'
import { EquipmentScreen } from '../equipment/equipment-screen.tsx'
import type { Surroundings } from '../equipment/surroundings.ts'
import type { FormsPart } from '../forms-part.ts'
import type { PracticeModel } from '../practice/practice-model.ts'
import type { CheckModel } from '../prepare/check-model.ts'
import { CheckStep } from '../prepare/check-step.tsx'
import { planText } from '../prepare/plan-text.ts'
import { PrepareCard } from '../prepare/prepare-card.tsx'
import type { PreparationModel } from './preparation-model.ts'
import './preparation.scss'

export interface PreparationScreenProps {
  model: PreparationModel
  forms: FormsPart
  here: Surroundings
  local: LocalMedia
  /** When it is, and from when on they may come in, in words. */
  when: string
  opens: string
  /** The time has come: goes to the appointment; null before. */
  comeIn: (() => void) | null
}

export function PreparationScreen(props: PreparationScreenProps) {
  const { model, comeIn } = props
  const state = useStore(model.state)
  return (
    <div class="preparation stack">
      {comeIn && (
        <Notice
          kind="success"
          title={words.now}
          live="polite"
          actions={<Button onPress={comeIn}>{words.nowButton}</Button>}
        >
          <p>{words.nowText}</p>
        </Notice>
      )}
      {state.at === 'overview' ? <Overview {...props} /> : <Step {...props} />}
    </div>
  )
}

function Step({ model, forms, here, local, opens }: PreparationScreenProps) {
  const state = useStore(model.state)
  const fillsIn = useStore(forms.model.state).at === 'open' && state.at === 'tell'
  const step: PreparationStep = state.at === 'read' || state.at === 'tell' ? state.at : 'device'
  return (
    <>
      <Steps current={PREPARATION_STEPS.indexOf(step) + 1} total={PREPARATION_STEPS.length} />
      {state.at === 'read' && <Read model={model} opens={opens} />}
      {state.at === 'device' && (
        <>
          <Title tab={invitation.tab}>{words.steps.device}</Title>
          <PrepareCard
            prepare={state.prepare}
            plan={model.view.plan}
            here={here}
            local={local}
            address={null}
            useSound={null}
            phoneMe={null}
          />
        </>
      )}
      {state.at === 'check' && <Check model={model} practice={state.practice} here={here} />}
      {state.at === 'tell' && <Tell model={model} forms={forms} />}
      {!fillsIn && (
        <p>
          <Button kind="quiet" onPress={model.back}>
            {words.back}
          </Button>
        </p>
      )}
    </>
  )
}

const whoOf = ({ practitionerName, practitionerTitle }: InvitationView, team: string) =>
  practitionerName === null ? team : words.who(practitionerName, practitionerTitle)

function Overview({ model, when, opens, comeIn }: PreparationScreenProps) {
  const { steps } = useStore(model.kept)
  const calendar = useStore(model.calendar)
  const { view } = model
  const next = nextStep(steps)
  const ready = preparedOf(steps) === 'yes'
  const facts: [string, string][] = [
    [invitation.time, when],
    [invitation.with, whoOf(view, invitation.team)],
    [words.length, words.minutes(view.minutes)],
  ]
  return (
    <>
      <Title tab={invitation.tab}>{ready ? words.readyTitle(view.firstName) : words.title(view.firstName)}</Title>
      <dl class="invitation-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
      <p>{ready ? words.readyText : words.lead}</p>
      <ol class="preparation-steps" aria-label={words.list}>
        {PREPARATION_STEPS.map((step, index) => (
          <Line key={step} step={step} number={index + 1} done={steps[step]} next={step === next} model={model} />
        ))}
      </ol>
      {next && (
        <Button size="large" onPress={() => model.begin(next)}>
          {words.begin[next]}
        </Button>
      )}
      {!comeIn && (
        <Notice title={words.comeIn(opens)}>
          <p>{words.comeInText}</p>
        </Notice>
      )}
      <div class="stack-s">
        <Button kind="secondary" wide onPress={calendar === 'busy' ? null : () => void model.addToCalendar()}>
          {words.calendar}
        </Button>
        {calendar === 'failed' && <p role="alert">{words.calendarFailed}</p>}
      </div>
    </>
  )
}

interface LineProps {
  step: PreparationStep
  number: number
  done: boolean
  /** The big button below begins it. */
  next: boolean
  model: PreparationModel
}

function Line({ step, number, done, next, model }: LineProps) {
  return (
    <li class={done ? 'preparation-done' : undefined}>
      <span class="preparation-sign" aria-hidden="true">
        {done ? <TickCircleIcon size={32} /> : <span class="preparation-number">{number}</span>}
      </span>
      <span class="preparation-name">
        <strong>{words.steps[step]}</strong>
        <span class="soft small">{done ? words.done : words.open}</span>
      </span>
      {!next && (
        <Button
          kind="quiet"
          size="small"
          label={done ? words.againLong(step) : words.doLong(step)}
          onPress={() => model.begin(step)}
        >
          {done ? words.again : words.doNow}
        </Button>
      )}
    </li>
  )
}

function Read({ model, opens }: { model: PreparationModel; opens: string }) {
  const { view } = model
  const parts = [
    { title: words.why, text: planText(view.plan, 'reason') },
    { title: words.wear, text: planText(view.plan, 'wear') },
    { title: words.have, text: planText(view.plan, 'have') },
    { title: words.safety, text: planText(view.plan, 'safety') },
  ].filter(({ text }) => text !== '')
  return (
    <>
      <Title tab={invitation.tab}>{words.readTitle}</Title>
      <ol class="preparation-happens">
        {words.happens(opens, whoOf(view, words.someone), view.minutes).map((line) => (
          <li key={line} dir="auto">
            {line}
          </li>
        ))}
      </ol>
      {parts.map(({ title, text }) => (
        <section key={title}>
          <h2>{title}</h2>
          <p dir="auto">{text}</p>
        </section>
      ))}
      <Button size="large" onPress={model.done}>
        {words.readDone}
      </Button>
    </>
  )
}

interface CheckProps {
  model: PreparationModel
  practice: PracticeModel
  here: Surroundings
}

function Check({ model, practice, here }: CheckProps) {
  const step = useStore(practice.step)
  if (step.at === 'equipment') return <EquipmentScreen check={step.equipment} here={here} before={0} />
  if (step.at === 'check') return <Checked model={model} practice={practice} check={step.check} here={here} />
  return null
}

function Checked({ model, practice, check, here }: CheckProps & { check: CheckModel }) {
  const phone = model.readiness(useStore(check.findings)).means === 'phone'
  return (
    <CheckStep
      heading="h1"
      check={check}
      judge={model.readiness}
      here={here}
      useSound={null}
      phoneMe={null}
      again={practice.begin}
      after={<p class={phone ? undefined : 'soft'}>{phone ? words.phone : words.kept}</p>}
      onDone={{ words: words.checkDone, press: model.done }}
    />
  )
}

function Tell({ model, forms }: { model: PreparationModel; forms: FormsPart }) {
  const state = useStore(forms.model.state)
  const { questions } = useStore(model.kept)
  if (state.at === 'open') return <forms.FormScreen model={state.form} onClose={forms.model.close} />
  return (
    <>
      <Title tab={invitation.tab}>{words.tellTitle}</Title>
      <forms.FormCards model={forms.model} />
      <TextArea
        id="questions"
        label={words.questions}
        hint={words.questionsHint}
        optional
        rows={4}
        value={questions}
        onInput={model.typeQuestions}
      />
      <Button size="large" onPress={model.done}>
        {words.tellDone}
      </Button>
    </>
  )
}
