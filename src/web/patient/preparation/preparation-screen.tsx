// Getting ready before the day: three steps as a list with one big button, and each step as a page of its own.
import { PREPARATION_STEPS, type PreparationStep } from '#domain/preparation'
import { words as invitation } from '#text/invitation'
import { words } from '#text/preparation'
import { useStore } from '../../kit/store.ts'
import type { LocalMedia } from '../../media/local.ts'
import { Button } from '../../ui/button/button.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { Steps } from '../../ui/steps/steps.tsx'
import { TextArea } from '../../ui/text-area/text-area.tsx'
import { Title } from '../../ui/title/title.tsx'
import { EquipmentScreen } from '../equipment/equipment-screen.tsx'
import type { Surroundings } from '../equipment/surroundings.ts'
import type { FormsPart } from '../forms-part.ts'
import { Photos } from '../photos/photos.tsx'
import type { PhotosModel } from '../photos/photos-model.ts'
import type { PracticeModel } from '../practice/practice-model.ts'
import type { CheckModel } from '../prepare/check-model.ts'
import { CheckStep } from '../prepare/check-step.tsx'
import { planText } from '../prepare/plan-text.ts'
import { PrepareCard } from '../prepare/prepare-card.tsx'
import type { PreparationModel } from './preparation-model.ts'
import { PreparationOverview, type PreparationOverviewProps, whoOf } from './preparation-overview.tsx'
import './preparation.scss'

export interface PreparationScreenProps extends PreparationOverviewProps {
  forms: FormsPart
  photos: PhotosModel
  here: Surroundings
  local: LocalMedia
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
      {state.at === 'overview' ? <PreparationOverview {...props} /> : <Step {...props} />}
    </div>
  )
}

function Step({ model, forms, photos, here, local, opens }: PreparationScreenProps) {
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
      {state.at === 'tell' && <Tell model={model} forms={forms} photos={photos} />}
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
  if (step.at === 'equipment') return <EquipmentScreen check={step.equipment} here={here} before={null} />
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

interface TellProps {
  model: PreparationModel
  forms: FormsPart
  photos: PhotosModel
}

function Tell({ model, forms, photos }: TellProps) {
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
      <Photos model={photos} />
      <Button size="large" onPress={model.done}>
        {words.tellDone}
      </Button>
    </>
  )
}
