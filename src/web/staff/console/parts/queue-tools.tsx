// Finding somebody in the queue: a name or a date of birth, how many there are in which state, and what else to go by.
import { useState } from 'preact/hooks'
import type { PlanView } from '#contract/plan'
import { words as texts } from '#text/console'
import { Button } from '../../../ui/button/button.tsx'
import { planName } from '../../plans/plan-words.ts'
import type { ConsoleDesk, ConsoleModel } from '../console-model.ts'
import { QUEUE_STATES, type QueueState, WAITS_OFFERED } from '../queue-filter.ts'

const words = texts.filter

export interface QueueToolsProps {
  desk: ConsoleDesk
  console: Pick<ConsoleModel, 'setFilter' | 'clearFilter'>
  planOf: (planId: string) => PlanView | null
}

export function QueueTools({ desk, console, planOf }: QueueToolsProps) {
  const { filter, filtering, counts, everybody, lines, planIds } = desk
  const [more, setMore] = useState(false)
  const wanted = filter.longerThan !== null || filter.planId !== null
  return (
    <search class="queue-tools" aria-label={words.label}>
      <div class="queue-find">
        <input
          dir="auto"
          type="search"
          class="field-box"
          aria-label={words.search}
          placeholder={words.search}
          autocomplete="off"
          spellcheck={false}
          maxLength={80}
          value={filter.search}
          onInput={(event) => console.setFilter({ search: event.currentTarget.value })}
        />
        <Button
          kind="secondary"
          class="queue-more"
          expanded={more || wanted}
          onPress={wanted ? null : () => setMore(!more)}
        >
          {words.more}
        </Button>
      </div>
      <div class={more || wanted ? 'queue-selects queue-selects-open' : 'queue-selects'}>
        <select
          class="field-box select-field"
          aria-label={words.wait}
          value={filter.longerThan ?? ''}
          onChange={(event) => console.setFilter({ longerThan: Number(event.currentTarget.value) || null })}
        >
          <option value="">{words.anyWait}</option>
          {WAITS_OFFERED.map((minutes) => (
            <option key={minutes} value={minutes}>
              {words.longerThan(minutes)}
            </option>
          ))}
        </select>
        <select
          class="field-box select-field"
          aria-label={words.purpose}
          value={filter.planId ?? ''}
          onChange={(event) => console.setFilter({ planId: event.currentTarget.value || null })}
        >
          <option value="">{words.anyPurpose}</option>
          {planIds.map((id) => (
            <option key={id} value={id}>
              {planName(planOf(id))}
            </option>
          ))}
        </select>
      </div>
      <fieldset class="queue-states">
        <legend class="visually-hidden">{words.states}</legend>
        <State state={null} count={everybody} {...{ desk, console }} />
        {QUEUE_STATES.map((state) => (
          <State key={state} state={state} count={counts[state]} {...{ desk, console }} />
        ))}
      </fieldset>
      <p class="queue-found" role="status">
        {filtering && (
          <>
            <span>{words.found(lines.length, everybody)}</span>
            <Button kind="quiet" size="small" onPress={console.clearFilter}>
              {words.clear}
            </Button>
          </>
        )}
      </p>
    </search>
  )
}

interface StateProps extends Pick<QueueToolsProps, 'desk' | 'console'> {
  state: QueueState | null
  count: number
}

function State({ state, count, desk, console }: StateProps) {
  const on = desk.filter.state === state
  return (
    <label class={`queue-state-choice${on ? ' queue-state-on' : ''}${count === 0 ? ' queue-state-none' : ''}`}>
      <input type="radio" name="queue-state" checked={on} onChange={() => console.setFilter({ state })} />
      <span>{words[state ?? 'everybody']}</span> <b>{count}</b>
    </label>
  )
}
