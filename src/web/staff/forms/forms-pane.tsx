// What a patient answered, at a glance: score first, then question and answer, with what is another than last time.
import { useEffect, useState } from 'preact/hooks'
import { offsetAt } from '#domain/area'
import type { Answers } from '#domain/questionnaire'
import { writeResponse } from '#domain/questionnaire-response'
import { scoreOf } from '#domain/questionnaire-score'
import { words } from '#text/forms-staff'
import { words as people } from '#text/people'
import { words as problems } from '#text/problems'
import { useStore } from '../../kit/store.ts'
import { typed } from '../../text/typed.ts'
import { Button } from '../../ui/button/button.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { Spinner } from '../../ui/spinner/spinner.tsx'
import { Tag } from '../../ui/tag/tag.tsx'
import { saveText } from '../save-text.ts'
import { type AnswerLine, answerLines, asNote } from './answer-words.ts'
import type { ReadForm, StaffFormsModel } from './forms-model.ts'
import './forms-pane.scss'

export interface FormsPaneProps {
  model: StaffFormsModel
  /** Null: there is no note to copy into. */
  onNote: ((lines: string) => void) | null
  /** Of the waiting area: the patient's times are by its clock. */
  timeZone: string
}

export function FormsPane({ model, onNote, timeZone }: FormsPaneProps) {
  const state = useStore(model.state)
  useEffect(() => void model.load(), [model])
  const count = state.kind === 'loaded' ? state.forms.length : 0
  return (
    <details class="forms-pane" open={count > 0}>
      <summary>{words.title(count)}</summary>
      <div class="stack-s">
        {state.kind === 'loading' && <Spinner words={words.loading} />}
        {state.kind === 'refused' && (
          <Notice kind="warning" title={words.failed} live="polite">
            <p>{problems[state.refusal.code](state.refusal.detail)}</p>
          </Notice>
        )}
        {state.kind === 'loaded' && count === 0 && <p class="soft small">{words.none}</p>}
        {state.kind === 'loaded' &&
          state.forms.map((read) => <OneForm key={read.form.id} read={read} onNote={onNote} timeZone={timeZone} />)}
        <div class="forms-pane-ways">
          <Button kind="quiet" size="small" onPress={() => void model.load()}>
            {words.lookAgain}
          </Button>
        </div>
      </div>
    </details>
  )
}

function OneForm({ read, onNote, timeZone }: { read: ReadForm } & Pick<FormsPaneProps, 'onNote' | 'timeZone'>) {
  const { form, questionnaire } = read
  const [copied, setCopied] = useState(false)
  const answers = form.answers as Answers
  const score = scoreOf(questionnaire, answers)
  const before = form.before && scoreOf(questionnaire, form.before.answers as Answers)
  const answered = form.savedAt !== null
  return (
    <section class="forms-pane-form stack-s">
      <div class="forms-pane-head">
        <h2 dir="auto">{questionnaire.title}</h2>
        {score && answered && (
          <p class="forms-pane-score">
            <span class="visually-hidden">{words.scoreLabel} </span>
            <strong>{words.score(score.total, score.most)}</strong>
            {before && <span class="soft small"> {words.before(before.total)}</span>}
          </p>
        )}
      </div>
      <p class="soft small">
        {form.doneAt !== null
          ? words.done(people.dayAndTime(form.doneAt))
          : form.savedAt !== null
            ? words.begun(people.dayAndTime(form.savedAt))
            : words.notBegun}
        {form.before && ` · ${words.lastTime(people.dayAndTime(form.before.savedAt))}`}
        {score && answered && score.answered < score.of && ` · ${words.partly(score.answered, score.of)}`}
      </p>
      {answered && (
        <dl class="forms-pane-answers">
          {answerLines(questionnaire, form).map((line) => (
            <Line key={line.key} line={line} />
          ))}
        </dl>
      )}
      {answered && (
        <div class="forms-pane-ways">
          {onNote && (
            <Button
              kind="secondary"
              size="small"
              onPress={() => {
                onNote(asNote(questionnaire, form))
                setCopied(true)
              }}
            >
              {copied ? words.copied : words.copy}
            </Button>
          )}
          <Button kind="quiet" size="small" onPress={() => saveText(`${form.id}.json`, responseOf(read, timeZone))}>
            {words.save}
          </Button>
        </div>
      )}
    </section>
  )
}

function Line({ line: { question, answer, odd, was } }: { line: AnswerLine }) {
  return (
    <div class={was === null ? undefined : 'forms-pane-changed'}>
      <dt dir="auto">{question}</dt>
      <dd>
        <span dir="auto">{answer ? typed(answer) : <span class="soft">{words.noAnswer}</span>}</span>
        {odd && <span class="soft small"> ({words.isNoAnswer})</span>}
        {was !== null && (
          <>
            {' '}
            <Tag tone="amber">{words.changed}</Tag> <span class="soft small">{words.was(was)}</span>
          </>
        )}
      </dd>
    </div>
  )
}

function responseOf({ form, questionnaire }: ReadForm, timeZone: string): string {
  return writeResponse(questionnaire, form.answers as Answers, {
    id: form.id,
    completed: form.doneAt !== null,
    authored: new Date(form.savedAt ?? form.askedAt).toISOString(),
    offset: (local) => offsetAt(local, timeZone),
  })
}
