// The box that requires a second step of everybody, with how many have none yet.
import { useEffect } from 'preact/hooks'
import { words as texts } from '#text/factors'
import { words as problems } from '#text/problems'
import { useStore } from '../../../kit/store.ts'
import { Checkbox } from '../../../ui/choice/checkbox.tsx'
import { Notice } from '../../../ui/notice/notice.tsx'
import { Spinner } from '../../../ui/spinner/spinner.tsx'
import type { WaysModel } from '../../sign-in/ways-model.ts'
import type { RequirementModel } from '../requirement-model.ts'

const words = texts.requirement

export function RequirementPart({ model, ways }: { model: RequirementModel; ways: WaysModel }) {
  const state = useStore(model.state)
  const doing = useStore(model.acting.request)
  const { provider } = useStore(ways.ways)
  useEffect(() => void model.load(), [model])
  useEffect(() => void ways.load(), [ways])
  return (
    <section id="second-step" class="settings-part stack-s">
      <h2>{words.title}</h2>
      <p>{words.text}</p>
      {provider && <p>{words.provider(provider.name)}</p>}
      {!state && doing.kind !== 'refused' && <Spinner words={words.loading} />}
      {state && (
        <>
          <Checkbox
            id="second-step-required"
            checked={state.required}
            onChange={(required) => void model.require(required)}
          >
            {words.field}
            <span class="staff-under">{words.hint}</span>
          </Checkbox>
          <p class="soft small" role="status">
            {doing.kind === 'done' && `${words.saved}. `}
            {state.without === 0 ? words.all(state.people) : words.without(state.without, state.people)}
          </p>
        </>
      )}
      {doing.kind === 'refused' && (
        <Notice kind="error" title={words.failed} live="assertive">
          <p>{problems[doing.refusal.code](doing.refusal.detail)}</p>
        </Notice>
      )}
    </section>
  )
}
