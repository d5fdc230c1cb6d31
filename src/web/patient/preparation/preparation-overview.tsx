// Where somebody who gets ready begins and comes back to: the appointment, the three steps with what is done, and one big
// button for the next.
import type { InvitationView } from '#contract/appointment'
import { nextStep, PREPARATION_STEPS, type PreparationStep, preparedOf } from '#domain/preparation'
import { words as invitation } from '#text/invitation'
import { words } from '#text/preparation'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { TickCircleIcon } from '../../ui/icon/signs.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { Title } from '../../ui/title/title.tsx'
import { FactList } from '../invitation/fact-list.tsx'
import type { PreparationModel } from './preparation-model.ts'

export interface PreparationOverviewProps {
  model: PreparationModel
  /** When it is, and from when on they may come in, in words. */
  when: string
  opens: string
  /** The time has come: goes to the appointment; null before. */
  comeIn: (() => void) | null
}

/** With whom, in words. `team`: where it is anyone of the team. */
export const whoOf = ({ practitionerName, practitionerTitle }: InvitationView, team: string) =>
  practitionerName === null ? team : words.who(practitionerName, practitionerTitle)

export function PreparationOverview({ model, when, opens, comeIn }: PreparationOverviewProps) {
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
      <FactList facts={facts} />
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
