// Three short questions after the call, each with three large answers.
import { FEEDBACK_ANSWERS, FEEDBACK_QUESTIONS } from '#domain/feedback'
import { words } from '#text/feedback'
import { useStore } from '../../kit/store.ts'
import { RadioGroup } from '../../ui/choice/radio-group.tsx'
import type { FeedbackModel } from './feedback-model.ts'
import './feedback.scss'

export function Feedback({ model }: { model: FeedbackModel }) {
  const { answers, saving, failed, complete } = useStore(model.state)
  const some = Object.keys(answers).length > 0
  return (
    <section class="feedback stack-s" aria-labelledby="feedback-title">
      <h2 id="feedback-title">{words.title}</h2>
      <p>{words.lead}</p>
      {FEEDBACK_QUESTIONS.map((question) => (
        <RadioGroup
          key={question}
          id={`feedback-${question}`}
          label={words.questions[question]}
          value={answers[question] ?? null}
          error={null}
          inline
          options={FEEDBACK_ANSWERS.map((value) => ({ value, label: words.answers[question][value] }))}
          onChange={(answer) => model.answer(question, answer)}
        />
      ))}
      {/* Always there, so that a screen reader says it when it comes. */}
      <p class={failed ? 'feedback-failed' : 'feedback-said'} role="status">
        {failed ? words.notSaved : saving ? words.saving : complete ? words.thanks : some ? words.thanksSome : ''}
      </p>
    </section>
  )
}
