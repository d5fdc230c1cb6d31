// The check as it goes on and what it found, in one place that changes: nothing jumps, and the focus stays.
import { useRef } from 'preact/hooks'
import type { EquipmentFindings } from '#domain/equipment'
import type { Readiness } from '#domain/equipment-verdict'
import { words as findingWords } from '#text/findings'
import { words } from '#text/prepare'
import { MOST_MB, MOST_SECONDS } from '../../checks/connection.ts'
import { barAt } from '../../checks/stages.ts'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import type { Surroundings } from '../equipment/surroundings.ts'
import type { CheckModel, CheckStep as Step } from './check-model.ts'
import { FindingList } from './finding-list.tsx'
import { outcomeOf } from './result.ts'
import { StepHead } from './step-head.tsx'
import './answers.scss'
import './check-step.scss'

export interface CheckStepProps {
  check: CheckModel
  caption?: string
  /** h1 where the check is all of the page. */
  heading?: 'h1' | 'h2'
  judge: (findings: EquipmentFindings | null) => Readiness
  here: Surroundings
  useSound: (() => void) | null
  phoneMe: (() => void) | null
  /** Shown between what was found and the buttons. */
  after?: preact.ComponentChildren
  /** Where looking once more begins with something else. */
  again?: () => void
  /** The button that goes on once it is done. */
  onDone: { readonly words: string; readonly press: () => void } | null
}

export function CheckStep(props: CheckStepProps) {
  const { check } = props
  const step = useStore(check.step)
  const findings = useStore(check.findings)
  const box = useRef<HTMLDivElement>(null)
  // The button that was pressed goes: the heading above it keeps the place.
  const press = (act: () => void) => () => {
    box.current?.querySelector<HTMLElement>('h1, h2')?.focus({ preventScroll: true })
    act()
  }
  const readiness = props.judge(findings)
  const outcome = outcomeOf(readiness)
  const done = step.at === 'done'
  const trouble = done && readiness.next !== null && outcome !== 'well' && outcome !== 'partly'
  return (
    <div ref={box} class="check stack">
      <StepHead focus caption={props.caption} level={props.heading}>
        {done ? words.result[outcome] : step.at === 'before-connection' ? words.dataTitle : words.checkTitle}
      </StepHead>
      <p role="status">{lineOf(step, outcome)}</p>
      {trouble && readiness.next && (
        <p class="check-next">
          <strong>{findingWords.steps[readiness.next]}</strong>
        </p>
      )}
      {step.at === 'before-connection' && <Data seconds={step.seconds} check={check} press={press} />}
      {(step.at === 'looking' || step.at === 'measuring') && <Progress step={step} />}
      {step.at === 'looking' && step.stage === 'speaker' && (
        <Button kind="secondary" size="small" onPress={press(check.skip)}>
          {words.skipPart}
        </Button>
      )}
      {(done || findings) && (
        <FindingList
          items={readiness.items}
          findings={findings}
          here={props.here}
          running={!done}
          said={trouble ? readiness.next : null}
        />
      )}
      {done && findings?.speaker && findings.speaker.heard === null && <Heard check={check} press={press} />}
      {(step.at === 'looking' || step.at === 'measuring') && (
        <Button kind="secondary" onPress={press(check.stop)}>
          {words.stop}
        </Button>
      )}
      {done && props.after}
      {done && <Ways {...props} press={press} outcome={outcome} trouble={trouble} />}
    </div>
  )
}

function lineOf(step: Step, outcome: ReturnType<typeof outcomeOf>): string {
  switch (step.at) {
    case 'not-begun':
      return words.looking
    case 'looking':
      if (step.waiting === 'page') return words.waitingPage
      if (step.waiting === 'answer') return words.waitingAnswer
      if (step.sound) return step.sound === 'soon' ? words.soundSoon : words.soundPlaying
      return words.now[step.stage]
    case 'before-connection':
      return words.data(MOST_MB, MOST_SECONDS)
    case 'measuring':
      return words.now.connection
    case 'done':
      return words.resultText[outcome]
  }
}

type Press = (act: () => void) => () => void

function Data({ seconds, check, press }: { seconds: number | null; check: CheckModel; press: Press }) {
  return (
    <>
      {/* Not said again every second: the words above it are said once. */}
      <p class="soft">{seconds === null ? words.dataCost : words.dataSoon(seconds)}</p>
      <div class="prepare-answers">
        <Button size="large" onPress={press(check.measureNow)}>
          {seconds === null ? words.dataStart : words.dataStartNow}
        </Button>
        <Button kind="secondary" wide onPress={press(check.withoutConnection)}>
          {words.dataNo}
        </Button>
      </div>
    </>
  )
}

/** A bar for what the devices take, and another for the connection: between them the person reads, and may go no further. */
function Progress({ step }: { step: Extract<Step, { at: 'looking' | 'measuring' }> }) {
  const share = step.at === 'measuring' ? step.share : step.progress / barAt('connection', 0)
  const percent = Math.round(Math.min(1, share) * 100)
  return (
    <div
      class="check-bar"
      role="progressbar"
      aria-label={words.checkTitle}
      aria-valuenow={percent}
      aria-valuetext={words.measured(percent)}
    >
      <span style={{ width: `${percent}%` }} />
    </div>
  )
}

function Heard({ check, press }: { check: CheckModel; press: Press }) {
  return (
    <div class="check-heard">
      <p>
        <strong>{words.heardAsk}</strong>
      </p>
      <div>
        <Button kind="secondary" onPress={press(() => check.sayHeard(true))}>
          {words.heardYes}
        </Button>
        <Button kind="secondary" onPress={press(() => check.sayHeard(false))}>
          {words.heardNo}
        </Button>
      </div>
    </div>
  )
}

interface WaysProps extends CheckStepProps {
  press: Press
  outcome: ReturnType<typeof outcomeOf>
  trouble: boolean
}

/** One main button: what serves best as things are. */
function Ways({ check, useSound, phoneMe, onDone, press, outcome, trouble, ...props }: WaysProps) {
  const sound = outcome === 'soundFirst' && useSound
  const phone = outcome === 'phone' && phoneMe
  const again = props.again ?? (trouble ? check.again : check.begin)
  return (
    <div class="prepare-answers">
      {phone ? (
        <Button size="large" onPress={phone}>
          {words.phoneMe}
        </Button>
      ) : sound ? (
        <Button size="large" onPress={sound}>
          {words.useSound}
        </Button>
      ) : (
        onDone && (
          <Button size="large" onPress={onDone.press}>
            {onDone.words}
          </Button>
        )
      )}
      <Button
        kind={onDone || !trouble ? 'secondary' : 'primary'}
        size={onDone || !trouble ? 'normal' : 'large'}
        wide
        onPress={press(again)}
      >
        {trouble ? words.tryAgain : words.checkAgain}
      </Button>
      {(phone || sound) && onDone && (
        <Button kind="quiet" onPress={onDone.press}>
          {onDone.words}
        </Button>
      )}
    </div>
  )
}
