// The page for trying everything out: what will happen, the proofs of camera and sound, the check, and one page that says
// how it went and what to do.
import { useEffect } from 'preact/hooks'
import { words } from '#text/practice'
import { words as ways } from '#text/ways'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Steps } from '../../ui/steps/steps.tsx'
import { Title } from '../../ui/title/title.tsx'
import { DoorDrawing } from '../door/drawing.tsx'
import { EquipmentScreen } from '../equipment/equipment-screen.tsx'
import type { Surroundings } from '../equipment/surroundings.ts'
import type { CheckModel } from '../prepare/check-model.ts'
import { CheckStep } from '../prepare/check-step.tsx'
import { SupportContacts } from '../ways-out/ways-out.tsx'
import type { PracticeModel } from './practice-model.ts'
import '../door/door-screen.scss'
import { QuickExit } from '../quick-exit/quick-exit-button.tsx'
import './practice-screen.scss'

export interface PracticeScreenProps {
  practice: PracticeModel
  here: Surroundings
}

export function PracticeScreen({ practice, here }: PracticeScreenProps) {
  const step = useStore(practice.step)
  const welcome = useStore(practice.welcome)
  return (
    <Page
      organisation={welcome?.organisationName}
      part={words.part}
      sample={welcome?.sample ?? false}
      aside={<QuickExit />}
    >
      {step.at === 'start' && <Start practice={practice} />}
      {step.at === 'equipment' && <EquipmentScreen check={step.equipment} here={here} before={0} />}
      {step.at === 'check' && <Check practice={practice} check={step.check} here={here} />}
      <div class="practice-foot">
        {welcome && <SupportContacts support={welcome.support} before={ways.helpPhone} without={null} />}
      </div>
    </Page>
  )
}

function Start({ practice }: { practice: PracticeModel }) {
  return (
    <div class="stack">
      <DoorDrawing />
      <Title tab={words.tab}>{words.title}</Title>
      <p>{words.text}</p>
      <div class="door-start">
        <Button size="large" onPress={practice.begin}>
          {words.start}
        </Button>
        <p class="soft small">{words.startNote}</p>
      </div>
      <section class="door-steps">
        <h2>{words.stepsTitle}</h2>
        <ol>
          {words.steps.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </section>
      <p class="soft">{words.private}</p>
    </div>
  )
}

function Check({ practice, check, here }: { practice: PracticeModel; check: CheckModel; here: Surroundings }) {
  const { at } = useStore(check.step)
  const phone = practice.readiness(useStore(check.findings)).means === 'phone'
  useEffect(() => {
    document.title = words.tab
  }, [])
  return (
    <div class="practice-check stack">
      <Steps current={3} total={3} />
      <div>
        <CheckStep
          heading="h1"
          check={check}
          judge={practice.readiness}
          here={here}
          useSound={null}
          phoneMe={null}
          again={practice.begin}
          after={phone && <p>{words.phone}</p>}
          onDone={null}
        />
      </div>
      {at === 'done' && <Day />}
      {at === 'done' && <p class="soft">{words.private}</p>}
    </div>
  )
}

function Day() {
  return (
    <section class="practice-day">
      <h2>{words.dayTitle}</h2>
      <ul>
        {words.day.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}
