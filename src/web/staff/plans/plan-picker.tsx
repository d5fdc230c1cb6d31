// Choosing a plan from all that the organisation offers: type a few letters, or look through the groups. The keyboard
// stays in the field: arrows mark, Enter chooses.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { PlanView } from '#contract/plan'
import { words as texts } from '#text/plans-staff'
import { words as problems } from '#text/problems'
import type { RequestState } from '../../kit/api-call.ts'
import { Button } from '../../ui/button/button.tsx'
import { Dialog } from '../../ui/dialog/dialog.tsx'
import { Field } from '../../ui/field/field.tsx'
import { TickIcon } from '../../ui/icon/signs.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { Spinner } from '../../ui/spinner/spinner.tsx'
import type { PlansState } from './plan-catalogue-model.ts'
import { findPlans, markNext, type NamedPlan } from './plan-search.ts'
import { named } from './plan-words.ts'
import './plan-picker.scss'
import { isEnter } from '../../ui/field/enter.ts'

const words = texts.picker

export interface PlanPickerProps {
  title: string
  hint: string
  state: PlansState
  chosen: string
  /** What became of the last choice. */
  request: RequestState
  onChoose: (planId: string) => void
  onLoad: () => void
  onClose: () => void
}

export function PlanPicker(props: PlanPickerProps) {
  const { state, request } = props
  return (
    <Dialog open title={props.title} onClose={props.onClose}>
      <p class="soft">{props.hint}</p>
      {request.kind === 'refused' && (
        <Notice kind="error" title={words.notChanged} live="assertive">
          <p>{problems[request.refusal.code](request.refusal.detail)}</p>
        </Notice>
      )}
      {state.kind === 'loading' && <Spinner words={words.loading} />}
      {state.kind === 'refused' && (
        <Notice
          kind="error"
          title={words.failed}
          live="assertive"
          actions={
            <Button kind="secondary" size="small" onPress={props.onLoad}>
              {words.again}
            </Button>
          }
        >
          <p>{problems[state.refusal.code](state.refusal.detail)}</p>
        </Notice>
      )}
      {state.kind === 'loaded' && <Choices {...props} plans={state.plans} />}
    </Dialog>
  )
}

const LIST = 'plan-list'
const optionId = (planId: string) => `plan-option-${planId}`

function Choices({ plans, chosen, request, onChoose }: PlanPickerProps & { plans: readonly PlanView[] }) {
  const [typed, setTyped] = useState('')
  const [marked, setMarked] = useState<string | null>(chosen)
  const input = useRef<HTMLInputElement>(null)
  const groups = findPlans(plans.map(named), typed)
  const found = groups.reduce((sum, group) => sum + group.plans.length, 0)
  const isThere = groups.some((group) => group.plans.some(({ plan }) => plan.id === marked))
  const busy = request.kind === 'busy'
  useEffect(() => input.current?.focus(), [])
  useEffect(() => {
    if (marked) document.getElementById(optionId(marked))?.scrollIntoView({ block: 'nearest' })
  }, [marked])
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setMarked(markNext(groups, marked, event.key === 'ArrowDown' ? 1 : -1))
    }
    if (isEnter(event)) {
      event.preventDefault()
      if (isThere && marked && !busy) onChoose(marked)
    }
  }
  return (
    <div class="plan-picker">
      <Field id="plan-search" label={words.search}>
        <input
          ref={input}
          id="plan-search"
          class="field-box"
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-controls={LIST}
          aria-autocomplete="list"
          aria-activedescendant={isThere && marked ? optionId(marked) : undefined}
          autocomplete="off"
          spellcheck={false}
          value={typed}
          onInput={(event) => {
            const text = event.currentTarget.value
            setTyped(text)
            setMarked(markNext(findPlans(plans.map(named), text), null, 1))
          }}
          onKeyDown={press}
        />
      </Field>
      <p class="visually-hidden" role="status">
        {words.found(found)}
      </p>
      {found === 0 && <p class="soft">{words.none(typed.trim())}</p>}
      <div id={LIST} class="plan-picker-list" role="listbox" aria-label={words.list} aria-busy={busy}>
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options in a list box is no fieldset.
          <div key={group.view} role="group" aria-label={texts.views[group.view]}>
            <p class="plan-picker-view" aria-hidden="true">
              {texts.views[group.view]}
            </p>
            {group.plans.map((one) => (
              <Option
                key={one.plan.id}
                one={one}
                chosen={one.plan.id === chosen}
                marked={one.plan.id === marked}
                onChoose={() => !busy && onChoose(one.plan.id)}
              />
            ))}
          </div>
        ))}
      </div>
      {busy && <Spinner words={words.changing} />}
    </div>
  )
}

function Option(props: { one: NamedPlan; chosen: boolean; marked: boolean; onChoose: () => void }) {
  const { plan, name, use } = props.one
  const under = plan.id === plan.basedOn ? use : words.own
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the marked option.
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field chooses.
    <div
      id={optionId(plan.id)}
      class={props.marked ? 'plan-option plan-option-marked' : 'plan-option'}
      role="option"
      aria-selected={props.chosen}
      onClick={props.onChoose}
    >
      <span class="plan-option-words">
        <span>{name}</span>
        <small>{under}</small>
      </span>
      {props.chosen && (
        <span class="plan-option-now">
          <TickIcon size={20} /> {words.now}
        </span>
      )}
    </div>
  )
}
