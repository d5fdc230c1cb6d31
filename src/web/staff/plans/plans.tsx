// The plans of an organisation: all of them at the left, the one that is open at the right, and beside it what the patient
// will read.
import { useEffect, useState } from 'preact/hooks'
import type { PlanView } from '#contract/plan'
import { words as texts } from '#text/plans-staff'
import { IDLE } from '../../kit/api-call.ts'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { ArrowLeftIcon, PlusIcon } from '../../ui/icon/signs.tsx'
import { TextField } from '../../ui/text-field/text-field.tsx'
import { LoadState } from '../parts/load-state.tsx'
import { PlanPart } from './parts/plan-part.tsx'
import { PlanPicker } from './plan-picker.tsx'
import { findPlans, type NamedPlan } from './plan-search.ts'
import { isAltered, named } from './plan-words.ts'
import type { PlansModel } from './plans-model.ts'
import './plans.scss'

const words = texts.page

export function Plans({ model }: { model: PlansModel }) {
  const state = useStore(model.catalogue.state)
  const open = useStore(model.open)
  useEffect(() => void model.catalogue.load(), [model])
  return (
    <div class="work-page plans-page">
      <h1>{words.title}</h1>
      <p class="soft plans-lead">{words.lead}</p>
      <LoadState state={state} words={words} onAgain={() => void model.catalogue.load()} />
      {state.kind === 'loaded' && (
        <div class={open ? 'plans-columns plans-open' : 'plans-columns'}>
          <List model={model} plans={state.plans} openId={open?.builtIn || open?.form.planId ? open.plan.id : null} />
          <div class="plans-one">
            {open ? (
              <>
                <p class="plans-return">
                  <Button
                    kind="quiet"
                    size="small"
                    icon={<ArrowLeftIcon size={20} />}
                    onPress={() => model.choose(null)}
                  >
                    {words.chooseList}
                  </Button>
                </p>
                <PlanPart key={open.key} model={model} open={open} />
              </>
            ) : (
              <p class="soft plans-choose">{words.choose}</p>
            )}
          </div>
        </div>
      )}
    </div>
  )
}

function List({ model, plans, openId }: { model: PlansModel; plans: readonly PlanView[]; openId: string | null }) {
  const [typed, setTyped] = useState('')
  const [adding, setAdding] = useState(false)
  const groups = findPlans(plans.map(named), typed)
  const found = groups.reduce((sum, group) => sum + group.plans.length, 0)
  return (
    <nav class="plans-list" aria-label={words.list}>
      <Button kind="secondary" size="small" wide icon={<PlusIcon size={20} />} onPress={() => setAdding(true)}>
        {words.add}
      </Button>
      <TextField id="plans-find" label={words.find} value={typed} onInput={setTyped} />
      <p class="visually-hidden" role="status">
        {typed && texts.picker.found(found)}
      </p>
      {found === 0 && <p class="soft small">{texts.picker.none(typed.trim())}</p>}
      {groups.map((group) => (
        <section key={group.view}>
          <h2>{texts.views[group.view]}</h2>
          <ul>
            {group.plans.map((one) => (
              <li key={one.plan.id}>
                <Item
                  one={one}
                  current={one.plan.id === openId}
                  unsaved={model.hasUnsaved(one.plan.id)}
                  onPress={() => model.choose(one.plan.id)}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {adding && (
        <PlanPicker
          title={texts.picker.basisTitle}
          hint={texts.picker.basisHint}
          state={model.catalogue.state.get()}
          chosen=""
          request={IDLE}
          onChoose={(planId) => {
            const basis = plans.find((plan) => plan.id === planId)
            if (basis) model.begin(basis)
            setAdding(false)
          }}
          onLoad={() => void model.catalogue.load()}
          onClose={() => setAdding(false)}
        />
      )}
    </nav>
  )
}

function Item(props: { one: NamedPlan; current: boolean; unsaved: boolean; onPress: () => void }) {
  const { plan, name } = props.one
  const isOwn = plan.id !== plan.basedOn
  const altered = isAltered(plan)
  return (
    <button type="button" class="plans-item" aria-current={props.current ? 'true' : undefined} onClick={props.onPress}>
      <span>{name}</span>
      {(isOwn || altered || props.unsaved) && (
        <small>{props.unsaved ? words.notSavedMark : isOwn ? words.yours : words.altered}</small>
      )}
    </button>
  )
}
