// A form as the patient fills it in: one question, one big button, how far one is, and the way back.
import { isQuestion } from '#domain/questionnaire'
import { words } from '#text/forms'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { ErrorSummary } from '../../ui/error-summary/error-summary.tsx'
import { Steps } from '../../ui/steps/steps.tsx'
import { Title } from '../../ui/title/title.tsx'
import { sayFault } from './form-fault.ts'
import type { Filling, FormModel } from './form-model.ts'
import { QuestionField } from './question-field.tsx'
import './forms.scss'

export function FormScreen({ model, onClose }: { model: FormModel; onClose: () => void }) {
  const state = useStore(model.state)
  if (state.at === 'done')
    return (
      <div class="stack">
        <Title tab={words.title}>{words.done.title}</Title>
        <p>{words.done.text}</p>
        <Button size="large" onPress={onClose}>
          {words.done.back}
        </Button>
      </div>
    )
  const last = state.number === state.of
  const { back } = model
  const stop = () => {
    model.flush()
    onClose()
  }
  return (
    <form
      class="form stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        model.next()
      }}
    >
      <Steps current={state.number} total={state.of} />
      <ErrorSummary
        errors={state.fault ? [{ fieldId: 'answer', text: sayFault(state.fault) }] : []}
        attempt={state.attempt}
      />
      <div class="stack-s">
        <Title tab={words.title}>{model.title}</Title>
        {state.step.headings.map((heading) => (
          <p class="form-heading" key={heading}>
            {heading}
          </p>
        ))}
        {state.step.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </div>
      <Asked key={state.step.key} model={model} state={state} />
      <Button size="large" submit busy={state.at === 'finishing' && words.sending}>
        {last ? words.finish : words.next}
      </Button>
      <div class="form-ways">
        {back && (
          <Button kind="secondary" onPress={back}>
            {words.back}
          </Button>
        )}
        <Button kind="quiet" onPress={stop}>
          {words.stop}
        </Button>
      </div>
      <p class="soft small" role="status">
        {state.kept === 'waiting' ? words.notKept : state.kept === 'keeping' ? words.keeping : words.comeBack}
      </p>
      {last && model.copyright && <p class="soft small">{model.copyright}</p>}
    </form>
  )
}

function Asked({ model, state }: { model: FormModel; state: Filling }) {
  const { step, answers, fault } = state
  const { item, key, count } = step
  if (!item) return null
  if (isQuestion(item))
    return (
      <QuestionField
        question={item}
        answers={answers[key] ?? item.initial}
        error={fault && sayFault(fault)}
        onAnswer={(given) => model.answer(key, given)}
      />
    )
  return (
    <div class="stack-s">
      <h2>{words.groupTitle(item.text)}</h2>
      <p>{words.groupCount(count)}</p>
      {count < item.most && (
        <Button kind="secondary" wide onPress={() => model.setCount(count + 1)}>
          {words.groupAdd}
        </Button>
      )}
      {count > Math.max(item.least, 1) && (
        <Button kind="quiet" onPress={() => model.setCount(count - 1)}>
          {words.groupRemove}
        </Button>
      )}
    </div>
  )
}
